import ArgumentParser
import Glibc

/// A site as a generator would publish it: a menu that is the same on all pages, and links from page to page, to
/// headings among them. A few lead nowhere.
struct SyntheticSite {
  let root: String
  let pages: Int
  let links: Int
  let hasSources: Bool

  private static let pagesOfSection = 500

  func write() throws {
    try write("hugo.toml", "baseURL = 'https://bench.example/'\ndefaultContentLanguage = 'fr'\n")
    try write("public/index.html", page("Accueil", body: "<p>Bienvenue.</p>", 0))
    for section in 0...((pages - 1) / Self.pagesOfSection) {
      try makeFolder("public/s\(section)")
      if hasSources { try makeFolder("content/s\(section)") }
    }
    for number in 0..<pages { try write(number) }
  }

  private func write(_ number: Int) throws {
    var markdown = "## Étapes\n\n"
    var html = "<h2 id=étapes>Étapes</h2><ul>"
    for link in 0..<max(0, links - 6) {
      // Numbers far apart, the same on every run.
      let target = (number &* 31 &+ link &* 7919) % pages
      let isLost = link == 3 && number % 1_000 == 17
      let place = link % 4 == 0 ? "#étapes" : ""
      let address = isLost ? "/s0/perdue-\(number)/" : "/s\(target / Self.pagesOfSection)/p\(target)/\(place)"
      html += "<li>Voir <a href=\(address)>la page \(target)</a> pour la suite de la démarche numéro \(link).</li>\n"
      markdown += "- Voir [la page \(target)](\(address)) pour la suite de la démarche numéro \(link).\n"
    }
    html += "</ul>"
    let path = "s\(number / Self.pagesOfSection)/p\(number)"
    try makeFolder("public/" + path)
    try write("public/\(path)/index.html", page("Page \(number)", body: html, number))
    if hasSources { try write("content/\(path).md", "---\ntitle: Page \(number)\n---\n\(markdown)") }
  }

  private func page(_ title: String, body: String, _ number: Int) -> String {
    var menu = ""
    for section in 0..<5 {
      menu +=
        "<li><a href=/s\(section % max(1, pages / Self.pagesOfSection))/p\(section * Self.pagesOfSection % pages)/>Rubrique \(section)</a></li>"
    }
    return """
      <!doctype html><html lang=fr><head><meta charset=utf-8><meta name=viewport content="width=device-width">\
      <meta name=description content="Tout sur la page \(number)."><title>\(title) – Banc</title></head><body>\
      <header><nav aria-label="Menu principal"><ul><li><a href=/>Accueil</a></li>\(menu)</ul></nav></header>\
      <main><h1>\(title)</h1>\(body)</main><footer><p>Une publication du banc d’essai.</p></footer></body></html>
      """
  }

  private func makeFolder(_ path: String) throws {
    var current = root
    _ = mkdir(current, 0o755)
    for part in path.split(separator: "/") {
      current += "/" + part
      if mkdir(current, 0o755) != 0, errno != EEXIST { throw ValidationError("cannot make \(current)") }
    }
  }

  private func write(_ path: String, _ text: String) throws {
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) } else { _ = mkdir(root, 0o755) }
    guard let file = fopen(root + "/" + path, "w") else { throw ValidationError("cannot write \(path)") }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw ValidationError("cannot write \(path)") }
  }
}

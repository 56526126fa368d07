import RelireDocuments
import RelireModel

/// Finds out whether a site draws a page's title as its first heading.
enum TitleSurvey {
  /// How many pages are looked at: they are nearly always of one mind.
  private static let pages = 8

  /// What is generated decides; without it the templates; without these, it is taken to do so, as most themes do.
  static func titleIsHeading(_ site: Site, in tree: FileTree) -> Bool {
    asGenerated(site, in: tree) ?? asInTemplates(site, in: tree) ?? true
  }

  // MARK: Generated pages

  private static func asGenerated(_ site: Site, in tree: FileTree) -> Bool? {
    guard let published = site.publishedFolder else { return nil }
    var yes = 0
    var no = 0
    for path in someSources(site, in: tree) {
      guard let bytes = tree.read(Path.join(site.root, path)), let page = site.page(path) else { continue }
      let source = SourceDecoder.decode(bytes, format: .markdown)
      guard let frontMatter = FrontMatterReader.read(source: source).0, let title = frontMatter["title"]?.string,
        !hasOwnTitle(source.bytes[frontMatter.range.end...]),
        let html = site.urls(of: page, frontMatter, PageHead(frontMatter.root)).lazy
          .map({ Path.join(published, site.publishedFile(of: $0)) })
          .compactMap({ tree.read(Path.join(site.root, $0)) }).first
      else { continue }
      let headings = headings(html)
      if headings.contains(folded(title)) { yes += 1 } else if headings.isEmpty { no += 1 }
    }
    return yes + no == 0 ? nil : yes > no
  }

  /// A few Markdown files, the ones nearest to the top first.
  private static func someSources(_ site: Site, in tree: FileTree) -> [String] {
    var found: [String] = []
    var folders = site.contentFolders
    var looked = 0
    while !folders.isEmpty, found.count < pages, looked < 50 {
      let folder = folders.removeFirst()
      looked += 1
      for entry in tree.entries(Path.join(site.root, folder)) ?? [] {
        let path = Path.join(folder, entry.name)
        if entry.isFolder { folders.append(path) } else if entry.name.hasSuffix(".md") { found.append(path) }
      }
    }
    // Home pages often have a layout of their own.
    return Array(found.filter { site.page($0)?.kind != .home }.prefix(pages))
  }

  /// Whether the text has a heading of the first level itself.
  private static func hasOwnTitle(_ body: ArraySlice<UInt8>) -> Bool {
    body.split(separator: 0x0A).contains { $0.starts(with: [0x23, 0x20]) }
  }

  /// The texts of all `h1`, folded.
  private static func headings(_ html: [UInt8]) -> [String] {
    let document = HTMLReader.read(SourceDecoder.decode(html, format: .html))
    return document.nodes.indices.lazy.map { NodeID($0) }.filter { document.isElement($0, .h1) }
      .map { folded(document.text(of: $0)) }
  }

  /// Without blanks and case; apostrophes alike.
  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { !$0.isWhitespace && $0 != "\u{2019}" && $0 != "'" })
  }

  // MARK: Templates

  private static func asInTemplates(_ site: Site, in tree: FileTree) -> Bool? {
    var folders = site.layoutFolders.map { Path.join(site.root, $0) }
    var hasTemplates = false
    var looked = 0
    while let folder = folders.popLast(), looked < 200 {
      looked += 1
      for entry in tree.entries(folder) ?? [] {
        let path = Path.join(folder, entry.name)
        if entry.isFolder {
          folders.append(path)
        } else if Site.isTemplate(entry.name), let bytes = tree.read(path) {
          hasTemplates = true
          if drawsTitle(String(decoding: bytes, as: UTF8.self)) { return true }
        }
      }
    }
    return hasTemplates ? false : nil
  }

  /// `<h1 …>… {{ .Title }} …</h1>`, or as Liquid and Nunjucks write it.
  static func drawsTitle(_ template: String) -> Bool {
    var rest = template[...]
    while let start = rest.firstRange(of: "<h1") {
      rest = rest[start.upperBound...]
      let end = rest.firstRange(of: "</h1")?.lowerBound ?? rest.endIndex
      let heading = rest[..<end]
      if [".Title", ".LinkTitle", "page.title", "{{ title"].contains(where: { heading.contains($0) }) { return true }
      rest = rest[end...]
    }
    return false
  }
}

import RelireModel
import RelireSite

/// The small Hugo sites that examples with a path in `content/` or `public/` belong to.
enum ExampleSite {
  /// The one in two languages has pages named `….fr.md`.
  static func index(of path: String) -> SiteIndex? {
    guard path.hasPrefix("content/") || path.hasPrefix("public/") else { return nil }
    return path.hasSuffix(".fr.md") ? bilingual : index
  }

  private static let bilingual: SiteIndex? = site([
    "hugo.toml": "defaultContentLanguage = 'fr'\n[languages.fr]\nweight = 1\n[languages.en]\nweight = 2\n",
    "content/licences.fr.md": "", "content/formats.fr.md": "", "content/formats.en.md": "", "content/_index.fr.md": "",
    "content/_index.en.md": "",
  ])

  private static let index: SiteIndex? = site([
    "hugo.toml":
      "baseURL = 'https://guide.example/'\ndefaultContentLanguage = 'fr'\n[languages.fr]\nweight = 1\n[languages.en]\nweight = 2\n",
    "content/_index.md": "", "content/accueil.md": "", "content/accueil.en.md": "", "content/_index.en.md": "",
    "content/guide/demande.md": "---\ntitle: Demander une carte\naliases: [/ancienne-demande/]\n---\n## Pièces\n",
    "content/guide/suite.md": "---\ntitle: Suite\ndraft: true\n---\n",
    "content/guide/brouillon.md": "---\ntitle: Accueil\ndraft: true\n---\n",
    "content/guide/futur.md": "---\ntitle: L’an prochain\npublishDate: 2042-01-01\n---\n",
    "layouts/_default/single.html": "<h1>{{ .Title }}</h1>", "layouts/shortcodes/encadre.html": "{{ .Inner }}",
    "layouts/shortcodes/tarif.html": "{{ .Site.Params.tarif }}", "static/doc/modele.odt": "",
    "static/img/plan.png": "", "public/index.html": "", "public/accueil/index.html": "",
    "public/guide/demande/index.html": "", "public/guide/index.html": "", "public/img/plan.png": "",
  ])

  private static func site(_ files: [String: String]) -> SiteIndex? {
    var folders: [String: [String: Bool]] = [:]
    for path in files.keys {
      var parts = path.split(separator: "/").map(String.init)
      var isFolder = false
      while let name = parts.popLast() {
        folders[parts.joined(separator: "/"), default: [:]][name] = isFolder
        isFolder = true
      }
    }
    let listed = folders.mapValues { names in
      names.sorted { $0.key < $1.key }.map { FileTree.Entry(name: $0.key, isFolder: $0.value) }
    }
    let tree = FileTree(read: { files[$0].map { Array($0.utf8) } }, entries: { listed[$0] })
    return (try? Site.find(from: "", in: tree)).flatMap { $0 }.map {
      SiteIndex($0, tree: tree, today: CalendarDate(year: 2025, month: 6, day: 1))
    }
  }
}

import RelireSite

/// The small Hugo site that examples with a path in `content/` or `public/` belong to.
enum ExampleSite {
  static let index: SiteIndex? = {
    let files: [String: String] = [
      "hugo.toml": "baseURL = 'https://guide.example/'\ndefaultContentLanguage = 'fr'\n",
      "content/_index.md": "", "content/accueil.md": "",
      "content/guide/demande.md": "---\ntitle: Demander une carte\naliases: [/ancienne-demande/]\n---\n## Pièces\n",
      "layouts/_default/single.html": "<h1>{{ .Title }}</h1>", "layouts/shortcodes/encadre.html": "{{ .Inner }}",
      "layouts/shortcodes/tarif.html": "{{ .Site.Params.tarif }}", "static/doc/modele.odt": "",
      "static/img/plan.png": "", "public/index.html": "", "public/accueil/index.html": "",
      "public/guide/demande/index.html": "", "public/guide/index.html": "", "public/img/plan.png": "",
    ]
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
    return (try? Site.find(from: "", in: tree)).flatMap { $0 }.map { SiteIndex($0, tree: tree) }
  }()
}

import RelireModel
import RelireSite

/// The site's templates, searched for what a generated element has in common with them. Read once, when a fault asks.
final class TemplateIndex {
  private struct Template {
    /// Relative to the site's root.
    let path: String
    let text: String
  }

  private let site: Site
  private var loaded: [Template]?

  init(_ site: Site) { self.site = site }

  /// The only template that holds a telling mark; nil when several do, or none. Marks are tried in their order.
  func file(holding marks: [String]) -> String? {
    let templates = loaded ?? load()
    loaded = templates
    for mark in marks where mark.utf8.count >= 4 {
      let holders = templates.filter { $0.text.contains(mark) }
      if holders.count == 1 { return holders[0].path }
    }
    return nil
  }

  private static let maximumCount = 2_000

  private func load() -> [Template] {
    var templates: [Template] = []
    // A template of the site replaces the theme's of the same name.
    var seen: Set<String> = []
    for layouts in site.layoutFolders {
      var folders = [""]
      while let folder = folders.popLast(), templates.count < Self.maximumCount {
        let entries = FileTree.disk.entries(Path.join(Path.join(site.root, layouts), folder)) ?? []
        for entry in entries {
          let below = Path.join(folder, entry.name)
          if entry.isFolder {
            folders.append(below)
          } else if Site.isTemplate(entry.name), seen.insert(below).inserted {
            let path = Path.join(layouts, below)
            guard let bytes = FileTree.disk.read(Path.join(site.root, path)), bytes.count < 1_000_000 else { continue }
            templates.append(Template(path: path, text: String(decoding: bytes, as: UTF8.self)))
          }
        }
      }
    }
    return templates
  }
}

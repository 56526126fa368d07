import RelireModel

/// The shortcodes that the pages of a site can use.
public struct ShortcodeCatalogue: Sendable {
  /// Whether a shortcode has a text between its opening and its closing one.
  public enum Content: Sendable {
    case required, none
    /// Versions of Hugo differ, or several templates of the name do.
    case unknown
  }

  /// By name in lower case: Hugo does not ask for the case.
  private var contents: [String: Content] = ShortcodeCatalogue.ofHugo
  /// Whether all templates are at hand, so that a name that is not known does not exist.
  public let isComplete: Bool

  /// As pages write them, sorted.
  public let names: [String]

  public func content(of name: String) -> Content? { contents[name.lowercased()] }

  /// Hugo’s own, as version 0.168 answers about each; those that it removed are no longer among them.
  private static let ofHugo: [String: Content] = [
    "comment": .required, "details": .required, "highlight": .required, "qr": .unknown, "figure": .none,
    "instagram": .none, "param": .none, "ref": .none, "relref": .none, "vimeo": .none, "vimeo_simple": .none,
    "x": .none,
    "x_simple": .none, "youtube": .none,
    // Removed in 0.156 and before: sites that are built by an older Hugo may use them.
    "gist": .none, "tweet": .none, "twitter": .none, "twitter_simple": .none, "instagram_simple": .none,
  ]

  /// Reads the templates: once a run, when a page with shortcodes is met.
  init(_ site: Site, in tree: FileTree) {
    var spellings = Set(Self.ofHugo.keys)
    var own: [String: Content] = [:]
    for layouts in site.layoutFolders {
      for kind in ["shortcodes", "_shortcodes"] {
        let root = Path.join(layouts, kind)
        var folders = [""]
        while let folder = folders.popLast(), own.count < 5_000 {
          for entry in tree.entries(Path.join(site.root, Path.join(root, folder))) ?? [] {
            let path = Path.join(folder, entry.name)
            if entry.isFolder {
              folders.append(path)
              continue
            }
            guard let name = Self.name(path) else { continue }
            let text = tree.read(Path.join(site.root, Path.join(root, path))) ?? []
            let content: Content = text.contains(Array(".Inner".utf8)) ? .required : .none
            // The nearest template counts; one name for several formats or languages may hide both kinds.
            let key = name.lowercased()
            own[key] = own[key].map { $0 == content ? content : .unknown } ?? content
            spellings.insert(name)
          }
        }
      }
    }
    contents.merge(own) { _, own in own }
    names = spellings.sorted()
    isComplete = site.hasAllThemes
  }

  /// `note` of `note.html`, `note.fr.html`; with its folder. nil for what is no template.
  private static func name(_ path: String) -> String? {
    let file = Path.name(path)
    guard let dot = file.firstIndex(of: "."), dot != file.startIndex else { return nil }
    return Path.join(Path.parent(path), String(file[..<dot]))
  }
}

extension [UInt8] {
  func contains(_ text: [UInt8]) -> Bool {
    guard let first = text.first, count >= text.count else { return false }
    var index = startIndex
    while index <= endIndex - text.count {
      if self[index] == first, self[index..<(index + text.count)].elementsEqual(text) { return true }
      index += 1
    }
    return false
  }
}

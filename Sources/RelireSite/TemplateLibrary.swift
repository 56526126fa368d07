import RelireModel

/// The shortcodes of a site and its themes, with the partial templates that they ask for.
public struct TemplateLibrary: Sendable {
  private var templates: [TemplateText] = []
  /// By name in lower case, the numbers of their templates.
  private var shortcodes: [String: [Int]] = [:]
  /// By the path below the folder of partials.
  private var partials: [String: Int] = [:]

  private static let maximumCount = 2_000
  private static let maximumSize = 1_000_000

  /// Reads the templates.
  init(_ site: Site, in tree: FileTree) {
    // A template of the site replaces the theme's of the same name.
    var seen: Set<String> = []
    for layouts in site.layoutFolders {
      var folders = Self.shortcodeFolders + Self.partialFolders
      while let folder = folders.popLast(), templates.count < Self.maximumCount {
        for entry in tree.entries(Path.join(site.root, Path.join(layouts, folder))) ?? [] {
          let path = Path.join(folder, entry.name)
          if entry.isFolder {
            folders.append(path)
          } else if Site.isTemplate(entry.name), seen.insert(path).inserted,
            let bytes = tree.read(Path.join(site.root, Path.join(layouts, path))), bytes.count < Self.maximumSize
          {
            file(path, TemplateText(bytes))
          }
        }
      }
    }
  }

  private static let shortcodeFolders = ["shortcodes", "_shortcodes"]
  private static let partialFolders = ["partials", "_partials"]

  private mutating func file(_ path: String, _ template: TemplateText) {
    let number = templates.count
    templates.append(template)
    let parts = path.split(separator: "/")
    let name = parts.dropFirst().joined(separator: "/")
    if Self.partialFolders.contains(String(parts[0])) {
      partials[name] = partials[name] ?? number
    } else {
      // Of several output formats, one template each.
      let file = Path.name(name)
      let stem = name.dropLast(file.count) + file.prefix { $0 != "." }
      shortcodes[stem.lowercased(), default: []].append(number)
    }
  }

  // MARK: Looking up

  /// Whether a shortcode may print a heading, as far as one can see without running it.
  ///
  /// - Parameter call: the shortcode as it is written.
  public func mayPrintHeading(_ name: String, call: String) -> Bool {
    let name = name.lowercased()
    guard let numbers = shortcodes[name] else {
      // The figure's title is one.
      return name == "figure" ? call.contains("title") : !Self.withoutHeading.contains(name)
    }
    return parts(of: numbers).contains { number in
      templates[number].mayPrintHeading || templates[number].partials.contains { partial($0) == nil }
    }
  }

  /// The shortcodes that come with Hugo, as version 0.168 has them.
  private static let withoutHeading: Set<String> = [
    "comment", "details", "gist", "highlight", "instagram", "param", "qr", "ref", "relref", "vimeo", "x", "youtube",
  ]

  private func parts(of numbers: [Int]) -> [Int] {
    var parts = numbers
    var next = 0
    while next < parts.count, parts.count < 50 {
      for name in templates[parts[next]].partials {
        if let number = partial(name), !parts.contains(number) { parts.append(number) }
      }
      next += 1
    }
    return parts
  }

  private func partial(_ name: String) -> Int? {
    for folder in ["partials/", "_partials/"] where name.hasPrefix(folder) {
      return partials[String(name.dropFirst(folder.utf8.count))]
    }
    return partials[name]
  }
}

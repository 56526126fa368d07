import RelireModel

/// The templates of a site and its themes: what shortcodes and render hooks are made of, and which template holds what.
public struct TemplateLibrary: Sendable {
  /// What Markdown's own elements are printed by, where a site has a template for it.
  public enum Hook: String, Sendable, CaseIterable {
    case blockquote, codeblock, heading, image, link, passthrough, table
  }

  public private(set) var templates: [TemplateText] = []
  /// By name in lower case, the numbers of their templates.
  private var shortcodes: [String: [Int]] = [:]
  private var hooks: [Hook: [Int]] = [:]
  /// By the path below the folder of partials.
  private var partials: [String: Int] = [:]

  private static let maximumCount = 2_000
  private static let maximumSize = 1_000_000

  /// Reads the templates.
  init(_ site: Site, in tree: FileTree) {
    var paths: [String] = []
    // A template of the site replaces the theme's of the same name.
    var seen: Set<String> = []
    for layouts in site.layoutFolders {
      var folders = [""]
      while let folder = folders.popLast(), templates.count < Self.maximumCount {
        for entry in tree.entries(Path.join(site.root, Path.join(layouts, folder))) ?? [] {
          let below = Path.join(folder, entry.name)
          if entry.isFolder {
            folders.append(below)
          } else if Site.isTemplate(entry.name), seen.insert(below).inserted {
            let path = Path.join(layouts, below)
            guard let bytes = tree.read(Path.join(site.root, path)), bytes.count < Self.maximumSize else {
              continue
            }
            templates.append(TemplateText(path: path, bytes))
            paths.append(below)
          }
        }
      }
    }
    for (number, path) in paths.enumerated() { file(path, number) }
    // Those of the site go before Hugo's.
    for (name, text) in Self.shortcodesOfHugo where shortcodes[name] == nil {
      shortcodes[name] = [templates.count]
      templates.append(TemplateText(path: nil, Array(text.utf8)))
    }
  }

  private mutating func file(_ path: String, _ number: Int) {
    let parts = path.split(separator: "/")
    guard let first = parts.first, let last = parts.last else { return }
    if first == "shortcodes" || first == "_shortcodes", let dot = last.firstIndex(of: ".") {
      let name = (parts.dropFirst().dropLast() + [last[..<dot]]).joined(separator: "/").lowercased()
      shortcodes[name, default: []].append(number)
    } else if first == "partials" || first == "_partials" {
      let name = parts.dropFirst().joined(separator: "/")
      partials[name] = partials[name] ?? number
    } else if parts.contains("_markup") {
      for hook in Hook.allCases where last.hasPrefix("render-" + hook.rawValue) {
        hooks[hook, default: []].append(number)
      }
    }
  }

  /// What Hugo's own shortcodes write, as version 0.168 has them.
  private static let shortcodesOfHugo: [String: String] = [
    "comment": "", "param": "", "ref": "", "relref": "",
    "details": "<details class open name><summary>{{ .Get }}</summary>{{ .Inner }}</details>",
    "figure":
      "<figure class><a href target rel><img src alt width height loading></a><figcaption><h4>{{ .Get }}</h4><p>"
      + "{{ .Get }}</p></figcaption></figure>",
    "gist": "<script src></script>", "highlight": "<div class=\"highlight\"><pre><code class data-lang><span>",
    "instagram": "<blockquote class><div style><a href target>", "qr": "<img src alt class id title width height>",
    "vimeo": "<div style><iframe src title allow allowfullscreen>", "x": "<blockquote class><p lang dir><a href>",
    "youtube": "<div style><iframe src title allow allowfullscreen loading referrerpolicy>",
  ]

  // MARK: Looking up

  /// The template of a shortcode and the partial ones that it asks for; nil where there is none to be seen.
  public func parts(ofShortcode name: String) -> [TemplateText]? {
    shortcodes[name.lowercased()].map { parts(of: $0).map { templates[$0] } }
  }

  /// The templates of a render hook with the partial ones that they ask for; empty where Hugo's own is used.
  public func parts(of hook: Hook) -> [TemplateText] { parts(of: hooks[hook] ?? []).map { templates[$0] } }

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

  /// Whether a shortcode may print a heading, as far as one can see without running it.
  ///
  /// - Parameter call: the shortcode as it is written.
  public func mayPrintHeading(_ name: String, call: String) -> Bool {
    guard let numbers = shortcodes[name.lowercased()] else { return true }
    // The figure's title is one.
    if name.lowercased() == "figure", templates[numbers[0]].path == nil { return call.contains("title") }
    let parts = parts(of: numbers)
    return parts.contains { number in
      templates[number].mayPrintHeading || templates[number].partials.contains { partial($0) == nil }
    }
  }
}

import RelireDocuments
import RelireModel
import RelireSite

/// The site's templates, searched for what a generated page has in common with them. Read once, when a fault asks.
final class TemplateIndex: Sendable {
  struct Template: Sendable {
    /// Relative to the site's root.
    let path: String
    let text: String
    /// As readers get to see it: each run of spaces as one, references resolved.
    let shownText: String
  }

  fileprivate struct Contents: Sendable {
    var all: [Template] = []
    /// By name in lower case; of several output formats the first.
    var shortcodes: [String: Template] = [:]
    /// The site's ways to write elements of Markdown (`render-link.html`): by what they write.
    var hooks: [String: Template] = [:]
  }

  private let site: Site
  private let contents = Lazy<Contents>()
  private let loadedTexts = Lazy<SiteTexts>()
  // The same few values are asked about on every page.
  private let known = Memo<String, Bool>(limit: 50_000)
  private let knownOwners = Memo<String, Template?>(limit: 50_000)
  private let knownWriters = Memo<String, [Template]>(limit: 50_000)
  private let knownPlaces = Memo<UInt64, SiteTexts.Place?>(limit: 50_000)

  init(_ site: Site) { self.site = site }

  var templates: [Template] { contents.value(load).all }
  var isEmpty: Bool { templates.isEmpty }

  /// The only template that holds a telling mark; nil when several do, or none. Marks are tried in their order.
  func file(holding marks: [String]) -> String? { template(holding: marks)?.path }

  func template(holding marks: [String]) -> Template? {
    marks.lazy.compactMap { $0.utf8.count < 4 ? nil : self.only(holding: $0) }.first
  }

  private func only(holding mark: String) -> Template? {
    knownOwners.value(mark) {
      let holders = templates.filter { $0.text.contains(mark) }
      return holders.count == 1 ? holders[0] : nil
    }
  }

  /// Whether a value stands in a template as it is: else a template computed it.
  func writes(_ value: String) -> Bool { known.value(value) { templates.contains { $0.text.contains(value) } } }

  /// Whether a text stands in a template, or is one of the site's.
  func holds(_ text: String) -> Bool {
    writes(text) || known.value("=\(text)") { texts.holds(LetterText(Array(text.utf8), 0..<text.utf8.count)) }
  }

  /// Whether one template only holds a value that is long enough to be none by chance.
  func isOfOne(_ value: String) -> Bool { value.utf8.count >= 4 && only(holding: value) != nil }

  /// The templates that write a piece of text to readers.
  func files(showing text: String) -> [Template] {
    knownWriters.value(text) { templates.filter { $0.shownText.contains(text) } }
  }

  /// Whether a template may write an element, as far as its name and those of its classes tell that templates write.
  func may(_ template: Template, write node: NodeID, of document: Document) -> Bool {
    guard document[node].kind == .element else { return false }
    let name = document.spelling(document[node].name)
    let value = document.value(.class, of: node) ?? ""
    return known.value("\(template.path)<\(name) \(value)") {
      guard
        template.text.contains("<" + name) || document[node].name.isHeading && template.text.contains("<h{{")
      else { return false }
      return document.classes(of: node).filter { writes($0) }.allSatisfy { template.text.contains($0) }
    }
  }

  /// The only template that has the whole class of an element.
  func only(writingClassOf node: NodeID, _ document: Document) -> Template? {
    document.value(.class, of: node).flatMap { template(holding: [$0]) }
  }

  /// Where a file of the site has the text that a fault is in.
  func place(of spot: TextSpot, shortest: Int) -> SiteTexts.Place? {
    knownPlaces.value(spot.hash ^ UInt64(shortest)) { texts.place(of: spot, shortest: shortest) }
  }

  /// What templates take from elsewhere than pages.
  private var texts: SiteTexts { loadedTexts.value { SiteTexts(site) } }

  /// The template of a shortcode; nil for one of Hugo's own.
  func shortcode(_ name: String) -> Template? { contents.value(load).shortcodes[name.lowercased()] }

  /// The site's way to write elements of a name.
  func hook(for element: ElementName) -> Template? {
    let hooks = contents.value(load).hooks
    if hooks.isEmpty { return nil }
    switch element {
    case .a: return hooks["link"]
    case .img: return hooks["image"]
    case .table: return hooks["table"]
    case .blockquote: return hooks["blockquote"]
    case .pre: return hooks["codeblock"]
    default: return element.isHeading ? hooks["heading"] : nil
    }
  }

  /// The hook that may write an element and holds one of its classes.
  func hook(writing node: NodeID, of document: Document) -> Template? {
    let classes = document.classes(of: node)
    if classes.isEmpty { return nil }
    return contents.value(load).hooks.values.sorted { $0.path < $1.path }.first { hook in
      classes.contains { hook.text.contains($0) } && may(hook, write: node, of: document)
    }
  }

  private static let maximumCount = 2_000

  private func load() -> Contents {
    var contents = Contents()
    // A template of the site replaces the theme's of the same name.
    var seen: Set<String> = []
    for layouts in site.layoutFolders {
      var folders = [""]
      while let folder = folders.popLast(), contents.all.count < Self.maximumCount {
        let entries = FileTree.disk.entries(Path.join(Path.join(site.root, layouts), folder)) ?? []
        for entry in entries {
          let below = Path.join(folder, entry.name)
          if entry.isFolder {
            folders.append(below)
          } else if Site.isTemplate(entry.name), seen.insert(below).inserted {
            let path = Path.join(layouts, below)
            guard let bytes = FileTree.disk.read(Path.join(site.root, path)), bytes.count < 1_000_000 else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            contents.add(Template(path: path, text: text, shownText: Self.shown(bytes)), below)
          }
        }
      }
    }
    return contents
  }

  private static func shown(_ bytes: [UInt8]) -> String {
    var shown: [UInt8] = []
    shown.reserveCapacity(bytes.count)
    for byte in CharacterReferences.resolved(bytes).utf8 {
      let isSpace = byte == 0x20 || byte >= 0x09 && byte <= 0x0D
      if !isSpace { shown.append(byte) } else if shown.last != 0x20 { shown.append(0x20) }
    }
    return String(decoding: shown, as: UTF8.self)
  }
}

extension TemplateIndex.Contents {
  /// - Parameter name: below the folder of layouts.
  fileprivate mutating func add(_ template: TemplateIndex.Template, _ name: String) {
    all.append(template)
    let stem = String(name.prefix { $0 != "." })
    for folder in ["shortcodes/", "_shortcodes/"] where name.hasPrefix(folder) {
      let key = stem.dropFirst(folder.utf8.count).lowercased()
      shortcodes[key] = shortcodes[key] ?? template
    }
    // `_markup/render-link.html`, `_default/_markup/render-codeblock-mermaid.html`
    guard Path.name(Path.parent(name)) == "_markup", Path.name(stem).hasPrefix("render-") else { return }
    let kind = Path.name(stem).dropFirst("render-".utf8.count)
    hooks[String(kind)] = hooks[String(kind)] ?? template
  }
}

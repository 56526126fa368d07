import RelireDocuments
import RelireModel

extension Document {
  /// The names of the places of the page that a link can aim at.
  public func anchors(_ markup: HugoConfiguration.Markup?) -> Set<String> {
    var anchors: Set<String> = []
    // Older versions of Hugo name headings by how they are written: both names are accepted.
    var bySource = HeadingIDs(markup?.headingIDs ?? .github)
    for place in namedPlaces(markup) {
      anchors.insert(place.id)
      if place.isWritten {
        bySource.take(place.id)
      } else {
        anchors.insert(bySource.id(for: headingSource(self[place.node])))
      }
    }
    // Attributes of paragraphs, lists, tables: of what block they are is not asked.
    for mask in masks where mask.kind == .attributeList && !mask.name.isEmpty { anchors.insert(mask.name) }
    var note = 0
    for mask in masks where mask.kind == .footnoteDefinition || mask.kind == .footnoteReference {
      note += 1
      anchors.formUnion(["fn:\(note)", "fnref:\(note)"])
    }
    return anchors
  }

  /// The hashes of these names, sorted.
  public func anchorHashes(_ markup: HugoConfiguration.Markup?) -> [UInt32] {
    guard format == .html else { return anchors(markup).map { FNV1a.of($0.utf8) }.sorted() }
    var hashes: [UInt32] = []
    for index in nodes.indices where nodes[index].kind == .element && !nodes[index].attributes.isEmpty {
      let id = NodeID(index)
      if let name = value(.id, of: id) ?? (nodes[index].name == .a ? value(.name, of: id) : nil) {
        hashes.append(FNV1a.of(name.utf8))
      }
    }
    return hashes.sorted()
  }

  /// An element that a link can aim at.
  public struct NamedPlace: Sendable {
    public let id: String
    public let node: NodeID
    /// Whether the name is written out, and not made of what a heading says.
    public let isWritten: Bool
  }

  /// The elements that a link can aim at, in their order, named as current Hugo does.
  public func namedPlaces(_ markup: HugoConfiguration.Markup?) -> [NamedPlace] {
    var places: [NamedPlace] = []
    var ids = HeadingIDs(markup?.headingIDs ?? .github)
    for (index, node) in nodes.enumerated() where node.kind == .element {
      let id = NodeID(index)
      let isHeading = format == .markdown && Self.headings.contains(node.name) && isMarkdown(node)
      if let name = value(.id, of: id) ?? (node.name == .a ? value(.name, of: id) : nil) {
        places.append(NamedPlace(id: name, node: id, isWritten: true))
        // Of the ids of HTML the Markdown parser knows nothing.
        if isHeading { ids.take(name) }
      } else if isHeading {
        let text = headingText(id, markup ?? HugoConfiguration.Markup())
        if !text.isEmpty { places.append(NamedPlace(id: ids.id(for: text), node: id, isWritten: false)) }
      }
    }
    return places
  }

  /// Whether the page, once generated, may have places that are not seen here: from shortcodes and tags, or by another
  /// way of naming headings.
  public func mayGetAnchors(in site: Site?) -> Bool {
    guard format == .markdown || frontMatter != nil else { return false }
    if let generator = site?.generator, generator.kind != .jekyll { return true }
    // References are addresses alone.
    return masks.contains {
      $0.kind == .shortcode && !["ref", "relref"].contains($0.name.lowercased()) || $0.kind == .templateTag
    }
  }

  private static let headings: Set<ElementName> = [.h1, .h2, .h3, .h4, .h5, .h6]

  private func isMarkdown(_ node: Node) -> Bool {
    node.range.start < source.bytes.count && source.bytes[node.range.start] != 0x3C
  }

  /// What Hugo makes a heading's name of: the texts of its last line, code and alternatives of images included, bare
  /// addresses left out.
  private func headingText(_ heading: NodeID, _ markup: HugoConfiguration.Markup) -> String {
    var text = ""
    var addressEnd: Int32 = 0
    for id in descendants(of: heading) where id.index >= addressEnd {
      let node = self[id]
      switch node.kind {
      case .text: text += headingText(node, markup)
      case .verbatim: text += source.string(node.range)
      case .object where Self.isReadAsText(source.bytes[node.range.start], markup): text += source.string(node.range)
      case .element where node.name == .img: text += value(.alt, of: id) ?? ""
      case .element where node.name == .br && isMarkdown(node): text = ""
      case .element where node.name == .a && isBareAddress(node): addressEnd = node.subtreeEnd
      default: break
      }
      if let lineEnd = text.utf8.lastIndex(of: 0x0A) { text = String(text[text.index(after: lineEnd)...]) }
    }
    return text
  }

  private func headingText(_ node: Node, _ markup: HugoConfiguration.Markup) -> String {
    let range = Int(node.text.lowerBound)..<Int(node.text.upperBound)
    var text = prose.string(range)
    // Named references are resolved, of numeric ones the digits stay.
    if source.string(node.range).contains("&#") {
      text = ""
      var offset = range.lowerBound
      while offset < range.upperBound {
        let index = prose.segmentIndex(at: offset)
        let end = min(range.upperBound, prose.end(ofSegment: index))
        let written = source.string(prose.segments[index].source)
        text += prose.segments[index].kind == .escape && written.hasPrefix("&#") ? written : prose.string(offset..<end)
        offset = end
      }
    }
    // Dashes are made before names are.
    return markup.hasTypographer && text.contains("--")
      ? text.replacing("---", with: "\u{2014}").replacing("--", with: "\u{2013}") : text
  }

  /// Whether what begins so is to Hugo the text that it is written as: an emoji, a formula that nobody passes through.
  private static func isReadAsText(_ first: UInt8, _ markup: HugoConfiguration.Markup) -> Bool {
    first == UInt8(ascii: ":")
      || markup.formulas.isEmpty && (first == UInt8(ascii: "$") || first == UInt8(ascii: "\\"))
  }

  /// Whether a link is an address that stands for itself, with or without `<>`.
  private func isBareAddress(_ node: Node) -> Bool {
    let first = source.bytes[node.range.start]
    return first != UInt8(ascii: "[") && (first != 0x3C || node.startTag.count <= 1)
  }

  /// A heading's last line of text as written, without its marks and attributes.
  private func headingSource(_ node: Node) -> String {
    var lines = source.string(node.range).split(whereSeparator: \.isNewline)
    if let last = lines.last, lines.count > 1, last.allSatisfy({ "=- \t".contains($0) }) { lines.removeLast() }
    guard var line = lines.last else { return "" }
    line = line.drop { $0 == " " }
    if line.hasPrefix("#") {
      line = line.drop { $0 == "#" }
      while let last = line.last, last == " " || last == "\t" { line = line.dropLast() }
      let body = line.reversed().drop { $0 == "#" }
      // A closing run of marks stands apart from the text.
      if let before = body.first, before == " " { line = line.dropLast(line.count - body.count) }
    }
    return String(line)
  }

  /// The edit that writes an id out at the end of a Markdown heading; nil where that cannot be done.
  public func edit(writing id: String, on heading: NodeID) -> TextEdit? {
    let node = self[heading]
    guard isMarkdown(node), value(.id, of: heading) == nil else { return nil }
    let bytes = source.bytes
    var end = node.range.end
    func trim() { while end > node.range.start, bytes[end - 1] <= 0x20 { end -= 1 } }
    trim()
    if bytes[node.range.start] != UInt8(ascii: "#") {
      // An underlined one: its last line is not text.
      while end > node.range.start, bytes[end - 1] != 0x0A, bytes[end - 1] != 0x0D { end -= 1 }
      trim()
    }
    guard end > node.range.start else { return nil }
    if bytes[end - 1] != UInt8(ascii: "}") { return TextEdit(SourceRange(at: end), " {#\(id)}") }
    guard let list = masks.last(where: { $0.kind == .attributeList && $0.range.end == end }), list.name.isEmpty else {
      return nil
    }
    return TextEdit(SourceRange(at: list.range.end - 1), " #\(id)")
  }
}

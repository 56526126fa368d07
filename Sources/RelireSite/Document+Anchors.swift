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
    let isWritten: Bool
  }

  /// The elements that a link can aim at, in their order, named as current Hugo does.
  public func namedPlaces(_ markup: HugoConfiguration.Markup?) -> [NamedPlace] {
    var places: [NamedPlace] = []
    var ids = HeadingIDs(markup?.headingIDs ?? .github)
    for (index, node) in nodes.enumerated() where node.kind == .element {
      let id = NodeID(index)
      if let name = value(.id, of: id) ?? (node.name == .a ? value(.name, of: id) : nil) {
        places.append(NamedPlace(id: name, node: id, isWritten: true))
        ids.take(name)
      } else if format == .markdown, Self.headings.contains(node.name), isMarkdown(node) {
        places.append(NamedPlace(id: ids.id(for: headingText(id)), node: id, isWritten: false))
      }
    }
    return places
  }

  /// Whether the page, once generated, may have places that are not seen here: from shortcodes and tags, or by another
  /// way of naming headings.
  public func mayGetAnchors(in site: Site?) -> Bool {
    guard format == .markdown else { return false }
    if let generator = site?.generator, generator.kind != .jekyll { return true }
    return masks.contains { $0.kind == .shortcode || $0.kind == .templateTag }
  }

  private static let headings: Set<ElementName> = [.h1, .h2, .h3, .h4, .h5, .h6]

  private func isMarkdown(_ node: Node) -> Bool {
    node.range.start < source.bytes.count && source.bytes[node.range.start] != 0x3C
  }

  /// What a heading says, code and alternatives of images included.
  private func headingText(_ heading: NodeID) -> String {
    var text = ""
    for id in descendants(of: heading) {
      let node = self[id]
      switch node.kind {
      case .text: text += prose.string(Int(node.text.lowerBound)..<Int(node.text.upperBound))
      case .verbatim: text += source.string(node.range)
      case .element where node.name == .img: text += value(.alt, of: id) ?? ""
      default: break
      }
    }
    return text
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
}

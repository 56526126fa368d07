import RelireAccessibility
import RelireDocuments
import RelireModel
import RelireSite

/// The address of something that a page leads to or is made with.
struct AddressUse: Sendable {
  enum Kind: UInt8, Sendable {
    case link, image, asset
  }

  let value: String
  let range: SourceRange
  let kind: Kind
  /// Whether the value alone fills `range`: of a `srcset` it is only a part.
  let isWhole: Bool
  /// The element that holds it.
  let node: NodeID?
}

struct ResolvedAddress: Sendable {
  let use: AddressUse
  let target: SiteIndex.Target
}

extension Page {
  /// The links to a place of the page itself that are written as such; those apart that lead to one of an HTML page’s
  /// ids, as nearly all do.
  var openFragmentLinks: [AddressUse] {
    let links = self.links.filtered(.isFragment).compactMap { link in link.href.map { (link.node, $0) } }
    let frames = elements.frames.compactMap { frame in document.attributeNumber(.src, of: frame).map { (frame, $0) } }
    return (links + frames).compactMap { node, number in
      guard document.attributes[number].value.utf8.first == UInt8(ascii: "#"),
        !leadsToID(document.attributes[number].value.utf8.span)
      else { return nil }
      let attribute = document.attributes[number]
      return AddressUse(value: attribute.value, range: attribute.valueRange, kind: .link, isWhole: true, node: node)
    }
  }

  /// Whether what stands behind `#` is an id of the page, percent-decoded.
  private func leadsToID(_ address: Span<UInt8>) -> Bool {
    guard document.format == .html, address.count > 1 else { return false }
    // An instruction to the browser is for a closer look, and so is white space, which no id has.
    if address.withUnsafeBufferPointer({ BytePair(UInt8(ascii: "~"), 0x20).isIn($0) }) { return false }
    guard address.withUnsafeBufferPointer({ BytePair(UInt8(ascii: "%")).isIn($0) }) else {
      return accessibility.element(withID: address.extracting(1..<address.count)) != nil
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: address.count) { buffer in
      var count = 0
      var index = 1
      while index < address.count {
        var byte = address[index]
        if byte == UInt8(ascii: "%"), index + 2 < address.count, let high = address[index + 1].hexadecimalValue,
          let low = address[index + 2].hexadecimalValue
        {
          byte = high << 4 | low
          index += 2
        }
        buffer[count] = byte
        count += 1
        index += 1
      }
      return accessibility.element(withID: UnsafeBufferPointer(rebasing: buffer[..<count]).span) != nil
    }
  }
}

extension UInt8 {
  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46, 0x61...0x66: (self | 0x20) - 0x61 + 10
    default: nil
    }
  }
}

extension Document {
  /// All addresses of the page, in order.
  func addresses() -> [AddressUse] {
    var found: [AddressUse] = []
    for (index, node) in nodes.enumerated() where node.kind == .element && !node.attributes.isEmpty {
      let id = NodeID(index)
      switch node.name {
      case .a, .area:
        add(.href, of: id, .link, &found)
      case .img:
        add(.src, of: id, .image, &found)
        addSet(of: id, &found)
      case .source:
        add(.src, of: id, .asset, &found)
        addSet(of: id, &found)
      case .link:
        if isFetched(id) { add(.href, of: id, .asset, &found) }
      case .script, .audio, .video, .track, .embed:
        add(.src, of: id, .asset, &found)
      case .iframe:
        add(.src, of: id, .link, &found)
      default:
        break
      }
    }
    return found
  }

  /// The `href` of the page's `base` element.
  var baseAddress: String? {
    guard format == .html else { return nil }
    for (index, node) in nodes.enumerated() where node.kind == .element {
      if node.name == .base { return value(.href, of: NodeID(index)) }
      if node.name == .body { return nil }
    }
    return nil
  }

  private func add(_ name: AttributeName, of node: NodeID, _ kind: AddressUse.Kind, _ found: inout [AddressUse]) {
    guard let attribute = attribute(name, of: node), !attribute.value.isEmpty else { return }
    found.append(
      AddressUse(value: attribute.value, range: attribute.valueRange, kind: kind, isWhole: true, node: node))
  }

  /// `srcset`: addresses with a width or density each, separated by commas.
  private func addSet(of node: NodeID, _ found: inout [AddressUse]) {
    guard let attribute = attribute(.srcset, of: node) else { return }
    for candidate in attribute.value.split(separator: ",").prefix(100) {
      guard let address = candidate.split(whereSeparator: \.isWhitespace).first, !address.hasPrefix("data:") else {
        continue
      }
      found.append(
        AddressUse(value: String(address), range: attribute.valueRange, kind: .image, isWhole: false, node: node))
    }
  }

  /// Whether a `link` element names a file that the page needs or offers.
  private func isFetched(_ node: NodeID) -> Bool {
    guard let relations = value(.rel, of: node)?.lowercased().spaceSeparated else { return false }
    return relations.contains { Self.fetched.contains(String($0)) }
  }

  private static let fetched: Set<String> = ["stylesheet", "icon", "apple-touch-icon", "manifest", "alternate"]
}

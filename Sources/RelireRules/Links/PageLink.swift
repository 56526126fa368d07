import RelireAccessibility
import RelireDocuments
import RelireModel

/// A link of a page, with what the first look at its address and its text tells: nearly all links pass all rules by
/// that. Looked at once for all of them.
struct PageLink: Sendable {
  struct Facts: OptionSet, Sendable {
    let rawValue: UInt16
    /// The target may be a placeholder, as `#`.
    static let mayBePlaceholder = Facts(rawValue: 1 << 0)
    /// The address is more than a path, a fragment or a plain address in full.
    static let mayBeMalformed = Facts(rawValue: 1 << 1)
    /// It has a colon where `http` ends.
    static let mayBeInsecure = Facts(rawValue: 1 << 2)
    /// It ends in an extension of files that are downloaded.
    static let isDownload = Facts(rawValue: 1 << 3)
    /// It begins with `#`.
    static let isFragment = Facts(rawValue: 1 << 4)
    static let isArea = Facts(rawValue: 1 << 5)
    /// It has an attribute by which ARIA names elements.
    static let hasAriaName = Facts(rawValue: 1 << 6)
    /// It has another attribute than its address.
    static let hasOtherAttribute = Facts(rawValue: 1 << 7)
    static let hasTarget = Facts(rawValue: 1 << 8)
    static let textHasSlash = Facts(rawValue: 1 << 9)
    /// Something that is no text, such as an image, stands in the text.
    static let textHasObject = Facts(rawValue: 1 << 10)
  }

  let node: NodeID
  /// The number of its `href` in the page's attributes; nil where there is none.
  let href: Int?
  /// Prose offsets of all of its text.
  let text: Range<Int>
  let facts: Facts

  init(_ link: NodeID, in document: Document) {
    let node = document.nodes[Int(link.index)]
    self.node = link
    var facts: Facts = node.name == .area ? .isArea : []
    var href: Int?
    for number in node.attributes {
      switch document.attributes[Int(number)].name {
      case .href:
        href = href ?? Int(number)
        continue
      case .target: facts.insert(.hasTarget)
      case .ariaLabel, .ariaLabelledby: facts.insert(.hasAriaName)
      default: break
      }
      facts.insert(.hasOtherAttribute)
    }
    self.href = href
    if let href { facts.formUnion(Self.facts(ofAddress: document.attributes[href].value.utf8.span)) }
    text = Int(node.text.lowerBound)..<Int(node.text.upperBound)
    facts.formUnion(Self.facts(ofText: text, document.prose))
    self.facts = facts
  }

  private static func facts(ofText text: Range<Int>, _ prose: Prose) -> Facts {
    prose.bytes.withUnsafeBufferPointer { bytes in
      let own = UnsafeBufferPointer(rebasing: bytes[text])
      guard BytePair(UInt8(ascii: "/"), 0xEF).isIn(own) else { return [] }
      var facts: Facts = own.contains(UInt8(ascii: "/")) ? .textHasSlash : []
      for offset in text.dropLast(2)
      where bytes[offset] == 0xEF && bytes[offset + 1] == 0xBF && bytes[offset + 2] == 0xBC {
        facts.insert(.textHasObject)
      }
      return facts
    }
  }

  private static func facts(ofAddress address: Span<UInt8>) -> Facts {
    guard !address.isEmpty else { return .mayBePlaceholder }
    var facts: Facts = []
    let first = address[0]
    if first == UInt8(ascii: "#") { facts.insert(.isFragment) }
    if first <= 0x20 || address.count <= 11 && first != UInt8(ascii: "/") || first | 0x20 == UInt8(ascii: "j") {
      facts.insert(.mayBePlaceholder)
    }
    if !MalformedAddress.isPlain(address) { facts.insert(.mayBeMalformed) }
    if address.count > 7, address[4] == UInt8(ascii: ":") { facts.insert(.mayBeInsecure) }
    if first != UInt8(ascii: "#"), DownloadFormat.isOfFile(address) { facts.insert(.isDownload) }
    return facts
  }
}

/// The links of a page, in document order; those without any attribute left out.
struct PageLinks: Sendable {
  let all: [PageLink]
  /// What any of them has.
  let facts: PageLink.Facts

  init(_ links: [NodeID], in document: Document) {
    all = links.map { PageLink($0, in: document) }
    facts = all.reduce(into: []) { $0.formUnion($1.facts) }
  }

  /// Those that have all of these; nearly always none.
  func filtered(_ wanted: PageLink.Facts) -> [PageLink] {
    facts.isSuperset(of: wanted) ? all.filter { $0.facts.isSuperset(of: wanted) } : []
  }
}

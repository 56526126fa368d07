import RelireModel

/// The anchors that a text, whatever its language, may aim at: what stands after `#` up to a byte that is in no
/// heading's id.
public enum MentionedAnchors {
  /// Adds the hashes of those of a text. Linear.
  public static func insert(from text: some Collection<UInt8>, into anchors: inout Set<UInt32>) {
    var before: UInt8 = 0
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      text.formIndex(after: &index)
      defer { before = byte }
      // A heading's own attributes, a character reference.
      guard byte == UInt8(ascii: "#"), before != UInt8(ascii: "{"), before != UInt8(ascii: "&") else { continue }
      let anchor = text[index...].prefix(while: isOfAnchor)
      if !anchor.isEmpty { anchors.insert(hash(of: "#" + String(decoding: anchor, as: UTF8.self))) }
    }
  }

  public static func hash(ofAnchor anchor: String) -> UInt32 { FNV1a.of(anchor.utf8) }

  private static func hash(of address: String) -> UInt32 {
    hash(ofAnchor: LinkAddress.fragment(of: address) ?? "")
  }

  private static func isOfAnchor(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "%"), 0x80...0xFF: true
    default: byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
  }
}

/// The address of a link, taken apart.
///
/// Source: WHATWG URL Standard, as far as links within a site need it.
public struct LinkAddress {
  /// Lower case, without its colon; nil for a relative address.
  let scheme: String?
  /// Host and port, lower case; nil for a path.
  let host: String?
  /// Percent-decoded.
  let path: String
  /// Percent-decoded; nil without `#`.
  let fragment: String?
  /// Where the path lies in the address as written.
  let pathRange: Range<String.Index>

  init(_ text: String) {
    // All that parts an address is ASCII: bytes tell it sooner than characters.
    var rest = text[...].utf8
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = Self.decoded(Substring(Self.withoutDirective(rest[rest.index(after: hash)...])))
      rest = rest[..<hash]
    } else {
      fragment = nil
    }
    if let query = rest.firstIndex(of: UInt8(ascii: "?")) { rest = rest[..<query] }
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon > rest.startIndex,
      rest[..<colon].allSatisfy(Self.isSchemeByte)
    {
      scheme = Substring(rest[..<colon]).lowercased()
      rest = rest[rest.index(after: colon)...]
    } else {
      scheme = nil
    }
    if rest.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
      let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
      host = Substring(authority).lowercased()
      rest = rest[authority.endIndex...]
    } else {
      host = nil
    }
    pathRange = rest.startIndex..<rest.endIndex
    path = Self.decoded(Substring(rest))
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  /// A fragment without what follows `:~:`, an instruction to the browser (text fragments).
  private static func withoutDirective(_ fragment: Substring.UTF8View) -> Substring.UTF8View {
    for index in fragment.indices.dropFirst() where fragment[index] == UInt8(ascii: "~") {
      let next = fragment.index(after: index)
      if next < fragment.endIndex, fragment[next] == UInt8(ascii: ":"),
        fragment[fragment.index(before: index)] == UInt8(ascii: ":")
      {
        return fragment[..<fragment.index(before: index)]
      }
    }
    return fragment
  }

  /// What an address aims at within a page, percent-decoded.
  public static func fragment(of address: String) -> String? {
    // Most of those that are asked are a fragment and nothing else.
    if address.utf8.first == UInt8(ascii: "#"), isPlain(address.utf8.span) {
      return decoded(Substring(address.utf8.dropFirst()))
    }
    return LinkAddress(address).fragment
  }

  /// Whether there is nothing in an address to leave out: no white space, no instruction to the browser.
  private static func isPlain(_ address: Span<UInt8>) -> Bool {
    for offset in address.indices where address[offset] == UInt8(ascii: "~") || address[offset] <= 0x20 { return false }
    return true
  }

  /// As written when the bytes are no UTF-8.
  private static func decoded(_ text: Substring) -> String {
    let written = text.utf8.span
    var bytes: [UInt8] = []
    bytes.reserveCapacity(written.count)
    var index = 0
    while index < written.count {
      if written[index] == UInt8(ascii: "%"), index + 2 < written.count, let high = digit(written[index + 1]),
        let low = digit(written[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(written[index])
        index += 1
      }
    }
    return bytes.count == written.count ? String(text) : String(validating: bytes, as: UTF8.self) ?? String(text)
  }

  /// The value of a hexadecimal digit.
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }
}

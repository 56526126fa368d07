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
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    if let hash = rest.firstIndex(of: "#") {
      let written = rest[rest.index(after: hash)...]
      // What follows is an instruction to the browser (text fragments).
      let name = written.firstRange(of: ":~:").map { written[..<$0.lowerBound] } ?? written
      fragment = Self.decoded(name)
      rest = rest[..<hash]
    } else {
      fragment = nil
    }
    if let query = rest.firstIndex(of: "?") { rest = rest[..<query] }
    if let colon = rest.firstIndex(of: ":"), colon > rest.startIndex,
      rest[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    {
      scheme = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    } else {
      scheme = nil
    }
    if rest.hasPrefix("//") {
      let authority = rest.dropFirst(2).prefix { $0 != "/" }
      host = authority.lowercased()
      rest = rest[authority.endIndex...]
    } else {
      host = nil
    }
    pathRange = rest.startIndex..<rest.endIndex
    path = Self.decoded(rest)
  }

  /// What an address aims at within a page, percent-decoded.
  public static func fragment(of address: String) -> String? { LinkAddress(address).fragment }

  /// As written when the bytes are no UTF-8.
  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var index = text.utf8.startIndex
    while index < text.utf8.endIndex {
      let byte = text.utf8[index]
      let next = text.utf8.index(after: index)
      if byte == UInt8(ascii: "%"), let end = text.utf8.index(next, offsetBy: 2, limitedBy: text.utf8.endIndex),
        let value = UInt8(String(text[next..<end]), radix: 16)
      {
        bytes.append(value)
        index = end
      } else {
        bytes.append(byte)
        index = next
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
  }
}

/// Compares the targets of links as far as their spelling tells.
enum AddressComparison {
  /// Whether two targets can hardly be the same page: neither their last parts nor their fragments agree.
  static func isClearlyOther(_ a: String, _ b: String) -> Bool { name(a) != name(b) }

  /// What an address names, without scheme, host, `index.html`, extension and closing slash.
  private static func name(_ address: String) -> [UInt8] {
    var text = Array(address.lowercased().utf8)[...]
    if let scheme = text.indices.first(where: { text[$0...].starts(with: "://".utf8) }) {
      text = text[(scheme + 3)...].drop { $0 != UInt8(ascii: "/") }
    }
    let path = text.prefix { $0 != UInt8(ascii: "#") }
    let fragment = text[path.endIndex...]
    let query = path.drop { $0 != UInt8(ascii: "?") }
    var parts = path[..<query.startIndex].split(separator: UInt8(ascii: "/"))
      .filter { !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    if let last = parts.last, last.starts(with: "index.".utf8) { parts.removeLast() }
    let file = parts.last?.prefix { $0 != UInt8(ascii: ".") } ?? []
    return file + query + fragment
  }
}

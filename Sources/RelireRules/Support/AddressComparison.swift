/// Compares the targets of links as far as their spelling tells.
enum AddressComparison {
  /// Whether two targets can hardly be the same page: neither their last parts nor their fragments agree.
  static func isClearlyOther(_ a: String, _ b: String) -> Bool { name(a) != name(b) }

  /// What an address names, without scheme, host, `index.html`, extension and closing slash.
  private static func name(_ address: String) -> String {
    var text = Substring(address.lowercased())
    if let scheme = text.range(ofFirst: "://") { text = text[scheme...].drop { $0 != "/" } }
    let path = text.prefix { $0 != "#" }
    let fragment = text.drop { $0 != "#" }
    var parts = path.prefix { $0 != "?" }.split(separator: "/").filter { $0 != "." && $0 != ".." }
    if let last = parts.last, last.hasPrefix("index.") { parts.removeLast() }
    let file = parts.last.map { $0.prefix { $0 != "." } } ?? ""
    return String(file) + path.drop { $0 != "?" } + fragment
  }
}

extension Substring {
  /// The index after the first occurrence of a short text.
  fileprivate func range(ofFirst text: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return self.index(index, offsetBy: text.count) }
      index = self.index(after: index)
    }
    return nil
  }
}

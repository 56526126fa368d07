/// Untrusted text for HTML content and quoted attributes. Hidden characters are shown by signs.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    let text = SafeText.neutralised(text)
    let isPlain = text.utf8.allSatisfy { byte in
      byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22 && byte != 0x27
    }
    if isPlain { return text }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// A message: backquotes fence code, guillemets (in English “ ”) quote the page. Both are marked as such,
  /// for what a page says is no prose of this one.
  static func message(_ text: String) -> String {
    var result = ""
    var rest = Array(SafeText.neutralised(text).unicodeScalars)[...]
    var last: [Unicode.Scalar: Int] = [:]
    for (index, scalar) in rest.enumerated() { last[scalar] = index }
    while let first = rest.popFirst() {
      guard let fence = fences.first(where: { $0.open == first }), let final = last[fence.close],
        final >= rest.startIndex, let end = rest.firstIndex(of: fence.close)
      else {
        append(first, to: &result)
        continue
      }
      let inner = rest[..<end]
      rest = rest[(end + 1)...]
      if fence.isShown { result.unicodeScalars.append(first) }
      // The spaces inside guillemets are ours, not the page's.
      let start = inner.firstIndex { $0 != "\u{A0}" } ?? inner.endIndex
      let stop = inner.lastIndex { $0 != "\u{A0}" }.map { $0 + 1 } ?? start
      for scalar in inner[..<start] { append(scalar, to: &result) }
      result += "<\(fence.element)>"
      for scalar in inner[start..<stop] { append(scalar, to: &result) }
      result += "</\(fence.element)>"
      for scalar in inner[stop...] { append(scalar, to: &result) }
      if fence.isShown { result.unicodeScalars.append(fence.close) }
    }
    return result
  }

  private static let fences: [(open: Unicode.Scalar, close: Unicode.Scalar, element: String, isShown: Bool)] = [
    ("`", "`", "code", false), ("\u{AB}", "\u{BB}", "samp", true), ("\u{201C}", "\u{201D}", "samp", true),
  ]

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
}

/// Untrusted text inside Markdown of ours.
package enum MarkdownText {
  /// Text that shows as it is, on one line.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in SafeText.neutralised(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "&", "~", "#", "$", "{", "}": result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Text of our own, in which backquotes fence code: what stands between them stays as it is.
  static func prose(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // An odd one would leave a span open.
    guard parts.count % 2 == 1 else { return escaped(text) }
    return parts.enumerated().map { $0 % 2 == 0 ? escaped(String($1)) : "`\($1)`" }.joined()
  }

  /// A code span, fenced by more backquotes than the text has in a row. Hidden characters are shown by signs.
  package static func code(_ text: String, inTable: Bool = false) -> String {
    var longest = 0
    var current = 0
    var shown = ""
    for scalar in SafeText.neutralised(text).unicodeScalars {
      current = scalar == "`" ? current + 1 : 0
      longest = max(longest, current)
      // Only this escape works inside a code span, and only in a table (GFM).
      if inTable, scalar == "|" { shown += "\\" }
      shown.unicodeScalars.append(scalar)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let padding = shown.hasPrefix("`") || shown.hasSuffix("`") || shown.isEmpty ? " " : ""
    return fence + padding + shown + padding + fence
  }
}

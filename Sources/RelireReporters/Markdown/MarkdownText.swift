/// Untrusted text inside Markdown of ours.
enum MarkdownText {
  /// Text that shows as it is, on one line.
  static func escaped(_ text: String) -> String {
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

  /// A code span, fenced by more backquotes than the text has in a row. Hidden characters are shown by signs.
  static func code(_ text: String, inTable: Bool = false) -> String {
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

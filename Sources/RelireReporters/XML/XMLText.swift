/// Text for XML 1.0, in content and in attributes.
enum XMLText {
  /// Hidden characters become signs first: XML has no way to write most of the control characters.
  static func escaped(_ text: String) -> String {
    let text = SafeText.neutralised(text)
    // 0xEF begins U+FFFE and U+FFFF.
    let isPlain = text.utf8.allSatisfy { byte in
      byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22 && byte != 0x27 && byte != 0xEF
    }
    if isPlain { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Text for XML 1.0, in content and in attributes.
enum XMLText {
  /// Hidden characters become signs first: XML has no way to write most of the control characters.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in SafeText.neutralised(text).unicodeScalars {
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

/// Untrusted text made harmless for a terminal.
public enum SafeText {
  /// The text with its hidden characters replaced by their signs; no-break spaces stay, for they do
  /// no harm in a message, where they belong.
  public static func neutralised(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let hidden = hidden(scalar, after: previous) {
        result += hidden.sign
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// Whether nothing has to be replaced, as in nearly all texts.
  private static func isPlain(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return true }
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if hidden(scalar, after: previous) != nil { return false }
      previous = scalar
    }
    return true
  }

  private static func hidden(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> HiddenCharacter? {
    scalar == "\u{A0}" || scalar == "\u{202F}" ? nil : HiddenCharacter(scalar, after: previous)
  }
}

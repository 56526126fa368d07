/// Untrusted text made harmless for a terminal.
public enum SafeText {
  /// The text with its hidden characters replaced by their signs; no-break spaces stay, for they do
  /// no harm in a message, where they belong.
  public static func neutralised(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain { return text }
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar != "\u{A0}", scalar != "\u{202F}", let hidden = HiddenCharacter(scalar, after: previous) {
        result += hidden.sign
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }
}

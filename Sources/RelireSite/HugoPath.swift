import RelireModel

/// How Hugo makes parts of URLs out of file names, titles and slugs.
///
/// Source: Hugo’s documentation of URL management, and for what it leaves open its behaviour, with
/// which the tests compare.
enum HugoPath {
  /// A part of a file's path: each blank becomes a hyphen, other signs fall away.
  static func name(_ name: some StringProtocol, keepsCase: Bool, removesAccents: Bool = false) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      if scalar.properties.isWhitespace {
        result += "-"
      } else if isAllowed(scalar) {
        result.unicodeScalars.append(scalar)
      }
    }
    return cased(result, keepsCase: keepsCase, removesAccents: removesAccents)
  }

  /// A slug or a title: runs of blanks between words become one hyphen.
  static func slug(_ text: String, keepsCase: Bool, removesAccents: Bool = false) -> String {
    var result = ""
    var isPending = false
    var wasHyphen = false
    for scalar in text.unicodeScalars {
      if isAllowed(scalar) {
        wasHyphen = scalar == "-"
        if isPending, !wasHyphen { result += "-" }
        isPending = false
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, !wasHyphen, scalar.properties.isWhitespace {
        isPending = true
      }
    }
    return cased(result, keepsCase: keepsCase, removesAccents: removesAccents)
  }

  private static func cased(_ text: String, keepsCase: Bool, removesAccents: Bool) -> String {
    let text = removesAccents ? withoutAccents(text) : text
    return keepsCase ? text : text.lowercased()
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "/", "\\", "_", "#", "+", "~", "-", "@", "%": return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// Latin letters without their accents.
  static func withoutAccents(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      result.unicodeScalars.append(scalar.latinBase)
    }
    return result
  }
}

import RelireModel

/// A character that a reader cannot see or that must not reach a terminal as it is, and the sign
/// that stands for it.
///
/// The content of a page is untrusted: a control character could rewrite the terminal, a bidirectional
/// control could make a line read otherwise than it is.
struct HiddenCharacter: Hashable {
  let scalar: Unicode.Scalar

  /// The hidden character that a scalar is, or nil when it can be shown as it is.
  ///
  /// - Parameter previous: the scalar before it. A joiner or a variation selector inside an emoji is a
  ///   part of a picture and stays.
  init?(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar? = nil) {
    switch scalar.value {
    // Letters and the marks of French text, which are nearly all that is met.
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x2010...0x2027, 0x2030...0x205E: return nil
    case 0xFE00...0xFE0F: return nil
    case 0x200D where previous.map { $0.value == 0xFE0F || $0.properties.isEmoji } ?? false: return nil
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .unassigned, .surrogate:
      break
    default:
      guard properties.isDefaultIgnorableCodePoint else { return nil }
    }
    self.scalar = scalar
  }

  /// The ordinary space, which is shown only where it is part of the fault.
  static let space = HiddenCharacter(known: " ")

  private init(known scalar: Unicode.Scalar) { self.scalar = scalar }

  /// What is shown in its place.
  var sign: String {
    switch scalar {
    case " ": "\u{B7}"
    case "\u{A0}": "\u{237D}"
    case "\u{202F}": "\u{23B5}"
    case "\t": "\u{2192}"
    case "\n": "\u{21B5}"
    case "\r": "\u{240D}"
    default: "<\(codePoint)>"
    }
  }

  /// The number of terminal columns that the sign takes.
  var signWidth: Int { sign.unicodeScalars.count }

  /// As `U+202F`.
  var codePoint: String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  var name: Message {
    switch scalar.value {
    case 0x09: Message(fr: "tabulation", en: "tab")
    case 0x0A: Message(fr: "fin de ligne", en: "line feed")
    case 0x0D: Message(fr: "retour chariot", en: "carriage return")
    case 0x1A: Message(fr: "caractère illisible", en: "unreadable character")
    case 0x1B: Message(fr: "caractère d’échappement", en: "escape")
    case 0x20: Message(fr: "espace", en: "space")
    case 0xA0: Message(fr: "espace insécable", en: "no-break space")
    case 0xAD: Message(fr: "trait d’union conditionnel", en: "soft hyphen")
    case 0x2009: Message(fr: "espace fine sécable", en: "thin space")
    case 0x200B: Message(fr: "espace de largeur nulle", en: "zero width space")
    case 0x200C: Message(fr: "antiliant de largeur nulle", en: "zero width non-joiner")
    case 0x200D: Message(fr: "liant de largeur nulle", en: "zero width joiner")
    case 0x200E: Message(fr: "marque gauche-à-droite", en: "left-to-right mark")
    case 0x200F: Message(fr: "marque droite-à-gauche", en: "right-to-left mark")
    case 0x202A...0x202E, 0x2066...0x2069: Message(fr: "commande bidirectionnelle", en: "bidirectional control")
    case 0x202F: Message(fr: "espace fine insécable", en: "narrow no-break space")
    case 0x2060: Message(fr: "gluon de mots", en: "word joiner")
    case 0xFEFF: Message(fr: "indicateur d’ordre des octets (BOM)", en: "byte order mark")
    default: unicodeName
    }
  }

  private var unicodeName: Message {
    if let name = scalar.properties.name { return Message(fr: name, en: name.lowercased()) }
    switch scalar.properties.generalCategory {
    case .control: return Message(fr: "caractère de commande", en: "control character")
    case .privateUse: return Message(fr: "caractère à usage privé", en: "private use character")
    default: return Message(fr: "caractère inconnu", en: "unknown character")
    }
  }
}

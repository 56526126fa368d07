import RelireModel

/// Numbers, plurals and the few words that all reports share, in the language of the messages.
public struct Wording: Sendable {
  public let language: MessageLanguage

  public init(_ language: MessageLanguage) { self.language = language }

  public func callAsFunction(fr french: String, en english: String) -> String {
    language == .french ? french : english
  }

  /// Digits in groups of three: U+202F in French (Imprimerie nationale), a comma in English.
  public func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var result = value < 0 ? "\u{2212}" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += language == .french ? "\u{202F}" : "," }
      result.append(digit)
    }
    return result
  }

  /// A share as a whole percentage, `42 %` in French. Anything between none and all is never rounded to either.
  public func percentage(_ part: Int, of whole: Int) -> String {
    let exact = whole == 0 ? 0 : Double(part) * 100 / Double(whole)
    var rounded = Int(exact.rounded())
    if part > 0 { rounded = max(rounded, 1) }
    if part < whole { rounded = min(rounded, 99) }
    return language == .french ? "\(rounded)\u{A0}%" : "\(rounded)%"
  }

  /// The number with its noun. French counts 0 and 1 as singular, English only 1.
  public func count(_ value: Int, fr: (one: String, many: String), en: (one: String, many: String)) -> String {
    let isOne = language == .french ? value < 2 : value == 1
    let forms = language == .french ? fr : en
    return number(value) + "\u{A0}" + (isOne ? forms.one : forms.many)
  }

  public func files(_ value: Int) -> String {
    count(value, fr: ("fichier", "fichiers"), en: ("file", "files"))
  }

  public func diagnostics(_ value: Int) -> String {
    count(value, fr: ("signalement", "signalements"), en: ("diagnostic", "diagnostics"))
  }

  /// As `2 erreurs`.
  public func count(_ value: Int, of severity: Severity) -> String {
    switch severity {
    case .error: count(value, fr: ("erreur", "erreurs"), en: ("error", "errors"))
    case .warning: count(value, fr: ("avertissement", "avertissements"), en: ("warning", "warnings"))
    case .info: count(value, fr: ("info", "infos"), en: ("info", "infos"))
    }
  }

  public func word(_ severity: Severity) -> String {
    switch severity {
    case .error: self(fr: "erreur", en: "error")
    case .warning: self(fr: "avertissement", en: "warning")
    case .info: "info"
    }
  }

  public func word(_ safety: FixSafety) -> String {
    switch safety {
    case .safe: self(fr: "sûre", en: "safe")
    case .unsafe: self(fr: "à relire", en: "to proofread")
    case .suggestion: "suggestion"
    }
  }

  /// Before what follows: `Exemple : `.
  public var colon: String { language == .french ? "\u{A0}: " : ": " }

  public func quoted(_ text: String) -> String {
    language == .french ? "\u{AB}\u{A0}\(text)\u{A0}\u{BB}" : "\u{201C}\(text)\u{201D}"
  }
}

/// The typographic conventions of a content locale.
///
/// Sources: Imprimerie nationale, *Lexique des règles typographiques* (fr-FR); OQLF, Banque de
/// dépannage linguistique (fr-CA); *Guide du typographe* (fr-CH).
public struct Conventions: Sendable {
  public enum Locale: String, Sendable, CaseIterable {
    case france = "fr-FR"
    case newCaledonia = "fr-NC"
    case belgium = "fr-BE"
    case canada = "fr-CA"
    case switzerland = "fr-CH"
  }

  /// What may stand before a mark, and what a fix writes there.
  public struct Spacing: Sendable {
    /// What a fix writes; nil for no space at all.
    public let preferred: Unicode.Scalar?
    /// Whether no space at all is accepted.
    public let acceptsNone: Bool
    /// Whether a space is accepted although `preferred` is none.
    public let acceptsSpace: Bool

    init(_ preferred: Unicode.Scalar?, acceptsNone: Bool = false, acceptsSpace: Bool = true) {
      self.preferred = preferred
      self.acceptsNone = acceptsNone || preferred == nil
      self.acceptsSpace = acceptsSpace
    }
  }

  public let locale: Locale
  /// Before `;`, `!` and `?`.
  public let highPunctuation: Spacing
  public let colon: Spacing
  /// Inside « and ».
  public let guillemet: Spacing
  public let percent: Spacing
  /// Between groups of three digits.
  public let thousands: Spacing
  /// Numbers with fewer digits need no thousands separator.
  public let thousandsFrom: Int

  public static func of(_ locale: Locale) -> Conventions {
    let wide: Unicode.Scalar = "\u{A0}"
    let narrow: Unicode.Scalar = "\u{202F}"
    switch locale {
    case .france, .newCaledonia, .belgium:
      return Conventions(
        locale: locale, highPunctuation: Spacing(narrow), colon: Spacing(wide), guillemet: Spacing(wide),
        percent: Spacing(wide), thousands: Spacing(narrow), thousandsFrom: 4)
    case .canada:
      return Conventions(
        locale: locale, highPunctuation: Spacing(nil), colon: Spacing(wide), guillemet: Spacing(wide),
        percent: Spacing(wide), thousands: Spacing(wide), thousandsFrom: 5)
    case .switzerland:
      return Conventions(
        locale: locale, highPunctuation: Spacing(narrow, acceptsNone: true), colon: Spacing(narrow, acceptsNone: true),
        guillemet: Spacing(narrow, acceptsNone: true), percent: Spacing(wide, acceptsNone: true),
        thousands: Spacing(narrow), thousandsFrom: 5)
    }
  }
}

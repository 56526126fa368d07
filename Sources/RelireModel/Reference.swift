/// The authority on which a rule stands.
public enum Reference: Hashable, Sendable {
  /// A criterion or test of RGAA 4.1.2, as `6.1.1` (a test) or `6.1` (a criterion). `isWhole` where nothing of the test
  /// is left to a human on a page of which markup alone is known.
  case rgaa(String, isWhole: Bool = false)
  /// A success criterion of WCAG 2.2, as `2.4.4`.
  case wcag(String)
  /// A rule of W3C's ACT Rules, by its id, as `c487ae`. Only for rules that decide it.
  case act(String)
  /// An entry of the *Lexique des règles typographiques en usage à l’Imprimerie nationale*.
  case imprimerieNationale(String)
  /// A page of the Banque de dépannage linguistique, Office québécois de la langue française.
  case oqlf(String)
  /// The *Guide du typographe* of Switzerland.
  case guideDuTypographe(String)
  /// Unicode's Common Locale Data Repository.
  case cldr(String)
  /// A section of the HTML standard, of CommonMark, or of another specification, by name.
  case specification(String)
  /// An accessibility practice that no criterion asks for any more.
  case goodPractice(Message)
  /// Established usage that no single authority settles.
  case usage(Message)
}

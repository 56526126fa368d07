/// A BCP 47 language tag, as written in a `lang` attribute or a site's configuration.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  public let description: String
  /// The primary subtag, lower case; empty when the language is unknown (`lang=""`).
  public let primary: String
  public let isFrench: Bool

  public init(_ text: String) {
    description = text
    primary = String(text.prefix { $0 != "-" && $0 != "_" }).lowercased()
    isFrench = primary == "fr" || primary == "fra" || primary == "fre"
  }

  public static let french = LanguageTag("fr")
  /// Text that is not to be translated or corrected (`translate="no"`).
  public static let noLanguage = LanguageTag("zxx")
}

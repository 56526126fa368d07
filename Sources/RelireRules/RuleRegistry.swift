import RelireModel

/// Every rule there is, one line each.
public enum RuleRegistry {
  public static let rules: [any Rule.Type] = [
    UnreadableFile.self,
    UnknownFormat.self,
    BrokenEncoding.self,
    BrokenFrontMatter.self,
    BrokenMarkup.self,
    UnusedSuppression.self,
    UnknownRule.self,
    BrokenDirective.self,
    AccentedCapital.self,
    HyphenationOfCompounds.self,
    Ligature.self,
    DoubledWord.self,
    PhoneNumber.self,
    Abbreviation.self,
    AcronymDots.self,
    TimeFormat.self,
    CapitalisedDateWord.self,
    DateFormat.self,
    NumeralSpelling.self,
    ParticleHyphen.self,
    PrefixHyphen.self,
    Elision.self,
    InversionHyphen.self,
    Superscript.self,
    Ordinal.self,
    MultiplicationSign.self,
    DecimalComma.self,
    Currency.self,
    UnitSpacing.self,
    ThousandsSeparator.self,
    SpaceBeforeColon.self,
    SpaceBeforeHighPunctuation.self,
    GuillemetSpacing.self,
    QuotationMarks.self,
    UnbalancedQuotes.self,
    Apostrophe.self,
    Ellipsis.self,
    SkippedLevel.self,
    TrailingPunctuation.self,
    EmphasisAsHeading.self,
    EmptyHeading.self,
    MissingObjectives.self,
    EmptyObjectives.self,
    PlaceholderText.self,
    GenericText.self,
    NoAccessibleName.self,
    PlaceholderTarget.self,
    MissingLanguage.self,
    UndescriptiveTitle.self,
  ]

  public static let metadata: [RuleMetadata] = rules.map { $0.metadata }

  private static let byID: [RuleID: any Rule.Type] = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0) })

  public static func rule(_ id: RuleID) -> (any Rule.Type)? { byID[id] }
}

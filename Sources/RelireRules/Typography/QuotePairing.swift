import RelireDocuments
import RelireModel

/// Which quotation marks of a block belong together: see `QuoteReader`.
struct QuotePairing {
  enum Style {
    case guillemet, english, straight
    /// ‘ ’ and their straight forms.
    case single
    /// `''`
    case doubled
    /// `<<` and `>>`
    case angle
    /// „
    case low
  }

  struct Mark {
    /// Of the first token.
    let index: Int
    /// Two for `''`.
    let tokenCount: Int
    let style: Style
    /// Whether it may as well be an apostrophe, so that nothing is wrong when it has no counterpart.
    let isUncertain: Bool
    /// The glyph points the other way: `mot«`, `”mot`.
    let isReversed: Bool
  }

  struct Pair {
    let opening: Mark
    let closing: Mark
    /// 0 outside of all other quotations.
    let depth: Int
  }

  /// Triggers of the rules that pair quotes.
  static let marks: Token.Kinds = [
    .openingGuillemet, .closingGuillemet, .openingEnglishQuote, .closingEnglishQuote, .lowQuote, .straightQuote,
    .straightApostrophe, .apostrophe, .apostropheLike, .angleRun,
  ]

  /// Sorted by their opening marks.
  var pairs: [Pair] = []
  /// Marks that are certain and have no counterpart, in order.
  var strays: [(mark: Mark, isOpening: Bool)] = []

  init() {}

  init(_ context: BlockContext) {
    guard QuoteReader.hasQuotes(context) else { return }
    var reader = QuoteReader(context)
    self = reader.read()
  }
}

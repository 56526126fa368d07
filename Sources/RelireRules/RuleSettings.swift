import RelireDocuments
import RelireLexicon
import RelireModel

/// What the site's configuration tells the rules.
public struct RuleSettings: Sendable {
  /// How a fix writes a no-break space.
  public enum SpaceForm: String, Sendable, CaseIterable {
    /// U+00A0 or U+202F itself.
    case character
    /// `&nbsp;` or `&#8239;`, for editors who want to see it.
    case entity
  }

  public var conventions: Conventions
  public var spaces: SpaceForm
  /// Whether U+00A0 where U+202F is due, or the reverse, is a fault.
  public var strictSpaces: Bool
  /// Whether the site's renderer turns `'`, `...` and `--` of page bodies into typographic forms itself.
  public var hasTypographer: Bool
  /// The word lists, the site's own entries among them.
  public var lexicon: Lexicon
  /// The sections that pages must have.
  public var sections: [SectionModel]
  /// The day of the run; nil where it must not matter.
  public var today: CalendarDate?

  public init(
    conventions: Conventions = .of(.france), spaces: SpaceForm = .character, strictSpaces: Bool = false,
    hasTypographer: Bool = false, lexicon: Lexicon = .standard, sections: [SectionModel] = [.objectives],
    today: CalendarDate? = nil
  ) {
    self.conventions = conventions
    self.spaces = spaces
    self.strictSpaces = strictSpaces
    self.hasTypographer = hasTypographer
    self.lexicon = lexicon
    self.sections = sections
    self.today = today
  }
}

import RelireDocuments
import RelireLexicon
import RelireModel
import RelireSite

/// A section that pages must have, and how they may write it. The objectives are the built-in one.
public struct SectionModel: Sendable, Hashable {
  /// A way to write a section.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// A key of the front matter, holding a list or a text.
    case frontMatter = "front-matter"
    /// A heading, and what stands below it.
    case heading
    /// A bold label, and the text or list after it.
    case label
  }

  /// Where the section must stand among the page's parts.
  public enum Position: Sendable, Hashable {
    case anywhere
    case first
    case last
    /// By the other section's name.
    case before(String)
    case after(String)
  }

  /// How messages and corrections write it, as `Objectifs`.
  public var title: String { didSet { isObjectives = Self.isObjectives(title) } }
  /// Front matter keys that may hold it.
  public var keys: [String]
  /// Titles under which a heading or a bold label may open it. Case, accents and a final colon are of no account.
  public var titles: [String] {
    didSet {
      foldedTitles = Self.folded(titles)
      initials = Self.initials(of: foldedTitles)
    }
  }
  private var foldedTitles: Set<FoldedText>
  /// One bit for each first letter of `foldedTitles`.
  private var initials: UInt64
  public var forms: [Form] = Form.allCases
  public var position = Position.anywhere
  /// How many items at least, and at most.
  public var minimum = 1
  public var maximum: Int?
  /// Whether every item must begin with an infinitive.
  public var wantsInfinitives = false
  /// Texts that are placeholders in this section, besides those of the dictionary.
  public var placeholders: [String] = []
  public var pages = PageSelector()
  /// In place of the rules' own severities.
  public var severity: Severity?
  /// Whether the configuration asks for it; the built-in section is only expected of sites that use it.
  public var isConfigured: Bool

  public init(title: String, keys: [String], titles: [String], isConfigured: Bool = true) {
    self.isConfigured = isConfigured
    self.title = title
    isObjectives = Self.isObjectives(title)
    self.keys = keys
    self.titles = titles
    foldedTitles = Self.folded(titles)
    initials = Self.initials(of: foldedTitles)
  }

  // Settings are compared and grouped at the end of a run; to hash every field of them costs more than all of that.
  public func hash(into hasher: inout Hasher) { hasher.combine(title) }

  private static func initials(of titles: Set<FoldedText>) -> UInt64 {
    titles.reduce(0) { $0 | bit($1.description.utf8.first ?? 0) }
  }

  private static func bit(_ initial: UInt8) -> UInt64 { 1 << UInt64(initial & 63) }

  private static func folded(_ titles: [String]) -> Set<FoldedText> { Set(titles.map { FoldedText($0) }) }

  /// What tells it from other sections.
  public var id: FoldedText { FoldedText(title) }

  /// Whether rules speak of it as the page's objectives.
  public private(set) var isObjectives: Bool

  private static func isObjectives(_ title: String) -> Bool { titlesOfObjectives.contains(FoldedText(title)) }

  /// Whether a heading or a label with this text opens the section.
  public func isTitle(_ text: FoldedText) -> Bool { foldedTitles.contains(text) }

  /// Whether a text begins with a letter that a title begins with: nearly all others are not even folded.
  func mayBeTitle(_ text: ArraySlice<UInt8>) -> Bool {
    for byte in text {
      // Letters outside ASCII may be anything once they are folded; signs before the first letter are left out.
      if byte >= 0x80 { return true }
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 { return initials & Self.bit(byte | 0x20) != 0 }
    }
    return false
  }

  /// Whether a page must have the section.
  public func isRequired(on page: Page) -> Bool {
    page.isExpectedToHaveSections(ofConfiguration: isConfigured) && pages.matches(page)
  }

  /// Whether a text only keeps the place of one of its items.
  func isPlaceholder(_ text: String, _ lexicon: Lexicon) -> Bool {
    if Placeholders.isPlaceholder(text, lexicon) { return true }
    guard !placeholders.isEmpty else { return false }
    let text = FoldedText(text)
    return placeholders.contains { FoldedText($0) == text }
  }
}

extension SectionModel {
  /// What a reader will know or be able to do after the page.
  public static let objectives: SectionModel = {
    var model = SectionModel(
      title: "Objectifs", keys: ["objectifs", "objectif"], titles: namesOfObjectives, isConfigured: false)
    model.wantsInfinitives = true
    return model
  }()

  private static let namesOfObjectives = [
    "Objectif", "Objectifs", "L’objectif", "Les objectifs", "Objectif de la page", "Objectifs de la page",
    "Objectif de cette page", "Objectifs de cette page", "Objectifs du guide", "Objectifs pédagogiques",
    "Vos objectifs", "Objectives", "Learning objectives",
  ]

  private static let titlesOfObjectives = folded(namesOfObjectives)
}

extension Page {
  /// Every content page but the home page; and of the files outside any site those that have a front matter,
  /// which makes pages of them, or that a configuration is about.
  ///
  /// - Parameter isConfigured: whether somebody asked for the section in question.
  func isExpectedToHaveSections(ofConfiguration isConfigured: Bool) -> Bool {
    switch place.role {
    case .home, .generated: false
    case .content: !isNotAPage && !hasBrokenFrontMatter
    // What lies in a site and is no page of it (an archive, a demonstration) is not published.
    case .loose:
      site == nil && (document.frontMatter?.root != nil || isConfigured && document.format == .markdown)
        && !isNotAPage
    }
  }
}

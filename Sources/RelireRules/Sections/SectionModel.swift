import RelireDocuments
import RelireLexicon
import RelireSite

/// A section that pages must have, and how they may write it. The objectives are the built-in one.
public struct SectionModel: Sendable, Hashable {
  /// The name by which the configuration calls it, as `objectifs`.
  public var id: String
  /// How messages and corrections write it, as `Objectifs`.
  public var title: String
  /// Front matter keys that may hold it: a list or a text.
  public var keys: [String]
  /// Titles under which a heading or a bold label may open it. Case, accents and a final colon are of no account.
  public var titles: [String] { didSet { foldedTitles = Set(titles.map { FoldedText($0) }) } }
  private var foldedTitles: Set<FoldedText>
  /// Whether the configuration asks for it; the built-in section is only expected of sites that use it.
  public var isConfigured: Bool

  public init(id: String, title: String, keys: [String], titles: [String], isConfigured: Bool = true) {
    self.isConfigured = isConfigured
    self.id = id
    self.title = title
    self.keys = keys
    self.titles = titles
    foldedTitles = Set(titles.map { FoldedText($0) })
  }

  /// Whether a heading or a label with this text opens the section.
  public func isTitle(_ text: FoldedText) -> Bool { foldedTitles.contains(text) }

  /// Whether a page must have the section: every content page but the home page, and of the files outside
  /// any site those that have a front matter, which makes pages of them.
  public func isRequired(on page: Page) -> Bool {
    switch page.place.role {
    case .home, .generated: false
    case .content: true
    case .loose: page.document.frontMatter?.root != nil
    }
  }
}

extension SectionModel {
  /// What a reader will know or be able to do after the page.
  public static let objectives = SectionModel(
    id: "objectifs", title: "Objectifs", keys: ["objectifs", "objectif"],
    titles: [
      "Objectif", "Objectifs", "L’objectif", "Les objectifs", "Objectif de la page", "Objectifs de la page",
      "Objectif de cette page", "Objectifs de cette page", "Objectifs du guide", "Objectifs pédagogiques",
      "Vos objectifs", "Objectives", "Learning objectives",
    ], isConfigured: false)
}

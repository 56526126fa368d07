/// What a reader must know of the site to read a page.
public struct ReadingOptions: Sendable {
  /// The language of text that declares none.
  public var language: LanguageTag
  /// Front matter keys, besides `title` and `description`, whose texts are prose.
  public var proseKeys: [String]
  /// Shortcodes whose content is code, not prose.
  public var verbatimShortcodes: Set<String>
  /// Between which everything is a formula; what looks like one is taken for one without them.
  public var formulas: FormulaDelimiters
  /// Whether the page may have what other generators add to Markdown (modules, expressions, admonitions, tabs) and the
  /// tags of Liquid and Nunjucks, filled in before it is read. For Hugo all of these are text.
  public var hasDialects: Bool

  public init(
    language: LanguageTag = .french, proseKeys: [String] = ["objectifs"],
    verbatimShortcodes: Set<String> = ["highlight", "mermaid", "katex", "math", "code", "raw", "rawhtml", "gist"],
    formulas: FormulaDelimiters = [], hasDialects: Bool = false
  ) {
    self.language = language
    self.proseKeys = proseKeys
    self.verbatimShortcodes = verbatimShortcodes
    self.formulas = formulas
    self.hasDialects = hasDialects
  }
}

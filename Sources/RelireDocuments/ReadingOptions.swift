/// What a reader must know of the site to read a page.
public struct ReadingOptions: Sendable {
  /// The language of text that declares none.
  public var language: LanguageTag
  /// Front matter keys, besides `title` and `description`, whose texts are prose.
  public var proseKeys: [String]
  /// Shortcodes whose content is code, not prose.
  public var verbatimShortcodes: Set<String>

  public init(
    language: LanguageTag = .french, proseKeys: [String] = ["objectifs"],
    verbatimShortcodes: Set<String> = ["highlight", "mermaid", "katex", "math", "code", "raw", "rawhtml", "gist"]
  ) {
    self.language = language
    self.proseKeys = proseKeys
    self.verbatimShortcodes = verbatimShortcodes
  }
}

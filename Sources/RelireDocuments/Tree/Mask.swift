import RelireModel

/// A construct of a generator's Markdown that CommonMark does not know, hidden from the parser in place.
public struct Mask: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// `{{< name … >}}` or `{{% name … %}}`, opening, closing or alone.
    case shortcode
    /// What stands between a shortcode whose content is code and its closing one.
    case shortcodeContent
    /// `{{</* … */>}}`: shown, not run.
    case commentedShortcode
    /// `[^1]` in the text.
    case footnoteReference
    /// `[^1]:` before the note's text.
    case footnoteDefinition
    /// `*[SIGLE]:` before what an abbreviation stands for.
    case abbreviation
    /// `: ` before a definition.
    case definitionMarker
    /// `{#id .class}` or `{: .class}` after a heading, a block or a link.
    case attributeList
    /// `:smile:`
    case emoji
    /// `$…$` or `$$…$$`, `\(…\)`, `\[…\]`
    case formula
    /// `[!NOTE]` that opens an alert, `!!! note "` and `"` around the title of an admonition or a tab.
    case alert
    /// `{++` and `++}` around a text that is to be added, and the like.
    case changeMark
    /// `{{ … }}`, `{% … %}` or `{# … #}` of Liquid and Nunjucks, `<% … %>`, with what it keeps from being read; other
    /// code of a generator: imports, expressions, inclusions, citations.
    case templateTag
  }

  public let kind: Kind
  public let range: SourceRange
  /// The shortcode's, tag's or emoji's name, the footnote's label, the heading's id; empty when there is none.
  public let name: String
  /// For shortcodes: whether it is `{{< /name >}}`.
  public let isClosing: Bool

  public init(kind: Kind, range: SourceRange, name: String = "", isClosing: Bool = false) {
    self.kind = kind
    self.range = range
    self.name = name
    self.isClosing = isClosing
  }
}

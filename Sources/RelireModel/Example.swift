/// A piece of a page that shows a rule at work: at once the manual and a test.
public struct Example: Sendable {
  /// How `text` is read.
  public enum Format: String, Sendable, CaseIterable {
    case text, markdown, html
  }

  /// The page, faults marked by ⟦ and ⟧ around exactly the range that is reported. Without a mark
  /// the example is a good one and the rule must say nothing.
  public let text: String
  /// The page after the rule's own fixes (safe and unsafe) are applied; nil when it offers none here.
  public let fixed: String?
  public let format: Format
  /// The content's locale, as `fr-CA`.
  public let locale: String
  /// The path that the page pretends to have, for rules that depend on it.
  public let path: String?
  /// Other pages of the same site, for rules that compare pages.
  public let others: [String]
  /// The sections that the site asks for, where they are not the built-in one: `Contact`, or with what is asked of
  /// them `Contact=last`, `Étapes=2..4`.
  public let sections: [String]
  /// The source page of an example that is a generated one, for rules that compare the two.
  public let source: String?

  public init(
    _ text: String, fixed: String? = nil, format: Format = .markdown, locale: String = "fr-FR", path: String? = nil,
    others: [String] = [], sections: [String] = [], source: String? = nil
  ) {
    self.text = text
    self.fixed = fixed
    self.format = format
    self.locale = locale
    self.path = path
    self.others = others
    self.sections = sections
    self.source = source
  }

  public var isGood: Bool { !text.unicodeScalars.contains("\u{27E6}") }

  /// The text without its marks, and the marked byte ranges in it.
  public var unmarked: (text: String, faults: [SourceRange]) {
    var bytes: [UInt8] = []
    var faults: [SourceRange] = []
    var starts: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{27E6}": starts.append(bytes.count)
      case "\u{27E7}": if let start = starts.popLast() { faults.append(SourceRange(start, bytes.count)) }
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    return (String(decoding: bytes, as: UTF8.self), faults.sorted())
  }
}

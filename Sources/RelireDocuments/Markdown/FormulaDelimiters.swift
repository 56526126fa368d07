/// Signs between which a site has formulas left alone, whatever they look like.
///
/// Source: Hugo’s configuration of Goldmark, `extensions.passthrough.delimiters`.
public struct FormulaDelimiters: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `$…$`
  public static let dollar = FormulaDelimiters(rawValue: 1)
  /// `$$…$$`
  public static let twoDollars = FormulaDelimiters(rawValue: 2)
  /// `\(…\)`
  public static let parentheses = FormulaDelimiters(rawValue: 4)
  /// `\[…\]`
  public static let brackets = FormulaDelimiters(rawValue: 8)

  /// Of an opening sign; nil for another one.
  public init?(opening: String) {
    switch opening {
    case "$": self = .dollar
    case "$$": self = .twoDollars
    case "\\(": self = .parentheses
    case "\\[": self = .brackets
    default: return nil
    }
  }
}

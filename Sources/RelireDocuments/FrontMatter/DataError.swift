import RelireModel

/// Why a text could not be read as YAML, TOML or JSON, and where.
public struct DataError: Error, Hashable, Sendable {
  /// Of what is wrong, or of the point at which the reader gave up.
  public let range: SourceRange
  public let message: Message

  public init(_ range: SourceRange, _ message: Message) {
    self.range = range
    self.message = message
  }
}

/// Bounds on what the data readers accept, so that no input can exhaust memory or the stack.
enum DataLimits {
  /// Levels of mappings and sequences. Hugo sites stay below ten.
  static let depth = 100
  /// Values that aliases may add to a document, however small its text.
  static let aliasedValues = 100_000

  static func tooDeep(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Ces données sont imbriquées sur plus de \(depth) niveaux\u{A0}: elles ne sont pas lues.",
        en: "This data is nested more than \(depth) levels deep: it is not read."))
  }
}

/// What is wrong in the same way in several formats.
extension DataError {
  static func unclosed(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Ce qui s’ouvre ici n’est jamais fermé\u{A0}: fermez-le.",
        en: "What opens here is never closed: close it."))
  }

  static func unclosedQuote(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Ce guillemet n’est jamais fermé\u{A0}: fermez-le.",
        en: "This quotation mark is never closed: close it."))
  }

  static func expectedComma(_ range: SourceRange, closing: String) -> DataError {
    DataError(
      range,
      Message(
        fr: "Une virgule ou «\u{A0}\(closing)\u{A0}» manque avant ceci.",
        en: "A comma or “\(closing)” is missing before this."))
  }
}

import RelireDocuments
import RelireModel

/// A configuration of the site that cannot be read, with the place of what is wrong.
public struct SiteFault: Error, Sendable {
  public let path: String
  public let source: SourceText
  public let range: SourceRange
  public let message: Message

  init(path: String, source: SourceText, _ error: DataError) {
    self.path = path
    self.source = source
    range = error.range
    message = error.message
  }
}

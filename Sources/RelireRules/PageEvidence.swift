/// What one page left for a site rule.
public struct PageEvidence<Value: Sendable>: Sendable {
  /// The page's number in the run.
  public let page: Int
  /// As reports show it.
  public let path: String
  public let value: Value

  public init(page: Int, path: String, value: Value) {
    self.page = page
    self.path = path
    self.value = value
  }
}

import RelireDocuments

/// The front matter that counts for a page: its own, then what the sections above it hand down.
struct PageHead {
  private let own: DataNode?
  /// The nearest first.
  private let inherited: [DataNode]

  init(_ own: DataNode?, inherited: [DataNode] = []) {
    self.own = own
    self.inherited = inherited
  }

  subscript(key: String) -> DataNode? {
    if let value = own?[key] { return value }
    for values in inherited { if let value = values[key] { return value } }
    return nil
  }

  /// A text that says something.
  func text(_ key: String) -> String? { self[key]?.scalarText.flatMap { $0.isEmpty ? nil : $0 } }

  /// The first of several keys that has a date, as it is written.
  func date(_ keys: String...) -> String? { keys.lazy.compactMap { text($0) }.first }
}

/// What the page of a folder (`_index.md`) says of the pages below it.
struct SectionHead: Sendable {
  /// Whether there is such a page.
  var hasPage = false
  var slug: String?
  var title: String?
  var cascades: [Cascade] = []
}

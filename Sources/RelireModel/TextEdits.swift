/// The edits of a fix, in order. Nearly all fixes have one, which takes no list.
public struct TextEdits: Hashable, Sendable {
  private var only: TextEdit?
  /// All of them, where there is not just one.
  private var several: [TextEdit] = []

  public init() {}

  public init(_ edit: TextEdit) { only = edit }

  public init(_ edits: [TextEdit]) {
    if edits.count == 1 { only = edits[0] } else { several = edits }
  }

  public mutating func append(_ edit: TextEdit) {
    if let first = only {
      several = [first, edit]
      only = nil
    } else if several.isEmpty {
      only = edit
    } else {
      several.append(edit)
    }
  }

  public mutating func append(_ edits: TextEdits) {
    for edit in edits { append(edit) }
  }

  public mutating func replaceLast(with edit: TextEdit) {
    if only != nil { only = edit } else { several[several.count - 1] = edit }
  }

  /// Whether there is one, at that range.
  func isOne(at range: SourceRange) -> Bool { only?.range == range }

  mutating func sort() { several.sort { $0.range < $1.range } }
}

extension TextEdits: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { only == nil ? several.count : 1 }

  public subscript(index: Int) -> TextEdit {
    if let only {
      precondition(index == 0, "there is only one")
      return only
    }
    return several[index]
  }
}

extension TextEdits: ExpressibleByArrayLiteral {
  public init(arrayLiteral edits: TextEdit...) { self.init(edits) }
}

import RelireModel

/// Fixes that can be applied together: no two of them touch the same place.
struct EditSet: Sendable {
  private(set) var fixes: [JudgedFix] = []
  private var edits: [TextEdit] = []

  init() {}

  /// Adds those of `fixes` that fit, the first one of two that meet. The others wait for the next round.
  init(choosing fixes: some Sequence<JudgedFix>) {
    for fix in fixes { add(fix) }
  }

  @discardableResult
  mutating func add(_ fix: JudgedFix) -> Bool {
    guard !fix.fix.edits.isEmpty, fix.fix.edits.allSatisfy({ edit in !meets(edit.range) }) else { return false }
    for edit in fix.fix.edits { edits.insert(edit, at: position(of: edit.range.start)) }
    fixes.append(fix)
    return true
  }

  /// Index of the first edit that begins at or after `offset`. A binary search.
  private func position(of offset: Int) -> Int { edits.partitionPoint { $0.range.start >= offset } }

  private func meets(_ range: SourceRange) -> Bool {
    let index = position(of: range.start)
    if index < edits.count, Self.meet(edits[index].range, range) { return true }
    return index > 0 && Self.meet(edits[index - 1].range, range)
  }

  /// Replacements side by side are apart; an insertion and what begins or ends there are not: their
  /// order would be arbitrary.
  private static func meet(_ a: SourceRange, _ b: SourceRange) -> Bool {
    a.isEmpty || b.isEmpty ? a.touches(b) : a.overlaps(b)
  }

  /// The bytes with all edits made. Linear.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count * 4)
    var position = 0
    for edit in edits {
      result.append(contentsOf: bytes[position..<edit.range.start])
      result.append(contentsOf: edit.text.utf8)
      position = edit.range.end
    }
    result.append(contentsOf: bytes[position...])
    return result
  }
}

/// A fix and the rule that offers it.
struct JudgedFix: Sendable {
  let rule: RuleID
  let fix: Fix
}

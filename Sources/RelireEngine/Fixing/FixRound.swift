import RelireDocuments

/// One round of fixes on one page: applies as many as leave the page what it was.
struct FixRound {
  private let document: Document
  private let strictness: DocumentStructure.Strictness
  private let read: ([UInt8]) -> Document
  /// What may still be spent on finding the culprit of a broken page, in readings of it.
  private var budget = 200
  private(set) var accepted = EditSet()
  private(set) var refused: [JudgedFix] = []
  /// The page with the accepted fixes.
  private(set) var result: Document

  init(
    _ document: Document, strictness: DocumentStructure.Strictness, read: @escaping ([UInt8]) -> Document
  ) {
    self.document = document
    self.strictness = strictness
    self.read = read
    result = document
  }

  /// Applies all of `set` if the page stays sound; else halves it until the culprits are alone.
  mutating func admit(_ set: EditSet) {
    // A stack rather than a recursion, for a page may have a hundred thousand fixes.
    var groups = [set.fixes[...]]
    while let group = groups.popLast() {
      var attempt = accepted
      for fix in group { attempt.add(fix) }
      if budget > 0, let page = sound(attempt) {
        accepted = attempt
        result = page
      } else if group.count == 1 || budget <= 0 {
        refused += group
      } else {
        let middle = group.startIndex + group.count / 2
        groups.append(group[middle...])
        groups.append(group[..<middle])
      }
    }
  }

  private mutating func sound(_ edits: EditSet) -> Document? {
    budget -= 1
    let page = read(edits.applied(to: document.source.fileBytes))
    return DocumentStructure.isKept(from: document, to: page, strictness) ? page : nil
  }
}

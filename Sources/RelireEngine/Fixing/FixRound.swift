import RelireDocuments

/// One round of fixes on one page: applies as many as leave the page what it was.
struct FixRound {
  private let document: Document
  private let strictness: DocumentStructure.Strictness
  private let read: ([UInt8]) -> Document
  /// Nil where an anchor would be lost.
  private let keepAnchors: (_ old: Document, _ new: Document) -> KeptAnchors.Outcome?
  /// What may still be spent on finding the culprit of a broken page, in readings of it.
  private var budget = 200
  private(set) var accepted = EditSet()
  private(set) var refused: [(fix: JudgedFix, reason: FixRefusal.Reason)] = []
  /// The page with the accepted fixes.
  private(set) var result: KeptAnchors.Outcome

  init(
    _ document: Document, strictness: DocumentStructure.Strictness, read: @escaping ([UInt8]) -> Document,
    keepAnchors: @escaping (_ old: Document, _ new: Document) -> KeptAnchors.Outcome? = {
      KeptAnchors.Outcome(page: $1)
    }
  ) {
    self.document = document
    self.strictness = strictness
    self.read = read
    self.keepAnchors = keepAnchors
    result = KeptAnchors.Outcome(page: document)
  }

  /// Applies all of `set` if the page stays sound; else halves it until the culprits are alone.
  mutating func admit(_ set: EditSet) {
    // A stack rather than a recursion, for a page may have a hundred thousand fixes.
    var groups = [set.fixes[...]]
    while let group = groups.popLast() {
      var attempt = accepted
      for fix in group { attempt.add(fix) }
      var reason = FixRefusal.Reason.changesStructure
      if budget > 0, let page = sound(attempt, otherwise: &reason) {
        accepted = attempt
        result = page
      } else if group.count == 1 || budget <= 0 {
        refused += group.map { ($0, reason) }
      } else {
        let middle = group.startIndex + group.count / 2
        groups.append(group[middle...])
        groups.append(group[..<middle])
      }
    }
  }

  private mutating func sound(_ edits: EditSet, otherwise reason: inout FixRefusal.Reason) -> KeptAnchors.Outcome? {
    budget -= 1
    let page = read(edits.applied(to: document.source.fileBytes))
    guard DocumentStructure.isKept(from: document, to: page, strictness) else { return nil }
    reason = .losesAnchor
    return keepAnchors(document, page)
  }
}

/// What one page left for the site rules: its share of what pages that are checked together left.
public struct SiteEvidence: Sendable {
  let batch: EvidenceBatch
  /// The page's number in it.
  let number: Int
}

/// What some pages left for all site rules, kept until the end of a run.
final class EvidenceBatch: Sendable {
  let columns: [any EvidenceColumn]

  init(_ columns: [any EvidenceColumn]) { self.columns = columns }
}

/// What some pages left for one site rule, whose type only that knows. One object for all of them: to hold each page's
/// by itself takes as long as to collect it.
public protocol EvidenceColumn: AnyObject, Sendable {
  var rule: ObjectIdentifier { get }
}

/// Of any type: that a rule is one would have to be found out anew for each at the start of a run.
private final class TypedEvidenceColumn<Evidence: Sendable>: EvidenceColumn {
  /// Two rules may collect the same.
  let rule: ObjectIdentifier
  /// By the page's number in the batch.
  let values: [Evidence?]

  init(_ values: [Evidence?], of rule: any SiteRule.Type) {
    self.rule = ObjectIdentifier(rule)
    self.values = values
  }
}

extension SiteRule {
  public func evidence(from pages: [Page]) -> (any EvidenceColumn)? {
    var values: [Evidence?] = []
    for number in pages.indices {
      // Without a claim to the page: the array keeps it.
      let value = Unmanaged.passUnretained(pages[number])._withUnsafeGuaranteedRef { collect(from: $0) }
      guard let value else { continue }
      if values.isEmpty { values = Array(repeating: nil, count: pages.count) }
      values[number] = value
    }
    return values.isEmpty ? nil : TypedEvidenceColumn(values, of: Self.self)
  }

  public func judge(all pages: SiteJudge.Pages, _ findings: inout SiteFindings) {
    let own = ObjectIdentifier(Self.self)
    let values = pages.batches.map { batch -> [Evidence?] in
      for column in batch.columns where column.rule == own {
        if let column = column as? TypedEvidenceColumn<Evidence> { return column.values }
      }
      return []
    }
    var evidence: [PageEvidence<Evidence>] = []
    evidence.reserveCapacity(pages.places.count)
    for (place, path) in zip(pages.places, pages.paths) {
      let ofBatch = values[Int(place.batch)]
      guard !ofBatch.isEmpty, let value = ofBatch[Int(place.number)] else { continue }
      evidence.append(PageEvidence(page: Int(place.page), path: path, value: value))
    }
    if !evidence.isEmpty { judge(evidence, &findings) }
  }
}

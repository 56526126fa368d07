/// Diagnostics of some pages, kept together: what is said, as the rules said it, and beside it in plain numbers where
/// it stands. They are made page by page and go all at once, without an object, a list or a text for each of them.
package final class DiagnosticBatch: Sendable {
  /// One diagnostic. What `Diagnostic` tells of it is put together when somebody asks.
  struct Entry: Sendable {
    let finding: Finding
    /// Its number in `rules`, and that in `pages`.
    let rule: Int32
    let page: Int32
    let startLine: UInt32
    let startColumn: UInt32
    let endLine: UInt32
    let endColumn: UInt32
    /// Where in the file the lines of both begin: columns in bytes are counted from there.
    let startOfLine: Int32
    let startOfEndLine: Int32
    let excerpt: ExcerptPlace
    /// The number in `edits` of the first position of the fix's edits; -1 where the only one replaces the fault.
    let edits: Int32
    let severity: Severity
  }

  /// An excerpt without its text.
  struct ExcerptPlace: Sendable {
    /// In `lines`.
    let start: UInt32
    let count: UInt32
    /// In the file.
    let offset: UInt32
    let isCutBefore: Bool
    let isCutAfter: Bool
  }

  struct Page: Sendable {
    let path: String
    /// Whether offsets are those of the file on disk: else no fix is told.
    let isEditable: Bool
    /// In place of what the findings say.
    let origin: Origin?
  }

  let rules: [RuleID]
  let pages: [Page]
  let entries: [Entry]
  /// The texts of all excerpts.
  let lines: [UInt8]
  let edits: [PositionRange]

  fileprivate init(_ builder: DiagnosticBatchBuilder) {
    rules = builder.rules
    pages = builder.pages
    entries = builder.entries
    lines = builder.lines
    edits = builder.edits
  }

  func range(of entry: Entry) -> PositionRange {
    let range = entry.finding.range
    return PositionRange(
      start: Position(
        line: Int(entry.startLine), column: Int(entry.startColumn), offset: range.start,
        byteColumn: range.start - Int(entry.startOfLine) + 1),
      end: Position(
        line: Int(entry.endLine), column: Int(entry.endColumn), offset: range.end,
        byteColumn: range.end - Int(entry.startOfEndLine) + 1))
  }

  /// Valid UTF-8.
  func excerptBytes(of entry: Entry) -> ArraySlice<UInt8> {
    let start = Int(entry.excerpt.start)
    return lines[start..<start + Int(entry.excerpt.count)]
  }

  func excerpt(of entry: Entry) -> Excerpt {
    Excerpt(
      text: String(validUTF8: lines, in: excerptBytes(of: entry).indices), offset: Int(entry.excerpt.offset),
      isCutBefore: entry.excerpt.isCutBefore, isCutAfter: entry.excerpt.isCutAfter)
  }

  func fix(of entry: Entry) -> LocatedFix? {
    guard let fix = entry.finding.fix, pages[Int(entry.page)].isEditable else { return nil }
    return LocatedFix(
      title: fix.title, safety: fix.safety,
      edits: fix.edits.indices.map { number in
        let range = entry.edits < 0 ? range(of: entry) : edits[Int(entry.edits) + number]
        return LocatedFix.Edit(range: range, text: fix.edits[number].text)
      })
  }

  func origin(of entry: Entry) -> Origin? {
    pages[Int(entry.page)].origin ?? entry.finding.pages.map { .template(pages: $0, file: nil) }
  }
}

/// Makes a `DiagnosticBatch`, page by page and in order of places.
package struct DiagnosticBatchBuilder {
  fileprivate private(set) var rules: [RuleID]
  fileprivate private(set) var pages: [DiagnosticBatch.Page] = []
  fileprivate private(set) var entries: [DiagnosticBatch.Entry] = []
  fileprivate private(set) var lines: [UInt8] = []
  fileprivate private(set) var edits: [PositionRange] = []

  /// What lines of faults take, shared by several as they often are.
  private static let bytesOfExcerpt = 64

  /// - Parameters:
  ///   - rules: those that are named by their numbers.
  ///   - capacity: how many diagnostics there will be, about.
  package init(rules: [RuleID] = [], capacity: Int = 0) {
    self.rules = rules
    entries.reserveCapacity(capacity)
    lines.reserveCapacity(capacity * Self.bytesOfExcerpt)
  }

  package var count: Int { entries.count }

  package consuming func finish() -> DiagnosticBatch { DiagnosticBatch(self) }

  /// The number of a rule. For the few that have none from the start.
  package mutating func number(of rule: RuleID) -> Int {
    if let known = rules.firstIndex(of: rule) { return known }
    rules.append(rule)
    return rules.count - 1
  }

  /// Adds a page's findings.
  ///
  /// - Parameters:
  ///   - count: how many there are at most.
  ///   - next: gives the findings in order of their places, then nil.
  package mutating func add(
    _ count: Int, in source: SourceText, path: String,
    _ next: () -> (finding: Finding, rule: Int, severity: Severity)?
  ) {
    guard count > 0 else { return }
    let page = Int32(pages.count)
    pages.append(DiagnosticBatch.Page(path: path, isEditable: source.isEditable, origin: nil))
    let first = entries.count
    source.bytes.withUnsafeBufferPointer { bytes in
      var walk = LineWalk(source, bytes)
      var excerpt: DiagnosticBatch.ExcerptPlace?
      while let item = next() {
        if isRepeated(item, since: first) { continue }
        let finding = item.finding.within(bytes.count)
        walk.advance(to: finding.range.start)
        let place = self.excerpt(of: finding.range, on: walk.line, bytes, after: excerpt)
        excerpt = place
        let range = walk.positions(of: finding.range)
        add(finding, item.rule, item.severity, page, range, place, edits: edits(of: finding, &walk))
      }
    }
  }

  /// Two blocks may lead to one place, as a reference that is used twice: it is said once.
  private func isRepeated(_ item: (finding: Finding, rule: Int, severity: Severity), since first: Int) -> Bool {
    guard entries.count > first, entries[entries.count - 1].finding.range == item.finding.range else { return false }
    let last = entries[entries.count - 1]
    return Int(last.rule) == item.rule && last.severity == item.severity
      && last.finding.message == item.finding.message
      && (last.finding.fix == item.finding.fix || !pages[Int(last.page)].isEditable)
      && last.finding.pages == item.finding.pages
  }

  private mutating func add(
    _ finding: Finding, _ rule: Int, _ severity: Severity, _ page: Int32, _ range: PositionRange,
    _ excerpt: DiagnosticBatch.ExcerptPlace, edits: Int32
  ) {
    entries.append(
      DiagnosticBatch.Entry(
        finding: finding, rule: Int32(rule), page: page, startLine: UInt32(clamping: range.start.line),
        startColumn: UInt32(clamping: range.start.column), endLine: UInt32(clamping: range.end.line),
        endColumn: UInt32(clamping: range.end.column),
        startOfLine: Int32(clamping: range.start.offset - range.start.byteColumn + 1),
        startOfEndLine: Int32(clamping: range.end.offset - range.end.byteColumn + 1), excerpt: excerpt, edits: edits,
        severity: severity))
  }

  /// Faults often share a line: it is kept once.
  private mutating func excerpt(
    of range: SourceRange, on line: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>,
    after last: DiagnosticBatch.ExcerptPlace?
  ) -> DiagnosticBatch.ExcerptPlace {
    if let last, Int(last.offset) == line.start, !last.isCutBefore, !last.isCutAfter { return last }
    let window = Excerpt.window(around: range, of: line, in: bytes)
    let start = lines.count
    lines.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[window]))
    return DiagnosticBatch.ExcerptPlace(
      start: UInt32(start), count: UInt32(window.count), offset: UInt32(window.lowerBound),
      isCutBefore: window.lowerBound > line.start, isCutAfter: window.upperBound < line.end)
  }

  private mutating func edits(of finding: Finding, _ walk: inout LineWalk) -> Int32 {
    guard finding.hasEditsElsewhere, let own = finding.fix?.edits else { return -1 }
    let first = edits.count
    for edit in own { edits.append(walk.positions(of: edit.range)) }
    return Int32(first)
  }
}

extension DiagnosticBatchBuilder {
  package mutating func add(_ diagnostic: Diagnostic) {
    add(
      rule: diagnostic.rule, diagnostic.severity, diagnostic.message, path: diagnostic.path, diagnostic.range,
      diagnostic.fix, diagnostic.excerpt, diagnostic.origin)
  }

  /// Adds what is said of a place that is known.
  mutating func add(
    rule: RuleID, _ severity: Severity, _ message: Message, path: String, _ range: PositionRange, _ fix: LocatedFix?,
    _ excerpt: Excerpt, _ origin: Origin?
  ) {
    let located = fix?.edits.sorted { $0.range.source < $1.range.source } ?? []
    let known = fix.map { fix in
      Fix(fix.title, fix.safety, TextEdits(located.map { TextEdit($0.range.source, $0.text) }))
    }
    let start = lines.count
    lines.append(contentsOf: excerpt.text.utf8)
    let place = DiagnosticBatch.ExcerptPlace(
      start: UInt32(start), count: UInt32(lines.count - start), offset: UInt32(clamping: excerpt.offset),
      isCutBefore: excerpt.isCutBefore, isCutAfter: excerpt.isCutAfter)
    let page = Int32(pages.count)
    pages.append(DiagnosticBatch.Page(path: path, isEditable: true, origin: origin))
    let first = edits.count
    edits += located.map(\.range)
    add(
      Finding(range.source, message, fix: known), number(of: rule), severity, page, range, place,
      edits: Int32(first))
  }
}

extension Finding {
  /// The same, with a range that ends with the text at the latest.
  fileprivate func within(_ count: Int) -> Finding {
    if range.end <= count { return self }
    return Finding(
      SourceRange(min(range.start, count), count), message, fix: fix, verdict: verdict, severity: severity,
      pages: pages,
      cause: cause)
  }
}

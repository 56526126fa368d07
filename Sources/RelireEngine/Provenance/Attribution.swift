import RelireDocuments
import RelireModel
import RelireRules

/// What becomes of the findings on one generated page: each is told at its source line, or as the template's.
struct Attribution {
  /// The source page, as far as its own rules spoke.
  struct Source {
    let document: Document
    let findings: [JudgedFinding]
    let profile: Profile
    let suppressions: Suppressions?
    let isLenient: Bool
    /// Whether the run reports the source's own findings; else they are told when the generated page shows them.
    var isReported = true
  }

  /// A generated page and what it is compared with.
  private struct Generated {
    let document: Document
    let places: ProsePlaces
    let elements: ElementPlaces
    let source: (page: Source, alignment: PageAlignment)?
    let knowsSources: Bool

    init(_ document: Document, _ source: Source?, knowsSources: Bool) {
      self.document = document
      self.knowsSources = knowsSources
      self.source = source.map { ($0, PageAlignment(source: $0.document, generated: document)) }
      places = self.source?.alignment.places ?? ProsePlaces(document.prose)
      elements = ElementPlaces(document)
    }
  }

  /// Found on the generated page alone, but in the source's text: with ranges of the source.
  private(set) var moved: [JudgedFinding] = []
  private(set) var ofTemplate: [TemplateFaults.Fault] = []
  /// By the source's findings: whether the generated page has said the same.
  private var isConsumed: [Bool] = []
  private var suppressions: Suppressions?

  /// - Parameters:
  ///   - source: nil for a page that Hugo makes by itself.
  ///   - knowsSources: whether the site's generated pages have sources that can be told: what is not theirs is then the
  ///     template's.
  init(_ findings: [JudgedFinding], on generated: Document, source: Source?, knowsSources: Bool) {
    guard !findings.isEmpty else { return }
    let page = Generated(generated, source, knowsSources: knowsSources)
    isConsumed = [Bool](repeating: false, count: source?.findings.count ?? 0)
    suppressions = source?.suppressions
    for finding in findings { attribute(finding, on: page) }
  }

  private mutating func attribute(_ finding: JudgedFinding, on page: Generated) {
    let node = page.elements.element(at: finding.finding.range.start)
    if let (source, alignment) = page.source {
      if let place = Self.place(of: finding, node, alignment) { return move(finding, to: place, of: source) }
      if let same = sameElsewhere(finding, node, page.document, source) { return consume(same, of: source) }
    }
    ofTemplate.append(Self.templateFault(finding, node, on: page))
  }

  /// Tells a finding where the source has the text or the element that it is about, unless that was done.
  private mutating func move(_ finding: JudgedFinding, to place: SourceRange, of source: Source) {
    if let twin = Self.twin(of: finding, near: place, in: source) { return consume(twin, of: source) }
    // The rule has judged this very text where it was written: what it says here comes of what stands around it.
    if finding.rule.family == "typography" || suppressions?.contains(finding.rule, at: place.start) == true { return }
    // Said by a rule that the source's settings leave out.
    guard let severity = source.profile.severity(of: finding.rule),
      !moved.contains(where: { $0.rule == finding.rule && $0.finding.range == place })
    else { return }
    let verdict = finding.severity == .info ? Severity.info : severity
    moved.append(
      JudgedFinding(
        rule: finding.rule, severity: source.isLenient ? .info : min(verdict, finding.severity),
        finding: Finding(place, finding.finding.message, verdict: finding.finding.verdict)))
  }

  /// Leaves it to one of the source's findings to speak.
  private mutating func consume(_ number: Int, of source: Source) {
    if !isConsumed[number], !source.isReported { moved.append(source.findings[number]) }
    isConsumed[number] = true
  }

  /// The number of the source's finding that says the same.
  private static func twin(of finding: JudgedFinding, near range: SourceRange, in source: Source) -> Int? {
    let reach = SourceRange(max(0, range.start - 4), range.end + 4)
    let rules = [finding.rule] + (RuleRegistry.rule(finding.rule)?.isToldBy ?? [])
    return source.findings.firstIndex { rules.contains($0.rule) && $0.finding.range.touches(reach) }
  }

  /// The number of the source's finding by the same rule on the same kind of element, whose neighbours tell nothing.
  private func sameElsewhere(
    _ finding: JudgedFinding, _ node: NodeID, _ generated: Document, _ source: Source
  ) -> Int? {
    let name = generated[node].kind == .element ? generated[node].name : nil
    return source.findings.indices.first { number in
      guard !isConsumed[number], source.findings[number].rule == finding.rule else { return false }
      guard let name else { return true }
      if name == .html || name == .head || name == .title || name == .body || name == .meta { return true }
      let other = ElementPlaces(source.document).element(at: source.findings[number].finding.range.start)
      return source.document[other].kind == .element && PageAlignment.isAlike(source.document[other].name, name)
        && generated.value(.class, of: node) == nil
    }
  }

  private static func templateFault(
    _ finding: JudgedFinding, _ node: NodeID, on page: Generated
  ) -> TemplateFaults.Fault {
    let document = page.document
    var text: LetterText?
    var textKey: UInt64?
    if finding.rule.isOfText || !page.knowsSources,
      let whole = page.places.text(at: finding.finding.range.start, in: document.prose)
    {
      text = page.source?.alignment.templateText(whole) ?? whole
      textKey = Self.textKey(finding.rule, whole)
    }
    let hasAddress = !page.knowsSources || RuleRegistry.rule(finding.rule)?.isOfAddress == true
    let address = hasAddress ? document.value(.href, of: node) ?? document.value(.src, of: node) : nil
    return TemplateFaults.Fault(
      signature: TemplateSignature(finding.rule, node, in: document, text: text, address: address), finding: finding,
      textKey: textKey)
  }

  // MARK: Texts

  /// What tells a fault of a text again wherever templates repeat the text: titles in menus, descriptions in lists.
  static func textKey(_ rule: RuleID, _ text: LetterText) -> UInt64 {
    var hash = FNV1a64(continuing: text.hash)
    hash.append(rule.description.utf8)
    return hash.value
  }

  /// The keys of what was found in a page's texts.
  static func textKeys(_ findings: [JudgedFinding], on document: Document) -> [UInt64] {
    guard findings.contains(where: { $0.rule.isOfText }) else { return [] }
    let places = ProsePlaces(document.prose)
    return findings.compactMap { finding in
      guard finding.rule.isOfText else { return nil }
      return places.text(at: finding.finding.range.start, in: document.prose).map { textKey(finding.rule, $0) }
    }
  }

  private static func place(of finding: JudgedFinding, _ node: NodeID, _ alignment: PageAlignment) -> SourceRange? {
    let range = finding.finding.range
    if finding.rule.isOfText, let place = alignment.textPlace(of: range) { return place }
    guard alignment.generated[node].kind == .element, alignment.region?.contains(range.start) ?? true else {
      return nil
    }
    if let counterpart = alignment.counterpart(of: node) {
      let element = alignment.source[counterpart]
      return element.startTag.isEmpty || !finding.rule.isOfText ? element.range : element.startTag
    }
    if let place = alignment.textPlace(of: range) { return place }
    return alignment.region == nil ? nil : alignment.shortcode(around: node)
  }
}

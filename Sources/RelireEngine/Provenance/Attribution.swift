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

  /// Found on the generated page alone, but in the source's text: with ranges of the source.
  private(set) var moved: [JudgedFinding] = []
  private(set) var ofTemplate: [TemplateFaults.Fault] = []

  /// - Parameters:
  ///   - source: nil for a page that Hugo makes by itself.
  ///   - knowsSources: whether the site's generated pages have sources that can be told: what is not theirs is then the
  ///     template's.
  init(_ findings: [JudgedFinding], on generated: Document, source: Source?, knowsSources: Bool) {
    guard !findings.isEmpty else { return }
    let alignment = source.map { PageAlignment(source: $0.document, generated: generated) }
    let places = alignment?.places ?? ProsePlaces(generated.prose)
    let elements = ElementPlaces(generated)
    var suppressions = source?.suppressions
    var isConsumed = [Bool](repeating: false, count: source?.findings.count ?? 0)

    /// The number of the source's finding that says the same.
    func twin(_ finding: JudgedFinding, near range: SourceRange) -> Int? {
      let reach = SourceRange(max(0, range.start - 4), range.end + 4)
      return source?.findings.firstIndex {
        ($0.rule == finding.rule || Self.isTold(finding.rule, by: $0.rule)) && $0.finding.range.touches(reach)
      }
    }

    for finding in findings {
      let range = finding.finding.range
      let node = elements.element(at: range.start)
      if let source, let alignment {
        if let place = Self.place(of: finding, node, alignment) {
          if let number = twin(finding, near: place) {
            if !isConsumed[number], !source.isReported { moved.append(source.findings[number]) }
            isConsumed[number] = true
            continue
          }
          // The rule has judged this very text where it was written: what it says here comes of what stands around it.
          if finding.rule.family == "typography" { continue }
          if suppressions?.contains(finding.rule, at: place.start) == true { continue }
          // Said by a rule that the source's settings leave out.
          guard let severity = source.profile.severity(of: finding.rule),
            !moved.contains(where: { $0.rule == finding.rule && $0.finding.range == place })
          else { continue }
          let verdict = finding.severity == .info ? Severity.info : severity
          moved.append(
            JudgedFinding(
              rule: finding.rule, severity: source.isLenient ? .info : min(verdict, finding.severity),
              finding: Finding(place, finding.finding.message, verdict: finding.finding.verdict)))
          continue
        }
        // The same rule spoke of the same kind of element, whose neighbours tell nothing.
        let name = generated[node].kind == .element ? generated[node].name : nil
        let same = source.findings.indices.first { number in
          guard !isConsumed[number], source.findings[number].rule == finding.rule else { return false }
          guard let name else { return true }
          if name == .html || name == .head || name == .title || name == .body || name == .meta { return true }
          let other = ElementPlaces(source.document).element(at: source.findings[number].finding.range.start)
          return source.document[other].kind == .element && PageAlignment.isAlike(source.document[other].name, name)
            && generated.value(.class, of: node) == nil
        }
        if let same {
          if !source.isReported { moved.append(source.findings[same]) }
          isConsumed[same] = true
          continue
        }
      }
      var text: LetterText?
      var textKey: UInt64?
      if Self.isOfText(finding.rule) || !knowsSources, let whole = places.text(at: range.start, in: generated.prose) {
        text = alignment?.templateText(whole) ?? whole
        textKey = Self.textKey(finding.rule, whole)
      }
      let hasAddress = !knowsSources || finding.rule == RedirectedByAlias.id
      let address = hasAddress ? generated.value(.href, of: node) ?? generated.value(.src, of: node) : nil
      ofTemplate.append(
        TemplateFaults.Fault(
          signature: TemplateSignature(finding.rule, node, in: generated, text: text, address: address),
          finding: finding,
          textKey: textKey))
    }
  }

  /// Whether a rule on sources says of a shortcode what another one says of the link that it becomes.
  static func isTold(_ rule: RuleID, by other: RuleID) -> Bool {
    other == InvalidReference.id && (rule == MissingAnchor.id || rule == MissingTarget.id)
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
    guard findings.contains(where: { isOfText($0.rule) }) else { return [] }
    let places = ProsePlaces(document.prose)
    return findings.compactMap { finding in
      guard isOfText(finding.rule) else { return nil }
      return places.text(at: finding.finding.range.start, in: document.prose).map { textKey(finding.rule, $0) }
    }
  }

  /// Whether a rule is about what is said rather than about how the page is built.
  private static func isOfText(_ rule: RuleID) -> Bool {
    rule.family == "typography" || rule.family == "language" || rule.family == "sections"
  }

  private static func place(of finding: JudgedFinding, _ node: NodeID, _ alignment: PageAlignment) -> SourceRange? {
    let range = finding.finding.range
    if isOfText(finding.rule), let place = alignment.textPlace(of: range) { return place }
    guard alignment.generated[node].kind == .element, alignment.region?.contains(range.start) ?? true else {
      return nil
    }
    if let counterpart = alignment.counterpart(of: node) {
      let element = alignment.source[counterpart]
      return element.startTag.isEmpty || !isOfText(finding.rule) ? element.range : element.startTag
    }
    if let place = alignment.textPlace(of: range) { return place }
    return alignment.region == nil ? nil : alignment.shortcode(around: node)
  }
}

/// From source offsets to elements.
struct ElementPlaces {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// The innermost element that holds a source offset. A binary search, then as many steps as elements close before it.
  func element(at offset: Int) -> NodeID {
    var low = 0
    var high = document.nodes.count
    while low < high {
      let middle = (low + high) / 2
      if document.nodes[middle].range.start <= offset { low = middle + 1 } else { high = middle }
    }
    var node = NodeID(max(0, low - 1))
    while node != .root,
      document[node].kind != .element || offset >= max(document[node].range.end, document[node].range.start + 1)
    {
      node = document[node].parent
    }
    return node
  }
}

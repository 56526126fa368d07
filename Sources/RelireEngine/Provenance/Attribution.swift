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
  fileprivate struct Generated {
    let document: Document
    let places: ProsePlaces
    let elements: ElementPlaces
    let source: (page: Source, alignment: PageAlignment)?
    /// Nil where what is not a source's is not known to be the templates'.
    let templates: TemplateIndex?

    init(_ document: Document, _ source: Source?, _ templates: TemplateIndex?) {
      self.document = document
      self.templates = templates
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
  ///   - templates: nil where the site's generated pages have no sources that can be told: else what is not theirs is
  ///     the templates'.
  init(_ findings: [JudgedFinding], on generated: Document, source: Source?, _ templates: TemplateIndex?) {
    guard !findings.isEmpty else { return }
    let page = Generated(generated, source, templates)
    isConsumed = [Bool](repeating: false, count: source?.findings.count ?? 0)
    suppressions = source?.suppressions
    for finding in findings { attribute(finding, on: page) }
  }

  private mutating func attribute(_ finding: JudgedFinding, on page: Generated) {
    let node = page.elements.element(at: finding.finding.range.start)
    let subject = FaultSubject(finding.rule)
    if let (source, alignment) = page.source {
      let origin = ContentOrigin(of: finding, subject, node, alignment, source, page.templates)
      switch origin {
      case .source(let place): return move(finding, to: place, of: source)
      case .argument(let place): return move(finding, to: place, of: source, isJudged: false)
      case .template(let template):
        let signature = TemplateSignature(finding.rule, node, in: page.document, writtenBy: template)
        return ofTemplate.append(TemplateFaults.Fault(signature: signature, finding: finding, file: template.path))
      case nil: break
      }
    }
    let spot = subject == .words && page.templates != nil ? Self.spot(of: finding, node, on: page) : nil
    if let spot, attributeText(finding, spot, node, on: page) { return }
    if let (source, _) = page.source, let same = sameElsewhere(finding, node, page.document, source) {
      return consume(same, of: source)
    }
    ofTemplate.append(
      spot.map { Self.repeatedFault(finding, $0, node, on: page) } ?? Self.templateFault(finding, node, on: page))
  }

  /// Tells a fault of words where they are written: in a file of the site, in a template. False where that is not known;
  /// texts of front matters are looked for when all pages are done (see `RepeatedTexts`).
  private mutating func attributeText(
    _ finding: JudgedFinding, _ spot: TextSpot, _ node: NodeID, on page: Generated
  ) -> Bool {
    guard let templates = page.templates else { return false }
    // Short texts stand in others by chance: what a template writes goes before them.
    return attributeData(finding, spot, templates, shortest: DataText.shortestAlone)
      || attributeLiteral(finding, node, templates, on: page)
      || attributeData(finding, spot, templates, shortest: DataText.shortest)
  }

  /// - Parameter shortest: how many letters a text has at least that stands among others.
  private mutating func attributeData(
    _ finding: JudgedFinding, _ spot: TextSpot, _ templates: TemplateIndex, shortest: Int
  ) -> Bool {
    guard let place = templates.place(of: spot, shortest: shortest) else { return false }
    ofTemplate.append(
      TemplateFaults.Fault(
        signature: TemplateSignature(finding.rule, at: place), finding: finding.moved(to: place.range), place: place))
    return true
  }

  private mutating func attributeLiteral(
    _ finding: JudgedFinding, _ node: NodeID, _ templates: TemplateIndex, on page: Generated
  ) -> Bool {
    guard finding.rule.isOfText, let literal = page.literal(around: finding.finding.range) else { return false }
    let writers = templates.files(showing: literal)
    guard !writers.isEmpty else { return false }
    let marks = TemplateSignature(finding.rule, node, in: page.document, text: nil, address: nil, templates).marks
    // Of several, the one that alone holds something of the element.
    let holders = marks.lazy.map { mark in writers.filter { $0.text.contains(mark) } }
    let writer = writers.count == 1 ? writers[0] : holders.first { $0.count == 1 }?.first
    ofTemplate.append(
      TemplateFaults.Fault(
        signature: TemplateSignature(finding.rule, literal: literal), finding: finding, file: writer?.path))
    return true
  }

  private static func spot(of finding: JudgedFinding, _ node: NodeID, on page: Generated) -> TextSpot? {
    finding.rule.isOfText
      ? TextSpot(finding.finding.range, in: page.document.prose, page.places)
      : TextSpot(words: ElementMaker.words(of: node, in: page.document))
  }

  /// Tells a finding where the source has the text or the element that it is about, unless that was done.
  ///
  /// - Parameter isJudged: whether the source's rules have seen the text.
  private mutating func move(
    _ finding: JudgedFinding, to place: SourceRange, of source: Source, isJudged: Bool = true
  ) {
    if let twin = Self.twin(of: finding, near: place, in: source) { return consume(twin, of: source) }
    // The rule has judged this very text where it was written: what it says here comes of what stands around it.
    if isJudged && finding.rule.family == "typography" || suppressions?.contains(finding.rule, at: place.start) == true
    {
      return
    }
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
  static func twin(of finding: JudgedFinding, near range: SourceRange, in source: Source) -> Int? {
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
    if let templates = page.templates {
      let isOfAddress = RuleRegistry.rule(finding.rule)?.isOfAddress == true
      if !isOfAddress, let template = templates.only(writingClassOf: node, document) {
        let signature = TemplateSignature(finding.rule, node, in: document, writtenBy: template)
        return TemplateFaults.Fault(signature: signature, finding: finding, file: template.path)
      }
      return TemplateFaults.Fault(signature: elementSignature(finding, node, on: page), finding: finding)
    }
    let text = page.places.text(at: finding.finding.range.start, in: document.prose)
    return TemplateFaults.Fault(
      signature: TemplateSignature(
        finding.rule, node, in: document, text: text.map { page.source?.alignment.templateText($0) ?? $0 },
        address: document.address(of: node)),
      finding: finding, textKeys: text.map { [textKey(finding.rule, $0)] } ?? [])
  }

  /// A fault in words that no file of the site is known to hold.
  private static func repeatedFault(
    _ finding: JudgedFinding, _ spot: TextSpot, _ node: NodeID, on page: Generated
  ) -> TemplateFaults.Fault {
    let element = elementSignature(finding, node, on: page)
    // Of a text that says the page's own title besides what it has to say, the title is left out.
    let text = page.source?.alignment.templateText(spot.letters) ?? spot.letters
    let keys = finding.rule.isOfText ? [textKey(finding.rule, spot.letters)] + spot.windowKeys(finding.rule) : []
    return TemplateFaults.Fault(
      signature: element.saying(text), finding: finding, textKeys: keys,
      repeated: TemplateFaults.RepeatedText(spot: spot, element: element.value))
  }

  private static func elementSignature(
    _ finding: JudgedFinding, _ node: NodeID, on page: Generated
  ) -> TemplateSignature {
    let isOfAddress = RuleRegistry.rule(finding.rule)?.isOfAddress == true
    let document = page.document
    let address = isOfAddress ? document.address(of: node) : nil
    let templates = page.templates.flatMap { $0.isEmpty ? nil : $0 }
    return TemplateSignature(finding.rule, node, in: document, text: nil, address: address, templates)
  }

  // MARK: Texts

  /// What tells a fault of a text again wherever templates repeat the text: titles in menus, descriptions in lists.
  static func textKey(_ rule: RuleID, _ text: LetterText) -> UInt64 { textKey(rule, text.hash) }

  /// - Parameter text: the hash of its letters.
  static func textKey(_ rule: RuleID, _ text: UInt64) -> UInt64 {
    var hash = FNV1a64(continuing: text)
    hash.append(rule.description.utf8)
    return hash.value
  }

  /// The keys of what was found in a page's texts: of the whole texts, and of the faults with the letters around them.
  static func textKeys(_ findings: [JudgedFinding], on document: Document) -> [UInt64] {
    guard findings.contains(where: { $0.rule.isOfText }) else { return [] }
    let places = ProsePlaces(document.prose)
    var keys: [UInt64] = []
    for finding in findings where finding.rule.isOfText {
      guard let spot = TextSpot(finding.finding.range, in: document.prose, places) else { continue }
      keys.append(textKey(finding.rule, spot.letters))
      keys += spot.windowKeys(finding.rule)
    }
    return keys
  }
}

extension Attribution.Generated {
  /// A fault of text with the word before it, or the one after it where it begins its block: what a template must hold
  /// that writes it. Nil where there is too little of it.
  fileprivate func literal(around range: SourceRange) -> String? {
    let bytes = document.prose.bytes
    guard let start = places.offset(of: range.start), let number = places.block(at: start) else { return nil }
    let block = document.prose.blocks[number].range
    let end = max(start, min(places.offset(of: range.end) ?? start, block.upperBound))
    func isSpace(_ offset: Int) -> Bool { bytes[offset] <= 0x20 }
    var lower = start
    while lower > block.lowerBound, isSpace(lower - 1) { lower -= 1 }
    while lower > block.lowerBound, !isSpace(lower - 1), start - lower < 24 { lower -= 1 }
    var upper = end
    if LetterText.count(bytes, lower..<start) == 0 || end == start || end - lower < 4 {
      while upper < block.upperBound, isSpace(upper) { upper += 1 }
      while upper < block.upperBound, !isSpace(upper), upper - end < 24 { upper += 1 }
    }
    while lower < upper, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
    while upper < block.upperBound, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    guard LetterText.count(bytes, lower..<upper) > 0, upper - lower >= 4 else { return nil }
    return document.prose.string(lower..<upper)
  }
}

extension JudgedFinding {
  /// Without its fix, which is about another file.
  func moved(to place: SourceRange) -> JudgedFinding {
    JudgedFinding(
      rule: rule, severity: severity, finding: Finding(place, finding.message, verdict: finding.verdict))
  }
}

extension Document {
  /// The words of an element's class.
  func classes(of node: NodeID) -> [String] {
    (value(.class, of: node) ?? "").split { $0.isWhitespace }.map(String.init)
  }

  /// Where an element leads, or what it shows.
  fileprivate func address(of node: NodeID) -> String? { value(.href, of: node) ?? value(.src, of: node) }

  /// Whether rules see a text of the front matter.
  func frontMatterIsJudged(at place: SourceRange) -> Bool {
    prose.blocks.contains { $0.isFrontMatter && prose.sourceRange(of: $0.range).touches(place) }
  }
}

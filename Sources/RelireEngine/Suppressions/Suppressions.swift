import RelireDocuments
import RelireModel
import RelireRules

/// What a page asks relire to leave alone.
struct Suppressions: Sendable {
  private struct Suppression: Sendable {
    let selector: Directive.Selector
    /// Where findings begin that it holds for.
    let scope: SourceRange
    var isUsed = false
  }

  /// The front matter key that holds rules to ignore on the whole page.
  static let frontMatterKey = "relire-ignore"

  private var suppressions: [Suppression] = []
  /// By what they name, in order of scope: a look-up touches few of them.
  private var bySelector: [String: [Int]] = [:]
  /// What is wrong with the directives themselves.
  private(set) var findings = Findings()

  /// Nil for a page that asks for nothing.
  init?(_ document: Document) {
    readFrontMatter(document)
    readComments(document)
    if suppressions.isEmpty, findings.isEmpty { return nil }
    for index in suppressions.indices { bySelector[suppressions[index].selector.text, default: []].append(index) }
    for key in bySelector.keys {
      bySelector[key]?.sort { suppressions[$0].scope < suppressions[$1].scope }
    }
  }

  // MARK: Use

  /// Whether a finding is to be left alone; what says so is used then.
  mutating func contains(_ rule: RuleID, at offset: Int) -> Bool {
    var found = false
    for selector in [rule.description, rule.family, PageSettings.allRules] {
      guard let candidates = bySelector[selector] else { continue }
      if let index = covering(offset, among: candidates) {
        suppressions[index].isUsed = true
        found = true
      }
    }
    return found
  }

  /// The scope that holds an offset. A binary search and a bounded look back: scopes of one selector seldom nest,
  /// but for those of the whole page, which come first.
  private func covering(_ offset: Int, among candidates: [Int]) -> Int? {
    let after = candidates.partitionPoint { suppressions[$0].scope.start > offset }
    let near = candidates[max(0, after - 32)..<after].reversed()
    return near.first { offset <= suppressions[$0].scope.end }
      ?? candidates.first.flatMap { after > 0 && offset <= suppressions[$0].scope.end ? $0 : nil }
  }

  /// Reports suppressions that nothing made use of, among the rules that were on and judged this page alone.
  mutating func reportUnused(_ enabled: Set<RuleID>) {
    findings.rule = UnusedSuppression.id
    for suppression in suppressions where !suppression.isUsed {
      let name = suppression.selector.text
      let named = RuleRegistry.rules.filter {
        name == PageSettings.allRules || $0.id.description == name || $0.id.family == name
      }
      guard named.contains(where: { enabled.contains($0.id) }),
        named.allSatisfy({ $0.judgesPageAlone })
      else { continue }
      findings.report(suppression.selector.range, UnusedSuppression.message(name))
    }
  }

  // MARK: Reading

  private mutating func readFrontMatter(_ document: Document) {
    guard let value = document.frontMatter?[Self.frontMatterKey], !value.isNull else { return }
    let items = value.items ?? [value]
    for item in items {
      guard let text = item.string else {
        report(BrokenDirective.id, item.range, BrokenDirective.withoutRule)
        continue
      }
      add(Directive.Selector(text: text, range: item.range), SourceRange(0, document.source.bytes.count))
    }
  }

  private mutating func readComments(_ document: Document) {
    let end = document.source.bytes.count
    var open: [(directive: Directive, rules: Set<String>)] = []
    var blocks: FollowingBlocks?
    for (index, node) in document.nodes.enumerated() where node.kind == .comment || node.kind == .object {
      guard let directive = Directive(comment: node.range, in: document.source.bytes) else { continue }
      guard let kind = directive.kind else {
        report(BrokenDirective.id, directive.word.range, BrokenDirective.unknownWord(directive.word.text))
        continue
      }
      if directive.selectors.isEmpty, kind != .end {
        report(BrokenDirective.id, directive.range, BrokenDirective.withoutRule)
        continue
      }
      switch kind {
      case .file: add(directive.selectors, SourceRange(0, end))
      case .nextBlock:
        let following = blocks ?? FollowingBlocks(document)
        blocks = following
        add(directive.selectors, following.scope(of: NodeID(index)))
      case .start: open.append((directive, Set(directive.selectors.map(\.text))))
      case .end:
        // An end without names closes the last start; one with names, the last start that has one of them.
        let names = Set(directive.selectors.map(\.text))
        let start = open.lastIndex { names.isEmpty || !names.isDisjoint(with: $0.rules) }
        guard let start else {
          report(BrokenDirective.id, directive.range, BrokenDirective.withoutStart)
          continue
        }
        let opened = open.remove(at: start).directive
        add(opened.selectors, SourceRange(opened.range.end, max(opened.range.end, directive.range.start)))
      }
    }
    for (directive, _) in open {
      report(BrokenDirective.id, directive.range, BrokenDirective.withoutEnd)
      add(directive.selectors, SourceRange(directive.range.end, end))
    }
  }

  private mutating func add(_ selectors: [Directive.Selector], _ scope: SourceRange) {
    for selector in selectors { add(selector, scope) }
  }

  private mutating func add(_ selector: Directive.Selector, _ scope: SourceRange) {
    guard ConfigurationSchema.ruleSelectors.contains(selector.text) else {
      let nearest = NearestNames.of(selector.text, among: ConfigurationSchema.ruleSelectors, atMost: 1).first
      report(UnknownRule.id, selector.range, UnknownRule.message(selector.text, nearest: nearest))
      return
    }
    suppressions.append(Suppression(selector: selector, scope: scope))
  }

  private mutating func report(_ rule: RuleID, _ range: SourceRange, _ message: Message) {
    findings.rule = rule
    findings.report(range, message)
  }
}

/// Which block a comment stands before, for all nodes of a document at once.
private struct FollowingBlocks {
  private let document: Document
  /// For each node the first block element after it, itself left out.
  private let following: [Int32]

  init(_ document: Document) {
    self.document = document
    var following = [Int32](repeating: -1, count: document.nodes.count)
    var next: Int32 = -1
    for index in document.nodes.indices.reversed() {
      following[index] = next
      let node = document.nodes[index]
      if node.kind == .element, node.name.isBlock, !node.range.isEmpty { next = Int32(index) }
    }
    self.following = following
  }

  /// The block that the comment stands in, when it stands in running text; else the next one.
  func scope(of comment: NodeID) -> SourceRange {
    var parent = document[comment].parent
    while parent != .none, document[parent].kind == .element, !document[parent].name.isBlock {
      parent = document[parent].parent
    }
    if parent != .none, document[parent].kind == .element, Self.holdsText.contains(document[parent].name),
      // More than the comment's own object character.
      document[parent].text.count > 3
    {
      return document[parent].range
    }
    let next = following[Int(comment.index)]
    return next < 0 ? SourceRange(at: document[comment].range.end) : document.nodes[Int(next)].range
  }

  private static let holdsText: Set<ElementName> = [
    .p, .h1, .h2, .h3, .h4, .h5, .h6, .li, .dt, .dd, .td, .th, .caption, .figcaption, .summary, .legend,
  ]
}

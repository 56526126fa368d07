import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// The rules of a run, sorted so that each is called only where it may have something to say.
/// Made once a run (or once for each set of rules that globs select) and shared by all threads.
public struct RuleRunner: Sendable {
  private var ids: [RuleID] = []
  /// On tokens other than words.
  var byMark = CallTable<ProseCheck>(keys: Token.Kind.allCases.count)
  /// Of these, what is called at plain marks too.
  var byPlainMark = CallTable<ProseCheck>(keys: Token.Kind.allCases.count)
  private static let tokenKinds = Token.Kind.allCases
  /// Kinds of tokens, words apart, that some rule waits for.
  var markTriggers: Token.Kinds = []
  /// On words by their flags.
  var flaggedWordRules: [Call<ProseCheck>] = []
  /// Those that some rule waits for.
  var wordFlags: Token.Flags = []
  var byList = CallTable<WordCheck>(keys: WordList.allCases.count)
  var wordTriggers: WordLists = []
  /// The lists whose phrases have to be looked for: those, and the one that has words left alone.
  var phraseTriggers: WordLists = [.leftAlone]
  var blockRules: [(triggers: Token.Kinds, call: Call<BlockCheck>)] = []
  var byElement = CallTable<ElementCheck>(keys: ElementName.count)
  var byRole = CallTable<RoleCheck>(keys: Role.allCases.count)
  var byAttribute = CallTable<AttributeCheck>(keys: AttributeName.count + 1)
  /// The key in `byAttribute` of names that no standard knows.
  static let unknownAttribute = AttributeName.count
  var asksForAccessibility = false
  private var documentRules: [Call<DocumentCheck>] = []
  private var siteRules: [Call<EvidenceCheck>] = []

  /// - Parameter collectsOnly: whether only what site rules need of pages is wanted.
  public init(_ rules: [any Rule.Type], collectsOnly: Bool = false) {
    for type in rules {
      let number = ids.count
      ids.append(type.id)
      for form in type.forms where !collectsOnly || form.isOfSite { add(form, number) }
    }
    byMark.close()
    byPlainMark.close()
    byList.close()
    byElement.close()
    byRole.close()
    byAttribute.close()
  }

  private mutating func add(_ form: RuleForm, _ number: Int) {
    switch form {
    case .prose(let rule, let check): add(check, of: rule, number)
    case .block(let rule, let check):
      var call = Call(number, check)
      call.isForFrenchOnly = rule.isForFrenchOnly
      blockRules.append((rule.triggers, call))
      // Looked at one by one, as most are plain and then count for none.
      if rule.triggers.contains(.apostrophe) { markTriggers.insert(.apostrophe) }
    case .word(let rule, let check):
      wordTriggers.formUnion(rule.lists)
      phraseTriggers.formUnion(rule.lists)
      var call = Call(number, check)
      call.isForFrenchOnly = rule.isForFrenchOnly
      byList.add(call, rule.lists.members.map { Int($0.rawValue) })
    case .element(let rule, let check): byElement.add(Call(number, check), rule.elements.map { Int($0.rawValue) })
    case .role(let rule, let check):
      asksForAccessibility = true
      byRole.add(Call(number, check), rule.roles.map { Int($0.rawValue) })
    case .attribute(let rule, let check):
      asksForAccessibility = true
      byAttribute.add(Call(number, check), rule.attributes?.map { Int($0.rawValue) } ?? [Self.unknownAttribute])
    case .document(let check): documentRules.append(Call(number, check))
    case .site(_, let check): siteRules.append(Call(number, check))
    case .engine: break
    }
  }

  private mutating func add(_ check: ProseCheck, of rule: any ProseRule.Type, _ number: Int) {
    var call = Call(number, check)
    call.isForFrenchOnly = rule.isForFrenchOnly
    if rule.triggers.contains(.word) {
      assert(PageWords.remarkableFlags.isSuperset(of: rule.wordFlags), "words with other flags are not looked at")
      call.wordFlags = rule.wordFlags
      wordFlags.formUnion(rule.wordFlags)
      flaggedWordRules.append(call)
    }
    let marks = Self.tokenKinds.filter { $0 != .word && rule.triggers.contains($0) }
    for kind in marks { markTriggers.insert(kind) }
    let keys = marks.map { Int($0.rawValue) }
    byMark.add(call, keys)
    if !rule.skipsPlainMarks { byPlainMark.add(call, keys) }
  }

  /// All findings on one page, in no particular order.
  public func check(_ page: Page) -> Findings { check([page])[0] }

  /// All findings on some pages, in no particular order, a page's in each item.
  ///
  /// Several pages together are checked faster than one by one, as each rule looks at all of them before the next one.
  public func check(_ pages: [Page]) -> [Findings] {
    var found = pages.map { _ in Findings(rules: ids) }
    found.withUnsafeMutableBufferPointer { found in
      checkProse(pages, found)
      checkElements(pages, found)
      checkAccessibility(pages, found)
      checkDocuments(pages, found)
      for number in pages.indices {
        found[number].removeConsequences()
        checkFrames(pages[number], &found[number])
      }
      collectEvidence(from: pages, found)
    }
    return found
  }

  /// What is found on each of some pages.
  ///
  /// A buffer, because a rule that reports changes one of many in place, some hundred times a page: its owner is
  /// `check`, and its numbers are those of the pages.
  typealias PageFindings = UnsafeMutableBufferPointer<Findings>

  private func checkDocuments(_ pages: [Page], _ found: PageFindings) {
    for call in documentRules {
      forEach(pages) { number, page in
        found[number].speaker = call.number
        call.check.run(page, &found[number])
      }
    }
  }

  /// What the pages leave for the site rules.
  private func collectEvidence(from pages: [Page], _ found: PageFindings) {
    let columns = siteRules.compactMap { $0.check.run(pages) }
    guard !columns.isEmpty else { return }
    let batch = EvidenceBatch(columns)
    for number in pages.indices { found[number].evidence = SiteEvidence(batch: batch, number: number) }
  }

  /// Without a claim to each page for each rule: the array keeps them all.
  private func forEach(_ pages: [Page], _ body: (Int, Page) -> Void) {
    for number in pages.indices {
      Unmanaged.passUnretained(pages[number])._withUnsafeGuaranteedRef { body(number, $0) }
    }
  }

  // MARK: Frames

  /// Families whose rules hold for a page inside another one: it needs no title, language or outline of its own.
  private static let framedFamilies: Set<String> = [
    "aria", "forms", "frames", "ids", "images", "links", "lists", "tables",
  ]

  /// Checks the pages that frames hold in their `srcdoc`.
  private func checkFrames(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard document.format == .html else { return }
    for frame in page.elements.frames {
      guard page.accessibility.isVisible(frame), let nested = NestedDocument(of: frame, in: document) else { continue }
      let innerPage = [
        Page(document: nested.document, path: page.path, settings: page.settings, place: page.place)
      ]
      var inner = [Findings(rules: ids)]
      inner.withUnsafeMutableBufferPointer { inner in
        checkElements(innerPage, inner)
        checkAccessibility(innerPage, inner)
        // Of what the others say nothing is kept.
        checkDocuments(innerPage, inner)
        inner[0].removeConsequences()
      }
      for item in inner[0].items where Self.framedFamilies.contains(item.rule.family) {
        findings.append(item, at: nested.sourceRange(of: item.finding.range))
      }
    }
  }
}

import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// The rules of a run, sorted so that each is called only where it may have something to say.
/// Made once a run (or once for each set of rules that globs select) and shared by all threads.
public struct RuleRunner: Sendable {
  private var ids: [RuleID] = []
  private var byToken = CallTable<any ProseRule>(keys: Token.Kind.allCases.count)
  /// Of these, what is called at plain marks too.
  private var byPlainMark = CallTable<any ProseRule>(keys: Token.Kind.allCases.count)
  private static let tokenKinds = Token.Kind.allCases
  private var triggers: Token.Kinds = []
  /// Those of words that some rule waits for.
  private var wordFlags: Token.Flags = []
  private var blockRules: [(triggers: Token.Kinds, call: Call<any BlockRule>)] = []
  private var byList = CallTable<any WordRule>(keys: WordList.allCases.count)
  private var wordTriggers: WordLists = []
  /// The lists whose phrases have to be looked for: those, and the one that has words left alone.
  private var phraseTriggers: WordLists = [.leftAlone]
  private var byElement = CallTable<any ElementRule>(keys: ElementName.count)
  private var byRole = CallTable<any RoleRule>(keys: Role.allCases.count)
  private var byAttribute = CallTable<any AttributeRule>(keys: AttributeName.count + 1)
  /// The key in `byAttribute` of names that no standard knows.
  private static let unknownAttribute = AttributeName.count
  private var asksForAccessibility = false
  private var documentRules = CallTable<any DocumentRule>(keys: 1)
  private var siteRules = CallTable<any SiteRule>(keys: 1)

  /// - Parameter collectsOnly: whether only what site rules need of pages is wanted.
  public init(_ rules: [any Rule.Type], collectsOnly: Bool = false) {
    for type in rules {
      let number = ids.count
      ids.append(type.id)
      for form in type.forms where !collectsOnly || form.isOfSite { add(form, number) }
    }
    byToken.close()
    byPlainMark.close()
    byList.close()
    byElement.close()
    byRole.close()
    byAttribute.close()
    documentRules.close()
    siteRules.close()
  }

  private mutating func add(_ form: RuleForm, _ number: Int) {
    switch form {
    case .prose(let rule): add(rule, type(of: rule), number)
    case .block(let rule): add(rule, type(of: rule), number)
    case .word(let rule): add(rule, type(of: rule), number)
    case .element(let rule): byElement.add(Call(number, rule), type(of: rule).elements.map { Int($0.rawValue) })
    case .role(let rule):
      asksForAccessibility = true
      byRole.add(Call(number, rule), type(of: rule).roles.map { Int($0.rawValue) })
    case .attribute(let rule):
      asksForAccessibility = true
      let names = type(of: rule).attributes?.map { Int($0.rawValue) }
      byAttribute.add(Call(number, rule), names ?? [Self.unknownAttribute])
    case .document(let rule): documentRules.add(Call(number, rule), [0])
    case .site(let rule): siteRules.add(Call(number, rule), [0])
    case .engine: break
    }
  }

  private mutating func add(_ rule: any ProseRule, _ type: any ProseRule.Type, _ number: Int) {
    triggers = triggers.union(type.triggers)
    if type.triggers.contains(.word) { wordFlags.formUnion(type.wordFlags) }
    let call = Call(number, rule, isForFrenchOnly: type.isForFrenchOnly, wordFlags: type.wordFlags)
    let kinds = Self.tokenKinds.lazy.filter(type.triggers.contains).map { Int($0.rawValue) }
    byToken.add(call, kinds)
    if !type.skipsPlainMarks { byPlainMark.add(call, kinds) }
  }

  private mutating func add(_ rule: any BlockRule, _ type: any BlockRule.Type, _ number: Int) {
    blockRules.append((type.triggers, Call(number, rule, isForFrenchOnly: type.isForFrenchOnly)))
  }

  private mutating func add(_ rule: any WordRule, _ type: any WordRule.Type, _ number: Int) {
    wordTriggers.formUnion(type.lists)
    phraseTriggers.formUnion(type.lists)
    byList.add(
      Call(number, rule, isForFrenchOnly: type.isForFrenchOnly), type.lists.members.map { Int($0.rawValue) })
  }

  /// All findings on one page, in no particular order.
  public func check(_ page: Page) -> Findings {
    var findings = Findings(rules: ids)
    checkProse(page, &findings)
    checkElements(page, &findings)
    checkAccessibility(page, &findings)
    checkDocument(page, &findings)
    findings.removeConsequences()
    checkFrames(page, &findings)
    collectEvidence(from: page, &findings)
    return findings
  }

  // MARK: Prose

  private func checkProse(_ page: Page, _ findings: inout Findings) {
    let prose = page.document.prose
    let words = page.words
    withProseCalls(isFrench: prose.languages.map(\.isFrench)) { calls in
      for (number, block) in prose.blocks.enumerated() where !block.tokens.isEmpty {
        var context = BlockContext(page: page, block: block, words: words, foreignLanguage: words.foreign[number])
        let kinds = checkTokens(of: context, calls, &findings)
        if kinds.intersects(QuotePairing.marks) { context.quotes = QuotePairing(context) }
        checkBlock(context, kinds, calls, &findings)
      }
    }
  }

  /// What is called at tokens and words.
  private struct ProseCalls {
    /// By number of language.
    let isFrench: [Bool]
    let byToken: CallTable<any ProseRule>.Calls
    let byPlainMark: CallTable<any ProseRule>.Calls
    let byList: CallTable<any WordRule>.Calls

    func isFrench(_ language: UInt8, in context: BlockContext) -> Bool { isFrench[Int(language)] && !context.isForeign }
  }

  private func withProseCalls(isFrench: [Bool], _ body: (ProseCalls) -> Void) {
    byToken.withCalls { byToken in
      byPlainMark.withCalls { byPlainMark in
        byList.withCalls { byList in
          body(ProseCalls(isFrench: isFrench, byToken: byToken, byPlainMark: byPlainMark, byList: byList))
        }
      }
    }
  }

  /// Looks at every token: most are words that no list holds and no rule waits for, and pass in a few instructions.
  /// - Returns: the kinds of tokens that there are.
  private func checkTokens(of context: BlockContext, _ calls: ProseCalls, _ findings: inout Findings) -> Token.Kinds {
    var kinds: Token.Kinds = []
    context.tokens.withUnsafeBufferPointer { tokens in
      context.words.entries.withUnsafeBufferPointer { entries in
        for index in context.indices {
          let kind = tokens[index].kind
          kinds.insert(kind)
          if kind == .word {
            if !entries[index].isNone { checkWord(index, entries[index], in: context, calls, &findings) }
            if tokens[index].flags.isDisjoint(with: wordFlags) { continue }
          }
          if triggers.contains(kind) { checkToken(index, tokens[index], in: context, calls, &findings) }
        }
      }
    }
    return kinds
  }

  private func checkToken(
    _ index: Int, _ token: Token, in context: BlockContext, _ calls: ProseCalls, _ findings: inout Findings
  ) {
    let isFrench = calls.isFrench(token.language, in: context)
    let table = context.isPlainMark(index) ? calls.byPlainMark : calls.byToken
    for call in table[Int(token.kind.rawValue)] {
      call._withUnsafeGuaranteedRef { call in
        guard isFrench || !call.isForFrenchOnly,
          token.kind != .word || !call.wordFlags.isDisjoint(with: token.flags)
        else { return }
        findings.speaker = call.number
        call.rule.check(index, in: context, &findings)
      }
    }
  }

  private func checkWord(
    _ index: Int, _ word: Lexicon.EntryID, in context: BlockContext, _ calls: ProseCalls, _ findings: inout Findings
  ) {
    let lexicon = context.lexicon
    var lists = lexicon.lists(word)
    if lexicon.phraseLists(word).intersects(phraseTriggers) { lists.formUnion(context.phraseLists(at: index)) }
    guard lists.intersects(wordTriggers) else { return }
    if lists.contains(.leftAlone), isLeftAlone(index, in: context) { return }
    let isFrench = calls.isFrench(context.tokens[index].language, in: context)
    for list in lists.intersection(wordTriggers).members {
      for call in calls.byList[Int(list.rawValue)] {
        call._withUnsafeGuaranteedRef { call in
          guard isFrench || !call.isForFrenchOnly else { return }
          findings.speaker = call.number
          call.rule.check(index, as: list, in: context, &findings)
        }
      }
    }
  }

  private func checkBlock(
    _ context: BlockContext, _ kinds: Token.Kinds, _ calls: ProseCalls, _ findings: inout Findings
  ) {
    let isFrench = calls.isFrench(context.block.language, in: context)
    for (triggers, call) in blockRules where kinds.intersects(triggers) && (isFrench || !call.isForFrenchOnly) {
      findings.speaker = call.number
      call.rule.check(context, &findings)
    }
  }

  /// Whether a word, or a phrase that begins with it, is to be left alone.
  private func isLeftAlone(_ index: Int, in context: BlockContext) -> Bool {
    context.isWord(index, in: .leftAlone) || context.phrase(.leftAlone, at: index) != nil
  }

  // MARK: Elements

  private func checkElements(_ page: Page, _ findings: inout Findings) {
    let nodes = page.document.nodes
    byElement.withCalls { byElement in
      for index in nodes.indices where nodes[index].kind == .element && !nodes[index].name.isCustom {
        for call in byElement[Int(nodes[index].name.rawValue)] {
          call._withUnsafeGuaranteedRef { call in
            findings.speaker = call.number
            call.rule.check(NodeID(index), on: page, &findings)
          }
        }
      }
    }
  }

  private func checkAccessibility(_ page: Page, _ findings: inout Findings) {
    guard asksForAccessibility, page.document.format != .text else { return }
    let document = page.document
    let nodes = document.nodes
    let tree = page.accessibility
    byRole.withCalls { byRole in
      byAttribute.withCalls { byAttribute in
        for index in nodes.indices where nodes[index].kind == .element {
          let element = NodeID(index)
          let calls = byRole[Int(tree.role(element).rawValue)]
          if !calls.isEmpty, tree.isExposed(element), !tree.isInTemplate(element) {
            for call in calls {
              call._withUnsafeGuaranteedRef { call in
                findings.speaker = call.number
                call.rule.check(element, in: tree, &findings)
              }
            }
          }
          if nodes[index].attributes.isEmpty { continue }
          for number in nodes[index].attributes {
            let name = document.attributes[Int(number)].name
            let calls = byAttribute[name.isCustom ? Self.unknownAttribute : Int(name.rawValue)]
            // Most attributes concern nobody: they are not even copied.
            if calls.isEmpty || tree.isInTemplate(element) { continue }
            let attribute = document.attributes[Int(number)]
            for call in calls {
              call._withUnsafeGuaranteedRef { call in
                findings.speaker = call.number
                call.rule.check(attribute, of: element, in: tree, &findings)
              }
            }
          }
        }
      }
    }
  }

  // MARK: The page as a whole

  private func checkDocument(_ page: Page, _ findings: inout Findings) {
    documentRules.withCalls { calls in
      for call in calls[0] {
        call._withUnsafeGuaranteedRef { call in
          findings.speaker = call.number
          call.rule.check(page, &findings)
        }
      }
    }
  }

  /// What the page leaves for the site rules.
  private func collectEvidence(from page: Page, _ findings: inout Findings) {
    siteRules.withCalls { calls in
      for call in calls[0] {
        call._withUnsafeGuaranteedRef { call in
          guard let value = call.rule.evidence(from: page) else { return }
          findings.evidence.append(SiteEvidence(rule: ids[call.number], value: value))
        }
      }
    }
  }

  // MARK: Frames

  /// Families whose rules hold for a page inside another one: it needs no title, language or outline of its own.
  private static let framedFamilies: Set<String> = ["aria", "forms", "frames", "ids", "images", "links", "lists", "tables"]

  /// Checks the pages that frames hold in their `srcdoc`.
  private func checkFrames(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard document.format == .html else { return }
    for frame in page.elements.frames {
      guard page.accessibility.isVisible(frame), let nested = NestedDocument(of: frame, in: document) else { continue }
      var inner = Findings(rules: ids)
      let innerPage = Page(document: nested.document, path: page.path, settings: page.settings, place: page.place)
      checkElements(innerPage, &inner)
      checkAccessibility(innerPage, &inner)
      // Of what the others say nothing is kept.
      checkDocument(innerPage, &inner)
      inner.removeConsequences()
      for item in inner.items where Self.framedFamilies.contains(item.rule.family) {
        findings.append(item, at: nested.sourceRange(of: item.finding.range))
      }
    }
  }
}

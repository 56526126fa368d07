import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// The rules of a run, sorted so that each is called only where it may have something to say.
/// Made once a run (or once for each set of rules that globs select) and shared by all threads.
public struct RuleRunner: Sendable {
  private var ids: [RuleID] = []
  private var byToken = CallTable<ProseCheck>(keys: Token.Kind.allCases.count)
  /// Of these, what is called at plain marks too.
  private var byPlainMark = CallTable<ProseCheck>(keys: Token.Kind.allCases.count)
  /// Kinds of tokens, words apart, that some rule waits for.
  private var markTriggers: Token.Kinds = []
  /// Those of words that some rule waits for.
  private var wordFlags: Token.Flags = []
  private var blockRules: [(triggers: Token.Kinds, call: Call<BlockCheck>)] = []
  private var byList = CallTable<WordCheck>(keys: WordList.allCases.count)
  private var wordTriggers: WordLists = []
  /// The lists whose phrases have to be looked for: those, and the one that has words left alone.
  private var phraseTriggers: WordLists = [.leftAlone]
  private var listTriggers: WordLists { wordTriggers.union(phraseTriggers) }
  private var byElement = CallTable<ElementCheck>(keys: ElementName.count)
  private var byRole = CallTable<RoleCheck>(keys: Role.allCases.count)
  private var byAttribute = CallTable<AttributeCheck>(keys: AttributeName.count + 1)
  /// The key in `byAttribute` of names that no standard knows.
  private static let unknownAttribute = AttributeName.count
  private var asksForAccessibility = false
  private var documentRules = CallTable<DocumentCheck>(keys: 1)
  private var siteRules = CallTable<EvidenceCheck>(keys: 1)

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
    case .prose(let rule, let check): add(check, of: rule, number)
    case .block(let rule, let check):
      blockRules.append((rule.triggers, Call(number, check, isForFrenchOnly: rule.isForFrenchOnly)))
    case .word(let rule, let check):
      wordTriggers.formUnion(rule.lists)
      phraseTriggers.formUnion(rule.lists)
      let call = Call(number, check, isForFrenchOnly: rule.isForFrenchOnly)
      byList.add(call, rule.lists.members.map { Int($0.rawValue) })
    case .element(let rule, let check): byElement.add(Call(number, check), rule.elements.map { Int($0.rawValue) })
    case .role(let rule, let check):
      asksForAccessibility = true
      byRole.add(Call(number, check), rule.roles.map { Int($0.rawValue) })
    case .attribute(let rule, let check):
      asksForAccessibility = true
      byAttribute.add(Call(number, check), rule.attributes?.map { Int($0.rawValue) } ?? [Self.unknownAttribute])
    case .document(let check): documentRules.add(Call(number, check), [0])
    case .site(let collect): siteRules.add(Call(number, collect), [0])
    case .engine: break
    }
  }

  private mutating func add(_ check: ProseCheck, of rule: any ProseRule.Type, _ number: Int) {
    if rule.triggers.contains(.word) { wordFlags.formUnion(rule.wordFlags) }
    let call = Call(number, check, isForFrenchOnly: rule.isForFrenchOnly, wordFlags: rule.wordFlags)
    let kinds = Token.Kind.allCases.filter(rule.triggers.contains)
    for kind in kinds where kind != .word { markTriggers.insert(kind) }
    let keys = kinds.map { Int($0.rawValue) }
    byToken.add(call, keys)
    if !rule.skipsPlainMarks { byPlainMark.add(call, keys) }
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
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: prose.tokens.count) { room in
        for (number, block) in prose.blocks.enumerated() where !block.tokens.isEmpty {
          var context = BlockContext(page: page, block: block, words: words, foreignLanguage: words.foreign[number])
          let chosen = choose(context, room)
          for index in chosen.tokens { checkToken(Int(index), in: context, calls, &findings) }
          if chosen.kinds.intersects(QuotePairing.marks) { context.quotes = QuotePairing(context) }
          checkBlock(context, chosen.kinds, calls, &findings)
        }
      }
    }
  }

  /// What is called at tokens and words.
  private struct ProseCalls {
    /// By number of language.
    let isFrench: [Bool]
    let byToken: CallTable<ProseCheck>.Calls
    let byPlainMark: CallTable<ProseCheck>.Calls
    let byList: CallTable<WordCheck>.Calls

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

  /// The tokens of a block that some rule waits for, in order, and the kinds of all.
  ///
  /// Most tokens are words that no list holds, and which of them are cannot be foreseen: a loop without branches, over
  /// buffers whose subscripts are unchecked in a release build, takes less than a wrong guess for each.
  ///
  /// - Parameter room: for as many numbers as the block has tokens.
  private func choose(
    _ context: BlockContext, _ room: UnsafeMutableBufferPointer<UInt32>
  ) -> (tokens: Slice<UnsafeMutableBufferPointer<UInt32>>, kinds: Token.Kinds) {
    var kinds: Token.Kinds = []
    var count = 0
    context.tokens.withUnsafeBufferPointer { tokens in
      context.words.listed.withUnsafeBufferPointer { listed in
        for index in context.indices {
          let kind = tokens[index].kind
          kinds.insert(kind)
          let isWord: UInt64 = kind == .word ? 1 : 0
          let ofLists = listed[index].rawValue & listTriggers.rawValue
          let ofWord = ofLists | UInt64(tokens[index].flags.intersection(wordFlags).rawValue)
          let isChosenWord: UInt64 = ofWord != 0 ? isWord : 0
          let isChosenMark: UInt64 = markTriggers.contains(kind) ? 1 : 0
          room[count] = UInt32(truncatingIfNeeded: index)
          count &+= Int(truncatingIfNeeded: isChosenWord | isChosenMark)
        }
      }
    }
    return (room[..<count], kinds)
  }

  private func checkToken(
    _ index: Int, in context: BlockContext, _ calls: ProseCalls, _ findings: inout Findings
  ) {
    let token = context.tokens[index]
    if token.kind == .word {
      if context.words.listed[index].intersects(listTriggers) { checkWord(index, in: context, calls, &findings) }
      if token.flags.isDisjoint(with: wordFlags) { return }
    }
    let isFrench = calls.isFrench(token.language, in: context)
    let table = context.isPlainMark(index) ? calls.byPlainMark : calls.byToken
    for call in table[Int(token.kind.rawValue)] {
      call._withUnsafeGuaranteedRef { call in
        guard isFrench || !call.isForFrenchOnly,
          token.kind != .word || !call.wordFlags.isDisjoint(with: token.flags)
        else { return }
        findings.speaker = call.number
        call.check.run(index, context, &findings)
      }
    }
  }

  private func checkWord(
    _ index: Int, in context: BlockContext, _ calls: ProseCalls, _ findings: inout Findings
  ) {
    let word = context.words.entries[index]
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
          call.check.run(index, list, context, &findings)
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
      call.check.run(context, &findings)
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
            call.check.run(NodeID(index), page, &findings)
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
                call.check.run(element, tree, &findings)
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
                call.check.run(attribute, element, tree, &findings)
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
          call.check.run(page, &findings)
        }
      }
    }
  }

  /// What the page leaves for the site rules.
  private func collectEvidence(from page: Page, _ findings: inout Findings) {
    siteRules.withCalls { calls in
      for call in calls[0] {
        call._withUnsafeGuaranteedRef { call in
          guard let value = call.check.run(page) else { return }
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

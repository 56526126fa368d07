import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// The rules of a run, sorted so that each is called only where it may have something to say.
/// Made once a run (or once for each set of rules that globs select) and shared by all threads.
public struct RuleRunner: Sendable {
  /// A rule's check as a closure: to hold rules as existentials would copy one at every call.
  private struct Call<Check: Sendable>: Sendable {
    /// The rule's number in `ids`.
    let rule: Int
    let isForFrenchOnly: Bool
    /// Of words, only those with one of these flags.
    var wordFlags: Token.Flags = []
    let check: Check
  }

  private typealias ProseCheck = @Sendable (Int, BlockContext, inout Findings) -> Void
  private typealias BlockCheck = @Sendable (BlockContext, inout Findings) -> Void
  private typealias WordCheck = @Sendable (Int, WordList, BlockContext, inout Findings) -> Void
  private typealias ElementCheck = @Sendable (NodeID, Page, inout Findings) -> Void
  private typealias RoleCheck = @Sendable (NodeID, AccessibilityTree, inout Findings) -> Void
  private typealias AttributeCheck = @Sendable (Attribute, NodeID, AccessibilityTree, inout Findings) -> Void
  private typealias DocumentCheck = @Sendable (Page, inout Findings) -> Void
  private typealias Collection = @Sendable (Page) -> (any Sendable)?

  private var ids: [RuleID] = []
  private var byToken = [[Call<ProseCheck>]](repeating: [], count: Token.Kind.allCases.count)
  private var triggers: Token.Kinds = []
  private var blockRules: [(triggers: Token.Kinds, call: Call<BlockCheck>)] = []
  private var byList = [[Call<WordCheck>]](repeating: [], count: WordList.allCases.count)
  private var wordTriggers: WordLists = []
  private var byElement = [[Call<ElementCheck>]](repeating: [], count: ElementName.count)
  private var byRole = [[Call<RoleCheck>]](repeating: [], count: Role.allCases.count)
  private var byAttribute = [[Call<AttributeCheck>]](repeating: [], count: AttributeName.count)
  private var ofUnknownAttributes: [Call<AttributeCheck>] = []
  private var asksForAccessibility = false
  private var documentRules: [Call<DocumentCheck>] = []
  private var siteRules: [Call<Collection>] = []

  public init(_ rules: [any Rule.Type]) {
    for type in rules {
      let number = ids.count
      ids.append(type.id)
      for form in type.forms { add(form, number) }
    }
  }

  private mutating func add(_ form: RuleForm, _ number: Int) {
    switch form {
    case .prose(let rule): add(prose: rule, number)
    case .block(let rule): add(block: rule, number)
    case .word(let rule): add(word: rule, number)
    case .element(let rule): add(element: rule, number)
    case .role(let rule): add(role: rule, number)
    case .attribute(let rule): add(attribute: rule, number)
    case .document(let rule):
      let check: DocumentCheck = { rule.check($0, &$1) }
      documentRules.append(Call(rule: number, isForFrenchOnly: false, check: check))
    case .site(let rule):
      let collect: Collection = { rule.collect(from: $0) }
      siteRules.append(Call(rule: number, isForFrenchOnly: false, check: collect))
    case .engine: break
    }
  }

  private mutating func add<R: ProseRule>(prose rule: R, _ number: Int) {
    triggers = triggers.union(R.triggers)
    let check: ProseCheck = { rule.check($0, in: $1, &$2) }
    for kind in Token.Kind.allCases where R.triggers.contains(kind) {
      let flags = kind == .word ? R.wordFlags : []
      byToken[Int(kind.rawValue)].append(
        Call(rule: number, isForFrenchOnly: R.isForFrenchOnly, wordFlags: flags, check: check))
    }
  }

  private mutating func add<R: BlockRule>(block rule: R, _ number: Int) {
    let check: BlockCheck = { rule.check($0, &$1) }
    blockRules.append((R.triggers, Call(rule: number, isForFrenchOnly: R.isForFrenchOnly, check: check)))
  }

  private mutating func add<R: WordRule>(word rule: R, _ number: Int) {
    wordTriggers.formUnion(R.lists)
    let check: WordCheck = { rule.check($0, as: $1, in: $2, &$3) }
    for list in R.lists.members {
      byList[Int(list.rawValue)].append(Call(rule: number, isForFrenchOnly: R.isForFrenchOnly, check: check))
    }
  }

  private mutating func add<R: ElementRule>(element rule: R, _ number: Int) {
    let check: ElementCheck = { rule.check($0, on: $1, &$2) }
    for name in R.elements {
      byElement[Int(name.rawValue)].append(Call(rule: number, isForFrenchOnly: false, check: check))
    }
  }

  private mutating func add<R: RoleRule>(role rule: R, _ number: Int) {
    asksForAccessibility = true
    let check: RoleCheck = { rule.check($0, in: $1, &$2) }
    for role in R.roles {
      byRole[Int(role.rawValue)].append(Call(rule: number, isForFrenchOnly: false, check: check))
    }
  }

  private mutating func add<R: AttributeRule>(attribute rule: R, _ number: Int) {
    asksForAccessibility = true
    let check: AttributeCheck = { rule.check($0, of: $1, in: $2, &$3) }
    let call = Call(rule: number, isForFrenchOnly: false, check: check)
    guard let names = R.attributes else { return ofUnknownAttributes.append(call) }
    for name in names { byAttribute[Int(name.rawValue)].append(call) }
  }

  /// All findings on one page, in no particular order.
  public func check(_ page: Page) -> Findings {
    var findings = Findings(rules: ids)
    checkProse(page, &findings)
    checkElements(page, &findings)
    checkAccessibility(page, &findings)
    for call in documentRules {
      findings.speaker = call.rule
      call.check(page, &findings)
    }
    for call in siteRules {
      guard let value = call.check(page) else { continue }
      findings.evidence.append(SiteEvidence(rule: ids[call.rule], value: value))
    }
    return findings
  }

  private func checkProse(_ page: Page, _ findings: inout Findings) {
    let prose = page.document.prose
    let languages = prose.languages.map(\.isFrench)
    let words = page.words
    for (number, block) in prose.blocks.enumerated() where !block.tokens.isEmpty {
      let context = BlockContext(page: page, block: block, words: words, foreignLanguage: words.foreign[number])
      var kinds: Token.Kinds = []
      for index in context.indices {
        let token = context.tokens[index]
        kinds.insert(token.kind)
        if token.kind == .word, !words.entries[index].isNone {
          let isFrench = languages[Int(token.language)] && !context.isForeign
          checkWord(index, isFrench: isFrench, in: context, &findings)
        }
        guard triggers.contains(token.kind) else { continue }
        let isFrench = languages[Int(token.language)] && !context.isForeign
        for call in byToken[Int(token.kind.rawValue)] where isFrench || !call.isForFrenchOnly {
          if !call.wordFlags.isEmpty, call.wordFlags.isDisjoint(with: token.flags) { continue }
          findings.speaker = call.rule
          call.check(index, context, &findings)
        }
      }
      let isFrench = languages[Int(block.language)] && !context.isForeign
      for (triggers, call) in blockRules where kinds.intersects(triggers) && (isFrench || !call.isForFrenchOnly) {
        findings.speaker = call.rule
        call.check(context, &findings)
      }
    }
  }

  private func checkWord(_ index: Int, isFrench: Bool, in context: BlockContext, _ findings: inout Findings) {
    let lexicon = context.lexicon
    let word = context.entry(index)
    let own = lexicon.lists(word)
    guard !own.contains(.leftAlone), !isLeftAlone(word, index, in: context) else { return }
    let lists = own.union(lexicon.phraseLists(word)).intersection(wordTriggers)
    guard !lists.isEmpty else { return }
    for list in lists.members {
      for call in byList[Int(list.rawValue)] where isFrench || !call.isForFrenchOnly {
        findings.speaker = call.rule
        call.check(index, list, context, &findings)
      }
    }
  }

  /// Whether a phrase that is to be left alone begins at a word.
  private func isLeftAlone(_ word: Lexicon.EntryID, _ index: Int, in context: BlockContext) -> Bool {
    guard context.lexicon.phraseLists(word).contains(.leftAlone) else { return false }
    return context.phrase(.leftAlone, at: index) != nil
  }

  private func checkElements(_ page: Page, _ findings: inout Findings) {
    for (index, node) in page.document.nodes.enumerated() where node.kind == .element && !node.name.isCustom {
      for call in byElement[Int(node.name.rawValue)] {
        findings.speaker = call.rule
        call.check(NodeID(index), page, &findings)
      }
    }
  }

  private func checkAccessibility(_ page: Page, _ findings: inout Findings) {
    guard asksForAccessibility, page.document.format != .text else { return }
    let document = page.document
    let tree = page.accessibility
    for (index, node) in document.nodes.enumerated() where node.kind == .element {
      let element = NodeID(index)
      if tree.isInTemplate(element) { continue }
      if tree.isExposed(element) {
        for call in byRole[Int(tree.role(element).rawValue)] {
          findings.speaker = call.rule
          call.check(element, tree, &findings)
        }
      }
      for number in node.attributes {
        let name = document.attributes[Int(number)].name
        for call in name.isCustom ? ofUnknownAttributes : byAttribute[Int(name.rawValue)] {
          findings.speaker = call.rule
          call.check(document.attributes[Int(number)], element, tree, &findings)
        }
      }
    }
  }
}

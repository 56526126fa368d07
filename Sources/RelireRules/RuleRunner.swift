import RelireDocuments
import RelireLexicon
import RelireModel

/// The rules of a run, sorted so that each is called only where it may have something to say.
/// Made once a run (or once for each set of rules that globs select) and shared by all threads.
public struct RuleRunner: Sendable {
  private struct Entry<R: Sendable>: Sendable {
    let id: RuleID
    let rule: R
  }

  private let byToken: [[Entry<any ProseRule>]]
  private let triggers: Token.Kinds
  private let blockRules: [Entry<any BlockRule>]
  private let byList: [[Entry<any WordRule>]]
  private let wordTriggers: WordLists
  private let byElement: [[Entry<any ElementRule>]]
  private let documentRules: [Entry<any DocumentRule>]
  private let siteRules: [Entry<any SiteRule>]

  public init(_ rules: [any Rule.Type]) {
    var byToken = [[Entry<any ProseRule>]](repeating: [], count: Token.Kind.allCases.count)
    var triggers: Token.Kinds = []
    var blockRules: [Entry<any BlockRule>] = []
    var byList = [[Entry<any WordRule>]](repeating: [], count: WordList.allCases.count)
    var wordTriggers: WordLists = []
    var byElement = [[Entry<any ElementRule>]](repeating: [], count: ElementName.count)
    var documentRules: [Entry<any DocumentRule>] = []
    var siteRules: [Entry<any SiteRule>] = []
    for type in rules {
      for form in type.forms {
        switch form {
        case .prose(let rule):
          let kinds = Swift.type(of: rule).triggers
          triggers = triggers.union(kinds)
          for kind in Token.Kind.allCases where kinds.contains(kind) {
            byToken[Int(kind.rawValue)].append(Entry(id: type.id, rule: rule))
          }
        case .block(let rule):
          blockRules.append(Entry(id: type.id, rule: rule))
        case .word(let rule):
          let lists = Swift.type(of: rule).lists
          wordTriggers.formUnion(lists)
          for list in lists.members { byList[Int(list.rawValue)].append(Entry(id: type.id, rule: rule)) }
        case .element(let rule):
          for name in Swift.type(of: rule).elements {
            byElement[Int(name.rawValue)].append(Entry(id: type.id, rule: rule))
          }
        case .document(let rule):
          documentRules.append(Entry(id: type.id, rule: rule))
        case .site(let rule):
          siteRules.append(Entry(id: type.id, rule: rule))
        case .engine:
          break
        }
      }
    }
    self.byToken = byToken
    self.triggers = triggers
    self.blockRules = blockRules
    self.byList = byList
    self.wordTriggers = wordTriggers
    self.byElement = byElement
    self.documentRules = documentRules
    self.siteRules = siteRules
  }

  /// All findings on one page, in no particular order.
  public func check(_ page: Page) -> Findings {
    var findings = Findings()
    checkProse(page, &findings)
    checkElements(page, &findings)
    for entry in documentRules {
      findings.rule = entry.id
      entry.rule.check(page, &findings)
    }
    for entry in siteRules {
      guard let value = entry.rule.collect(from: page) else { continue }
      findings.evidence.append(SiteEvidence(rule: entry.id, value: value))
    }
    return findings
  }

  private func checkProse(_ page: Page, _ findings: inout Findings) {
    let prose = page.document.prose
    let lexicon = page.settings.lexicon
    let isFrench = prose.languages.map(\.isFrench)
    let words = PageWords(prose, lexicon)
    for (number, block) in prose.blocks.enumerated() where !block.tokens.isEmpty {
      let context = BlockContext(page: page, block: block, words: words, isForeign: words.foreign[number] != nil)
      var kinds: Token.Kinds = []
      for index in context.indices {
        let token = context.tokens[index]
        kinds.insert(token.kind)
        let isFrench = isFrench[Int(token.language)] && !context.isForeign
        if token.kind == .word {
          checkWord(index, isFrench: isFrench, in: context, &findings)
        }
        guard triggers.contains(token.kind) else { continue }
        for entry in byToken[Int(token.kind.rawValue)] where isFrench || !type(of: entry.rule).isForFrenchOnly {
          findings.rule = entry.id
          entry.rule.check(index, in: context, &findings)
        }
      }
      let isFrench = isFrench[Int(block.language)] && !context.isForeign
      for entry in blockRules where kinds.intersects(type(of: entry.rule).triggers) {
        guard isFrench || !type(of: entry.rule).isForFrenchOnly else { continue }
        findings.rule = entry.id
        entry.rule.check(context, &findings)
      }
    }
  }

  private func checkWord(_ index: Int, isFrench: Bool, in context: BlockContext, _ findings: inout Findings) {
    let word = context.entry(index)
    guard !word.isNone else { return }
    let lexicon = context.lexicon
    let own = lexicon.lists(word)
    guard !own.contains(.leftAlone) else { return }
    for list in own.union(lexicon.phraseLists(word)).intersection(wordTriggers).members {
      for entry in byList[Int(list.rawValue)] where isFrench || !type(of: entry.rule).isForFrenchOnly {
        findings.rule = entry.id
        entry.rule.check(index, as: list, in: context, &findings)
      }
    }
  }

  private func checkElements(_ page: Page, _ findings: inout Findings) {
    for (index, node) in page.document.nodes.enumerated() where node.kind == .element && !node.name.isCustom {
      for entry in byElement[Int(node.name.rawValue)] {
        findings.rule = entry.id
        entry.rule.check(NodeID(index), on: page, &findings)
      }
    }
  }
}

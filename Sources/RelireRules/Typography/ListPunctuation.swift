import RelireDocuments
import RelireModel

/// Items of one list that end in different marks.
public struct ListPunctuation: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "typography/list-punctuation", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Les éléments d’une même liste ne se terminent pas tous par le même signe.",
      en: "The items of a list do not all end in the same mark."),
    rationale: Message(
      fr: """
        Une liste est une phrase\u{A0}: chaque élément se termine par un point-virgule et le dernier par un point, ou \
        bien aucun ne porte de signe. Un signe qui manque fait croire que l’élément continue.
        """,
      en: """
        A list is a sentence: each item ends in a semicolon and the last one in a period, or else none has a mark. \
        Where a mark is missing, the item seems to go on.
        """),
    exceptions: Message(
      fr: """
        Les éléments qui introduisent une autre liste, contiennent plusieurs paragraphes ou se terminent par `!`, `?`, \
        `…` ou `etc.` ne comptent pas. Deux éléments ne suffisent pas pour juger.
        """,
      en: """
        Items that introduce another list, hold several paragraphs or end in `!`, `?`, `…` or `etc.` do not count. Two \
        items are too few to judge by.
        """),
    references: [.imprimerieNationale("Énumérations"), .oqlf("Énumération verticale")],
    examples: [
      Example(
        "* de savoirs\u{202F};\n* de savoir-fair⟦e⟧\n* de capacités.\n",
        fixed: "* de savoirs\u{202F};\n* de savoir-faire\u{202F};\n* de capacités.\n"),
      Example("- un\n- deux⟦,⟧\n- trois\n- quatre\n", fixed: "- un\n- deux\n- trois\n- quatre\n"),
      Example("- un\n- deux\u{A0}⟦;⟧\n- trois\n- quatre\n", fixed: "- un\n- deux\n- trois\n- quatre\n"),
      Example("- un\u{202F};\n- deux\u{202F};\n- trois\u{202F}; et\n- quatre."),
      Example("- un\n- deux\n- trois, et\n- quatre"),
      Example("- un\u{202F};\n- deux\u{202F};\n- trois."),
      Example("- un\n- deux\n- trois"),
      Example("<ul><li>un\u{202F};<li>deux\u{202F};<sup>[1]</sup><li>trois\u{202F};</ul>", format: .html),
      Example("- Un.\n- Deux.\n- Trois\u{202F}!"),
    ])

  public init() {}

  private enum Ending: Equatable {
    case none, semicolon, comma, period
  }

  private struct Item {
    let ending: Ending
    /// The prose of the closing mark, or of the last character.
    let last: Range<Int>
    let beginsWithCapital: Bool
  }

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    let lists = page.elements.lists
    guard !lists.isEmpty else { return }
    let isAllFrench = document.prose.languages.allSatisfy { $0.isFrench }
    for list in lists where document.hasMoreItems(than: 2, list) {
      let items = items(of: list, isAllFrench: isAllFrench, in: document)
      guard items.count > 2 else { continue }
      judge(items, on: page, &findings)
    }
  }

  /// The items that count, in order; empty when one of them makes the list a text of several paragraphs.
  private func items(of list: NodeID, isAllFrench: Bool, in document: Document) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(8)
    for item in document.children(of: list) where document.isElement(item, .li) {
      var end = Int(document[item].text.upperBound)
      var paragraphs = 0
      for child in document.children(of: item) where document[child].kind == .element {
        switch document[child].name {
        case .ul, .ol, .dl, .table, .pre, .blockquote:
          end = min(end, Int(document[child].text.lowerBound))
          if document[child].name == .pre { return [] }
        case .p: paragraphs += 1
        default: break
        }
      }
      if paragraphs > 1 { return [] }
      if let item = ending(of: Int(document[item].text.lowerBound)..<end, isAllFrench: isAllFrench, in: document) {
        items.append(item)
      }
    }
    return items
  }

  /// How a text ends; nil when that says nothing.
  private func ending(of range: Range<Int>, isAllFrench: Bool, in document: Document) -> Item? {
    let prose = document.prose
    var end = range.upperBound
    while end > range.lowerBound {
      let byte = prose.bytes[end - 1]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        end -= 1
      } else if byte == 0xA0, end - 2 >= range.lowerBound, prose.bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    guard end > range.lowerBound else { return nil }
    var start = end - 1
    while start > range.lowerBound, prose.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard isAllFrench || prose.languages[Int(prose.segments[prose.segmentIndex(at: start)].language)].isFrench else {
      return nil
    }
    let last = start..<end
    if let mark = markBeforeConjunction(endingAt: end, in: range, prose) {
      return mark == UInt8(ascii: ";")
        ? Item(ending: .semicolon, last: last, beginsWithCapital: prose.hasCapital(in: range)) : nil
    }
    func item(_ ending: Ending) -> Item {
      Item(ending: ending, last: last, beginsWithCapital: prose.hasCapital(in: range))
    }
    switch prose.bytes[start] {
    case UInt8(ascii: ";"): return item(.semicolon)
    case UInt8(ascii: ","): return item(.comma)
    case UInt8(ascii: "."):
      let isEtc = prose.bytes[range.lowerBound..<start].suffix(3).elementsEqual("etc".utf8)
      return isEtc ? nil : item(.period)
    case UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"): return nil
    default:
      if document.isNoteCall(prose.segments[prose.segmentIndex(at: start)].node) { return nil }
      // … and objects, of which nobody knows how they end.
      guard last.count == 3 else { return item(.none) }
      switch (prose.bytes[start], prose.bytes[start + 1], prose.bytes[start + 2]) {
      case (0xE2, 0x80, 0xA6), (0xEF, 0xBF, 0xBC): return nil
      default: return item(.none)
      }
    }
  }

  /// The mark of `…\u{A0}; et` or `…, ou`: it ends the item, the conjunction leads to the next one.
  private func markBeforeConjunction(endingAt end: Int, in range: Range<Int>, _ prose: Prose) -> UInt8? {
    guard end - 4 > range.lowerBound, prose.bytes[end - 3] == 0x20 else { return nil }
    let word = prose.bytes[end - 2..<end]
    guard word.elementsEqual("et".utf8) || word.elementsEqual("ou".utf8) else { return nil }
    let mark = prose.bytes[end - 4]
    return mark == UInt8(ascii: ";") || mark == UInt8(ascii: ",") ? mark : nil
  }

  private func judge(_ items: [Item], on page: Page, _ findings: inout Findings) {
    let body = items.dropLast()
    func count(_ ending: Ending) -> Int { body.count { $0.ending == ending } }
    let semicolons = count(.semicolon)
    let none = count(.none)
    let periods = count(.period)
    // A list of sentences that do without a period here and there is a matter of taste.
    if semicolons > 0, semicolons * 2 >= body.count {
      let mark = (page.conventions.highPunctuation.preferred.map { String($0) } ?? "") + ";"
      for (item, next) in zip(body, items.dropFirst()) where item.ending != .semicolon {
        // Steps that are sentences may come in groups, each of which ends in a period.
        if item.ending == .period, next.beginsWithCapital { continue }
        report(item, .semicolon, writing: mark, on: page, &findings)
      }
    } else if none * 3 >= body.count * 2, none + (items.last?.ending == Ending.none ? 1 : 0) > periods + semicolons {
      for item in body where item.ending == .comma || item.ending == .semicolon {
        report(item, .noMark, writing: "", on: page, &findings)
      }
    }
  }

  private func report(
    _ item: Item, _ message: Message, writing mark: String, on page: Page, _ findings: inout Findings
  ) {
    let prose = page.document.prose
    let edits =
      item.ending == .none
      ? prose.edits(replacing: item.last.upperBound..<item.last.upperBound, with: mark)
      : prose.edits(replacing: mark.isEmpty ? prose.withSpaceBefore(item.last) : item.last, with: mark)
    let title = mark.isEmpty ? Message(fr: "Supprimer le signe", en: "Delete the mark") : Message.write(";")
    findings.report(prose.sourceRange(of: item.last), message, fix: edits.map { Fix(title, .unsafe, $0) })
  }
}

extension Document {
  /// Whether a text is the call of a note, which follows the mark that ends an item.
  fileprivate func isNoteCall(_ text: NodeID) -> Bool {
    guard text != .none else { return false }
    let parent = self[text].parent
    guard parent != .none else { return false }
    return isElement(parent, .sup) || isElement(self[parent].parent, .sup)
  }

  /// Whether there are more items in a list than a number.
  fileprivate func hasMoreItems(than number: Int, _ list: NodeID) -> Bool {
    var count = 0
    var child = list.index + 1
    let end = nodes[Int(list.index)].subtreeEnd
    while child < end, count <= number {
      if nodes[Int(child)].kind == .element, nodes[Int(child)].name == .li { count += 1 }
      child = nodes[Int(child)].subtreeEnd
    }
    return count > number
  }
}

extension Prose {
  /// A range with the spaces, of whatever kind, before it.
  fileprivate func withSpaceBefore(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 3 {
      if bytes[start - 1] == 0x20 {
        start -= 1
      } else if bytes[start - 1] == 0xA0, bytes[start - 2] == 0xC2 {
        start -= 2
      } else if bytes[start - 3] == 0xE2, bytes[start - 2] == 0x80, bytes[start - 1] == 0xAF {
        start -= 3
      } else {
        break
      }
    }
    return start..<range.upperBound
  }

  /// Whether the first letter of a range is a capital.
  fileprivate func hasCapital(in range: Range<Int>) -> Bool {
    guard let first = range.first(where: { bytes[$0] != 0x20 && bytes[$0] != 0x0A }) else { return false }
    if bytes[first] == 0xC3, first + 1 < range.upperBound { return bytes[first + 1] < 0x9F }
    return bytes[first] &- 0x41 < 26
  }
}

extension Message {
  fileprivate static let semicolon = Message(
    fr: "Terminez cet élément par un point-virgule, comme les autres de la liste.",
    en: "End this item in a semicolon, like the others of the list.")

  fileprivate static let noMark = Message(
    fr: "Supprimez ce signe\u{A0}: les autres éléments de la liste n’en ont pas.",
    en: "Delete this mark: the other items of the list have none.")
}

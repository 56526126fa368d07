import RelireAccessibility
import RelireDocuments
import RelireModel

/// Two links with one text that lead to different places.
public struct SameTextDifferentTarget: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/same-text-different-target",
    severity: .info,
    summary: Message(
      fr: "Deux liens de même intitulé mènent à des endroits différents.",
      en: "Two links with the same text lead to different places."),
    rationale: Message(
      fr: "Qui parcourt la liste des liens entend deux fois la même chose et ne sait lequel choisir.",
      en: "Whoever goes through the list of links hears the same twice and does not know which to choose."),
    references: [.rgaa("6.1.1"), .wcag("2.4.4"), .wcag("2.4.9"), .act("b20e66"), .act("fd3a94")],
    examples: [
      Example("<p><a href=/tarifs>Tarifs</a> <a href=/offre>⟦Tarifs⟧</a></p>", format: .html),
      Example("<p><a href=/tarifs>Tarifs</a> <a href=/tarifs/>Tarifs</a></p>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    /// The first link of each text, by its hash.
    var known: [UInt32: NodeID] = [:]
    let links = page.elements.links
    guard links.count > 1 else { return }
    known.reserveCapacity(links.count)
    for link in links where document.isElement(link, .a) {
      guard let number = document.attributeNumber(.href, of: link), let hash = Self.hash(link, page) else { continue }
      guard let first = known[hash] else {
        known[hash] = link
        continue
      }
      let target = document.attributes[number].value
      guard let other = document.value(.href, of: first), other != target,
        AddressComparison.isClearlyOther(other, target), isSameName(first, link, page)
      else { continue }
      findings.report(Self.place(link, document), .other, verdict: .review)
    }
  }

  /// Of the link's own text where that names it, for names take longer to make; nil for a link without a name.
  private static func hash(_ link: NodeID, _ page: Page) -> UInt32? {
    let document = page.document
    let text = document.trimmedText(of: link)
    // Signs, as `#` beside headings.
    if text.count == 1 { return nil }
    if text.isEmpty, document[link].attributes.count == 1, document[link].subtreeEnd == link.index + 1 { return nil }
    let hasAriaName = document[link].attributes.count > 1 && page.accessibility.hasAriaName(link)
    let isPlain = !text.isEmpty && !hasAriaName && !document.prose.bytes[text].contains(0xEF)
    if isPlain { return FoldedHash.of(document.prose.bytes[text]) }
    let name = page.accessibility.name(of: link).text
    return name.isEmpty ? nil : FoldedHash.of(name.utf8)
  }

  private func isSameName(_ first: NodeID, _ second: NodeID, _ page: Page) -> Bool {
    let tree = page.accessibility
    guard tree.isExposed(first), tree.isExposed(second) else { return false }
    let name = tree.name(of: second).text.lowercased()
    return name.count > 1 && !name.contains("\u{FFFC}") && name == tree.name(of: first).text.lowercased()
  }

  /// The text of the link, or the whole link where it has none.
  private static func place(_ element: NodeID, _ document: Document) -> SourceRange {
    let text = document.children(of: element).filter { document[$0].kind == .text }
    guard let first = text.first, let last = text.last else { return document.signpost(of: element) }
    return document[first].range.union(document[last].range)
  }
}

extension Message {
  fileprivate static let other = Message(
    fr: "Un lien de même intitulé mène ailleurs\u{A0}: dites dans chacun où il mène.",
    en: "A link with the same text leads elsewhere: say in each where it leads.")
}

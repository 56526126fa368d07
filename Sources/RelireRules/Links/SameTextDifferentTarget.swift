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
    var known: [String: String] = [:]
    for element in document.descendants(of: .root) where document.isElement(element, .a) {
      guard let target = document.value(.href, of: element) else { continue }
      let tree = page.accessibility
      guard tree.isExposed(element) else { continue }
      let name = tree.name(of: element).text.lowercased()
      guard name.count > 1, !name.contains("\u{FFFC}") else { continue }
      if let first = known[name] {
        guard AddressComparison.isClearlyOther(first, target) else { continue }
        let content = SourceRange(document[element].startTag.end, max(document[element].startTag.end, document[element].range.end))
        findings.report(Self.place(element, content, document), .other, verdict: .review)
      } else {
        known[name] = target
      }
    }
  }

  /// The text of the link, or the whole link where it has none.
  private static func place(_ element: NodeID, _ content: SourceRange, _ document: Document) -> SourceRange {
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

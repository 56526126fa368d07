import RelireAccessibility
import RelireDocuments
import RelireModel

/// A control inside a control whose content has no role of its own, or inside a link, which HTML forbids.
public struct NestedInteractive: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/nested-interactive",
    severity: .error,
    summary: Message(fr: "Un élément interactif est dans un autre.", en: "A control stands inside another one."),
    rationale: Message(
      fr: "Le contenu d’un bouton est lu d’un bloc\u{A0}: un lien placé dedans ne s’annonce pas.",
      en: "A button’s content is read as one: a link put inside is not announced."),
    references: [
      .rgaa("7.1.1"), .rgaa("8.2.1"), .wcag("4.1.2"), .act("307n5z"), .specification("HTML, 4.5.1, The a element"),
    ],
    examples: [
      Example("<button>Voir ⟦<a href=\"/\">⟧ici</a></button>", format: .html),
      Example("<a href=\"/\">Voir ⟦<button>⟧ici</button></a>", format: .html),
      Example("<button>Voir <span tabindex=-1>ici</span></button>", format: .html),
      Example("<p><a href=/>Le plan ⟦<a href=/rues>⟧des rues</a></a></p>", format: .html),
      Example("<p><a href=/>Le plan</a><a href=/rues>Les rues</a></p>", format: .html),
      Example("<a href=\"/\">a</a>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.document.format == .html else { return }
    let tree = page.accessibility
    let document = page.document
    /// Where the last link ends.
    var linkEnd: Int32 = 0
    for element in tree.tabbableElements {
      if tree.isWithinControl(element) {
        findings.report(document.signpost(of: element), .nested)
      } else if element.index < linkEnd {
        if !tree.isAriaHidden(element) { findings.report(document.signpost(of: element), .inLink) }
      } else if document[element].name == .a, document.hasAttribute(.href, of: element) {
        linkEnd = document[element].subtreeEnd
        if let inner = Self.linkThatCloses(element, document) {
          findings.report(document.signpost(of: inner), .inLink)
        }
      }
    }
  }

  /// The link that is written in another one, which browsers close there.
  private static func linkThatCloses(_ link: NodeID, _ document: Document) -> NodeID? {
    let next = Int(document[link].subtreeEnd)
    guard next < document.nodes.count else { return nil }
    let node = document.nodes[next]
    let end = document[link].range.end
    guard node.kind == .element, node.name == .a, node.range.start == end, end >= 4,
      document.hasAttribute(.href, of: NodeID(next))
    else { return nil }
    let bytes = document.source.bytes
    var last = end - 1
    guard bytes[last] == UInt8(ascii: ">") else { return NodeID(next) }
    while last > 0, bytes[last] != UInt8(ascii: "<") { last -= 1 }
    return last + 1 < end && bytes[last + 1] == UInt8(ascii: "/") && bytes[last + 2] | 0x20 == UInt8(ascii: "a")
      ? nil : NodeID(next)
  }
}

extension Message {
  fileprivate static let inLink = Message(
    fr: "Cet élément est dans un lien, qui n’admet rien d’autre à activer\u{A0}: sortez-le de là.",
    en: "This element is inside a link, which admits nothing else to activate: take it out of there.")

  fileprivate static let nested = Message(
    fr: "Cet élément est dans un autre qui se lit d’un bloc\u{A0}: sortez-le de là.",
    en: "This element is inside another one that is read as a whole: take it out of there.")
}

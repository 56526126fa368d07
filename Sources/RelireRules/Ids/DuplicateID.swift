import RelireAccessibility
import RelireDocuments
import RelireModel

/// Two elements with one id.
public struct DuplicateID: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "ids/duplicate",
    severity: .error,
    summary: Message(fr: "Deux éléments ont le même identifiant.", en: "Two elements have the same id."),
    rationale: Message(
      fr: "Une étiquette, un lien ou un attribut ARIA qui vise cet identifiant n’atteint que le premier élément.",
      en: "A label, a link or an ARIA attribute that names this id reaches the first element only."),
    references: [.rgaa("8.2.1"), .act("3ea0c8"), .specification("HTML, 3.2.6, The id attribute")],
    examples: [
      Example("<p id=a>a</p><p id=⟦a⟧>b</p>", format: .html),
      Example("<p id=a>a</p><p id=b>b</p>", format: .html),
      Example("## A <a id=\"aa\"></a>\n\n## B <a id=\"⟦aa⟧\"></a>\n"),
      Example("<p id=a>a</p><template><p id=a>b</p></template>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    for element in page.accessibility.elementsWithTakenID {
      guard let id = page.document.attribute(.id, of: element) else { continue }
      findings.report(id.valueRange, .duplicate(id.value))
    }
  }
}

extension Message {
  fileprivate static func duplicate(_ id: String) -> Message {
    Message(
      fr: "L’identifiant «\u{A0}\(id)\u{A0}» est déjà pris plus haut dans la page\u{A0}: changez-le.",
      en: "The id “\(id)” is already taken further up in the page: change it.")
  }
}

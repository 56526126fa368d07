import RelireAccessibility
import RelireDocuments
import RelireModel

/// A button that says nothing.
public struct ButtonWithoutName: RoleRule {
  public static let metadata = RuleMetadata(
    id: "forms/button-without-name",
    severity: .error,
    summary: Message(fr: "Un bouton n’a pas d’intitulé.", en: "A button has no accessible name."),
    rationale: Message(
      fr: "Un lecteur d’écran n’annonce que «\u{A0}bouton\u{A0}»\u{A0}: personne ne sait ce qu’il fait.",
      en: "A screen reader says only “button”: nobody can tell what it does."),
    references: [.rgaa("11.9.1"), .wcag("4.1.2"), .act("97a4e1")],
    examples: [
      Example("⟦<button>⟧<i class=icone></i></button>", format: .html),
      Example("⟦<div role=button tabindex=0>⟧<img src=a.png alt=\"\"></div>", format: .html),
      Example("<button aria-label=\"Fermer\">×</button>", format: .html),
      Example("<input type=submit>", format: .html),
      Example("<select><button><selectedcontent></selectedcontent></button><option>Vannes</select>", format: .html),
      Example("<button v-text=intitule></button><button :aria-label=intitule><i></i></button>", format: .html),
      Example("<button @click=fermer><span v-html=icone></span></button>", format: .html),
      Example("⟦<button @click=fermer :disabled=ferme>⟧<i></i></button>", format: .html),
    ])

  public static let roles: [Role] = [.button]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    let document = tree.document
    guard !tree.isImageButton(element), !tree.isNamed(element) else { return }
    // The button of a select shows the option that is chosen.
    if document.isElement(document[element].parent, .select) { return }
    // `<Button text="…" />` in Markdown is a component of another generator.
    if document.format == .markdown, document.source.string(document[element].startTag).hasSuffix("/>") { return }
    findings.report(document.signpost(of: element), .noName)
  }
}

extension Message {
  fileprivate static let noName = Message(
    fr: "Ce bouton n’a pas d’intitulé\u{A0}: écrivez ce qu’il fait, ou donnez une alternative à son image.",
    en: "This button has no name: write what it does, or give its image an alternative.")
}

import RelireAccessibility
import RelireDocuments
import RelireModel

/// A control that says it controls something that is not there.
public struct MissingReference: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "aria/missing-reference",
    severity: .error,
    summary: Message(
      fr: "Un attribut ARIA désigne un élément qui n’existe pas.",
      en: "An ARIA attribute names an element that does not exist."),
    rationale: Message(
      fr: "Une liste déroulante ouverte ou une barre de défilement doit désigner ce qu’elle commande. Un nom ou une "
        + "description pris à un élément absent n’est lu nulle part.",
      en: "An open combobox or a scrollbar has to name what it controls. A name or a description taken from an element "
        + "that is not there is read nowhere."),
    exceptions: Message(
      fr: "Ce qu’un script ajoute au besoin (une liste, un message d’erreur) peut manquer\u{A0}: aria-describedby et "
        + "aria-owns reviennent à une personne.",
      en:
        "What a script adds when it is needed (a list, an error message) may be absent: aria-describedby and aria-owns "
        + "are left to a person."),
    references: [.rgaa("7.1.1"), .wcag("4.1.2"), .act("in6db8")],
    examples: [
      Example("<div role=scrollbar tabindex=0 aria-valuenow=1 aria-controls=⟦rien⟧></div>", format: .html),
      Example("<div role=scrollbar tabindex=0 aria-valuenow=1 aria-controls=a></div><p id=a>b</p>", format: .html),
      Example("<html lang=fr><nav aria-labelledby=⟦absent⟧>a</nav>", format: .html),
      Example("<html lang=fr><label>Nom <input aria-describedby=⟦absent⟧></label>", format: .html),
      Example("<html lang=fr><nav aria-labelledby=\"absent b\">a</nav><p id=b>Plan</p>", format: .html),
      Example("<nav aria-labelledby=ailleurs>a</nav>", format: .html),
      Example("<html lang=fr><nav aria-labelledby=m>a</nav><p :id=m>Plan</p>", format: .html),
      Example("<div role=combobox tabindex=0 aria-expanded=false aria-controls=rien></div>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.ariaControls, .ariaLabelledby, .ariaDescribedby, .ariaOwns]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    if attribute.name != .ariaControls {
      checkRelation(attribute, of: element, in: tree, &findings)
      return
    }
    guard tree.isExposed(element), tree.requiresControls(element), !attribute.value.trimmingSpaces.isEmpty,
      tree.elements(.ariaControls, of: element).isEmpty
    else { return }
    findings.report(attribute.valueRange, .missing)
  }

  /// A name or description by an element that is not there. Scripts put messages and lists there when they are needed.
  private func checkRelation(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    let document = tree.document
    // A piece of a page names what stands in others, a page in Markdown what its generator makes.
    guard document.format == .html, tree.isExposed(element), attribute.value.hasVisibleText,
      !attribute.value.contains("{"), tree.elements(attribute.name, of: element).isEmpty, document.isWholePage,
      !tree.hasBoundIDs
    else { return }
    let isName = attribute.name == .ariaLabelledby
    findings.report(
      attribute.valueRange, .missing, verdict: isName ? .fault : .review, severity: isName ? .warning : nil)
  }
}

extension Message {
  fileprivate static let missing = Message(
    fr: "Aucun élément de la page n’a cet identifiant\u{A0}: corrigez-le.",
    en: "No element of the page has this id: correct it.")
}

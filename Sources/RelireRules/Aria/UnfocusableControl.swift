import RelireAccessibility
import RelireDocuments
import RelireModel

/// A control that only a pointer reaches.
public struct UnfocusableControl: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "aria/unfocusable-control",
    severity: .warning,
    summary: Message(
      fr: "Le clavier n’atteint pas une commande.", en: "The keyboard does not reach a control."),
    rationale: Message(
      fr:
        "Un élément quelconque ne devient ni bouton ni lien parce qu’un script répond à son clic ou que `role` le dit\u{A0}: "
        + "sans souris, personne ne peut l’actionner. Un vrai `button` ou un vrai lien fait tout cela de lui-même.",
      en:
        "An element does not become a button or a link because a script answers its click, or `role` says so: without "
        + "a mouse nobody can work it. A true `button` or link does all that by itself."),
    exceptions: Message(
      fr:
        "Ne sont pas jugés ce qui est désactivé, ce qui contient un lien ou une commande, un libellé (`label`), et ce qui "
        + "n’a pas de texte, comme le fond d’une fenêtre.",
      en:
        "What is disabled, what holds a link or a control, a `label`, and what has no text, such as the backdrop of a "
        + "window, are not judged."),
    references: [.rgaa("7.3.1"), .wcag("2.1.1")],
    examples: [
      Example("⟦<div role=button>⟧Envoyer</div>", format: .html),
      Example("⟦<span onclick=\"ouvrir()\">⟧Lire la suite</span>", format: .html),
      Example("⟦<a onclick=\"ouvrir()\">⟧Lire la suite</a>", format: .html),
      Example("<div role=button tabindex=0>Envoyer</div><button onclick=\"a()\">Lire</button>", format: .html),
      Example("<a role=link aria-disabled=true>Page précédente</a>", format: .html),
      Example("<div onclick=\"ouvrir()\"><a href=/guide/>Le guide</a></div>", format: .html),
      Example("<div class=fond onclick=\"fermer()\"></div><label role=button for=m>Menu</label>", format: .html),
      Example("<a href=/guide/><span onclick=\"compter()\">Le guide</span></a>", format: .html),
      Example("<div onclick=\"event.stopPropagation()\">Le guide</div>", format: .html),
      Example("<span role=button :tabindex=\"rang\">Envoyer</span>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.role, .onclick]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    let document = tree.document
    guard document.format == .html, !tree.isFocusable(element), tree.isExposed(element), !tree.isDisabled(element),
      attribute.name == .role ? isControl(element, tree) : answersClicks(attribute, of: element, tree),
      !isSpared(element, document), !holdsControl(element, tree),
      !document.trimmedText(of: element).isEmpty || tree.isNamed(element)
    else { return }
    findings.report(document.signpost(of: element), attribute.name == .role ? .unfocusable : .clickOnly)
  }

  private func isControl(_ element: NodeID, _ tree: AccessibilityTree) -> Bool {
    guard tree.hasExplicitRole(element) else { return false }
    switch tree.role(element) {
    // Of those in groups, one alone is reached by the tabulator key, and scripts see to the others.
    case .button, .link, .checkbox, .switch, .textbox, .searchbox, .slider, .spinbutton: return true
    default: return false
    }
  }

  private func answersClicks(_ attribute: Attribute, of element: NodeID, _ tree: AccessibilityTree) -> Bool {
    let document = tree.document
    // Then it is told for its role.
    if isControl(element, tree) || attribute.value.holds("stoppropagation") { return false }
    switch document[element].name {
    case .body, .html, .form, .label, .fieldset, .dialog, .option, .video, .audio, .canvas: return false
    default: break
    }
    switch tree.role(element) {
    case .generic, .none, .img, .paragraph, .listitem, .heading, .cell, .strong, .emphasis, .group: return true
    default: return false
    }
  }

  /// Whether something else may make it reachable, or nobody is to reach it.
  private func isSpared(_ element: NodeID, _ document: Document) -> Bool {
    document[element].name == .label || document.value(.ariaDisabled, of: element)?.trimmingBlanks == "true"
      || document.hasAttribute(.ariaCurrent, of: element) || document.binds(.tabindex, of: element)
  }

  /// Whether a part of it or what it stands in takes the focus. A binary search, and a look a few levels up.
  private func holdsControl(_ element: NodeID, _ tree: AccessibilityTree) -> Bool {
    let document = tree.document
    let tabbable = tree.tabbableElements
    let next = tabbable.partitionPoint { $0 > element }
    if next < tabbable.count, tabbable[next].index < document[element].subtreeEnd { return true }
    var outer = document[element].parent
    for _ in 0..<16 where outer != .root && outer != .none {
      if tree.isFocusable(outer) || document[outer].name == .label { return true }
      outer = document[outer].parent
    }
    return false
  }
}

extension Message {
  fileprivate static let unfocusable = Message(
    fr: "Cette commande ne s’atteint pas au clavier\u{A0}: faites-en un vrai bouton ou un vrai lien, ou ajoutez "
      + "`tabindex=\"0\"` et ce que font ses touches.",
    en: "The keyboard does not reach this control: make it a true button or link, or add `tabindex=\"0\"` and what its "
      + "keys do.")

  fileprivate static let clickOnly = Message(
    fr: "Cet élément répond au clic mais ne s’atteint pas au clavier\u{A0}: faites-en un vrai bouton (`button`).",
    en: "This element answers clicks but the keyboard does not reach it: make it a true button (`button`).")
}

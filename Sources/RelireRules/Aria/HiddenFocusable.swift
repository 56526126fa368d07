import RelireAccessibility
import RelireDocuments
import RelireModel

/// An element that is hidden from assistive technologies but takes the keyboard’s focus.
public struct HiddenFocusable: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "aria/hidden-focusable",
    severity: .error,
    summary: Message(
      fr: "Un contenu masqué par aria-hidden reste accessible au clavier.",
      en: "Content hidden by aria-hidden still takes the focus."),
    rationale: Message(
      fr: "Au clavier, on s’arrête sur un élément dont le lecteur d’écran ne dit rien.",
      en: "With the keyboard one stops on an element of which a screen reader says nothing."),
    exceptions: Message(
      fr: "Une fenêtre fermée (role=dialog, fr-modal), une partie fermée de Bootstrap (modal, offcanvas, collapse, "
        + "dropdown-menu) ne sont pas jugées\u{A0}: la feuille de style ne les affiche pas.",
      en: "A closed window (role=dialog, fr-modal), a closed part of Bootstrap’s (modal, offcanvas, collapse, "
        + "dropdown-menu) are not judged: the style sheet does not show them."),
    references: [.rgaa("10.8.1"), .wcag("1.3.1"), .wcag("4.1.2"), .act("6cfa84")],
    examples: [
      Example("<div aria-hidden=true>⟦<a href=\"/\">⟧Accueil</a></div>", format: .html),
      Example("<div aria-hidden=true><a href=\"/\" tabindex=-1>Accueil</a></div>", format: .html),
      Example("<div class=\"modal fade\" aria-hidden=true><button>Fermer</button></div>", format: .html),
      Example("<ul class=dropdown-menu aria-hidden=true><li><a href=/>Accueil</a></ul>", format: .html),
      Example("<ul class=\"dropdown-menu show\" aria-hidden=true><li>⟦<a href=/>⟧Accueil</a></ul>", format: .html),
      Example("<div role=dialog aria-label=Filtres aria-hidden=true><button>Fermer</button></div>", format: .html),
      Example(
        "<style>.volet[aria-hidden=true]{display:none}</style><div class=volet aria-hidden=true><a href=/>a</a></div>",
        format: .html),
      Example("<button aria-hidden=true disabled>a</button>", format: .html),
      Example("<p aria-hidden=true contenteditable=inherit>a</p>", format: .html),
      Example("⟦<p aria-hidden=true contenteditable>⟧a</p>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.document.format == .html else { return }
    let tree = page.accessibility
    for element in tree.tabbableElements where tree.isAriaHidden(element) {
      if Self.isClosed(element, page.document) { continue }
      findings.report(page.document.signpost(of: element), .focusable)
    }
  }

  /// Whether a style sheet keeps the hidden part closed: a framework's, or the site's own where it is a window.
  private static func isClosed(_ element: NodeID, _ document: Document) -> Bool {
    var outer = document[element].parent
    while outer != .none, outer != .root {
      if document.hasAttribute(.ariaHidden, of: outer) {
        if document.isClosedByFramework(outer) { return true }
        let role = document.value(.role, of: outer)?.trimmingBlanks.lowercased()
        if role == "dialog" || role == "alertdialog" { return true }
      }
      outer = document[outer].parent
    }
    return false
  }
}

extension Message {
  fileprivate static let focusable = Message(
    fr: "Cet élément est masqué par aria-hidden mais s’atteint au clavier\u{A0}: retirez aria-hidden, ou ajoutez "
      + "`tabindex=\"-1\"`.",
    en: "This element is hidden by aria-hidden but the keyboard reaches it: remove aria-hidden, or add "
      + "`tabindex=\"-1\"`.")
}

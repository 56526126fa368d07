import RelireAccessibility
import RelireDocuments
import RelireModel

/// A frame that the keyboard cannot enter although it holds controls.
public struct UnreachableControls: ElementRule {
  public static let metadata = RuleMetadata(
    id: "frames/unreachable-controls",
    severity: .error,
    summary: Message(
      fr: "Le clavier ne peut pas entrer dans un cadre qui contient des commandes.",
      en: "The keyboard cannot enter a frame that holds controls."),
    rationale: Message(
      fr: "tabindex=-1 retire le cadre de la tabulation, et tout ce qu’il contient avec lui.",
      en: "tabindex=-1 takes the frame out of the tab order, and all that it holds."),
    references: [.rgaa("7.3.1"), .wcag("2.1.1"), .act("akn7bn")],
    examples: [
      Example("⟦<iframe tabindex=-1 title=A srcdoc=\"<a href=/>Accueil</a>\">⟧</iframe>", format: .html),
      Example("<iframe tabindex=-1 title=A srcdoc=\"<p>Bonjour</p>\"></iframe>", format: .html),
      Example("<iframe title=A srcdoc=\"<a href=/>Accueil</a>\"></iframe>", format: .html),
    ])

  public static let elements: [ElementName] = [.iframe]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    guard let tabIndex = document.value(.tabindex, of: element).flatMap({ Int($0.trimmingSpaces) }), tabIndex < 0,
      page.accessibility.isFocusable(element), let nested = NestedDocument(of: element, in: document),
      !AccessibilityTree(nested.document).tabbableElements.isEmpty
    else { return }
    findings.report(document.signpost(of: element), .unreachable)
  }
}

extension Message {
  fileprivate static let unreachable = Message(
    fr: "Ce cadre contient des liens ou des commandes, mais tabindex=-1 en ferme l’entrée au clavier\u{A0}: "
      + "retirez-le.",
    en: "This frame holds links or controls, but tabindex=-1 closes it to the keyboard: remove it.")
}

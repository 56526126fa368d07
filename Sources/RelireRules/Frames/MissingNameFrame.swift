import RelireAccessibility
import RelireDocuments
import RelireModel

/// An inline frame without a name.
public struct MissingNameFrame: ElementRule {
  public static let metadata = RuleMetadata(
    id: "frames/missing-name",
    severity: .error,
    summary: Message(fr: "Un cadre n’a pas de titre.", en: "An inline frame has no title."),
    rationale: Message(
      fr: "Un lecteur d’écran annonce «\u{A0}cadre\u{A0}» sans dire ce qu’il contient. Le RGAA demande "
        + "l’attribut title.",
      en: "A screen reader says “frame” but not what it holds. RGAA asks for the title attribute."),
    references: [.rgaa("2.1.1"), .wcag("4.1.2"), .act("cae760")],
    examples: [
      Example("⟦<iframe src=carte.html>⟧</iframe>", format: .html),
      Example("<iframe src=carte.html title=\"Carte des stations\"></iframe>", format: .html),
      Example("<iframe src=mesure.html aria-hidden=true></iframe>", format: .html),
    ])

  public static let elements: [ElementName] = [.iframe, .frame]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let tree = page.accessibility
    guard tree.isExposed(element), page.document.value(.tabindex, of: element).flatMap({ Int($0) }) ?? 0 >= 0,
      tree.role(element) != .none, !tree.isNamed(element)
    else { return }
    findings.report(page.document.signpost(of: element), .noTitle)
  }
}

extension Message {
  fileprivate static let noTitle = Message(
    fr: "Ce cadre n’a pas de titre\u{A0}: dites ce qu’il contient dans son attribut title.",
    en: "This frame has no title: say what it holds in its title attribute.")
}

import RelireAccessibility
import RelireDocuments
import RelireModel

/// A group of fields, or of choices, that nothing names.
public struct GroupWithoutLegend: ElementRule {
  public static let metadata = RuleMetadata(
    id: "forms/group-without-legend",
    severity: .error,
    summary: Message(
      fr: "Un groupe de champs ou de choix n’a pas de légende.", en: "A group of fields or choices has no legend."),
    rationale: Message(
      fr:
        "«\u{A0}Oui\u{A0}» et «\u{A0}non\u{A0}» ne disent rien sans la question\u{A0}: c’est la légende du groupe qui la pose.",
      en: "“Yes” and “no” say nothing without the question: the group’s legend asks it."),
    exceptions: Message(
      fr: "aria-label, aria-labelledby et title font aussi une légende.",
      en: "An aria-label, an aria-labelledby or a title make a legend too."),
    references: [.rgaa("11.6.1"), .rgaa("11.8.2", isWhole: true), .wcag("1.3.1"), .wcag("3.3.2")],
    examples: [
      Example("⟦<fieldset>⟧<label><input type=radio name=a> Oui</label></fieldset>", format: .html),
      Example("<select aria-label=Ville>⟦<optgroup>⟧<option>Nouméa</optgroup></select>", format: .html),
      Example(
        "<fieldset><legend>Abonné ?</legend><label><input type=radio name=a> Oui</label></fieldset>", format: .html),
      Example("<select aria-label=Ville><optgroup label=Sud><option>Nouméa</optgroup></select>", format: .html),
    ])

  public static let elements: [ElementName] = [.fieldset, .optgroup]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let tree = page.accessibility
    guard tree.isExposed(element), tree.role(element) == .group, !tree.isNamed(element) else { return }
    findings.report(page.document.signpost(of: element), .noLegend)
  }
}

extension Message {
  fileprivate static let noLegend = Message(
    fr:
      "Ce groupe n’a pas de légende\u{A0}: donnez-lui un élément legend (ou l’attribut label d’un optgroup) qui dit la "
      + "question.",
    en:
      "This group has no legend: give it a legend element (or the label attribute of an optgroup) that asks the question."
  )
}

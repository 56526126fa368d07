import RelireAccessibility
import RelireDocuments
import RelireModel

/// A role without a state that it cannot do without.
public struct MissingAttribute: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "aria/missing-attribute",
    severity: .error,
    summary: Message(
      fr: "Il manque à un rôle ARIA un attribut indispensable.",
      en: "An ARIA role lacks an attribute that it needs."),
    rationale: Message(
      fr: "Une case sans aria-checked est annoncée sans qu’on sache si elle est cochée.",
      en: "A checkbox without aria-checked is announced without saying whether it is checked."),
    references: [.rgaa("7.1.1"), .wcag("4.1.2"), .act("4e8ab6")],
    examples: [
      Example("⟦<div role=checkbox tabindex=0 aria-label=A>⟧</div>", format: .html),
      Example("<div role=checkbox aria-checked=false tabindex=0 aria-label=A></div>", format: .html),
      Example("<input type=checkbox role=switch aria-label=A>", format: .html),
      Example("<div role=checkbox :aria-checked=choisi tabindex=0 aria-label=A></div>", format: .html),
      Example("<p role=heading aria-level=2>Titre</p>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.role]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    guard tree.isExposed(element), tree.hasExplicitRole(element), let name = tree.missingAttribute(of: element) else {
      return
    }
    let message: Message = tree.role(element) == .heading ? .missingLevel : .missing(name.knownSpelling)
    let place = tree.document.signpost(of: element)
    // Headings have a rule of their own.
    var cause: Finding.Cause?
    if tree.role(element) == .heading {
      let level = tree.document.attribute(.ariaLevel, of: element)
      cause = Finding.Cause(AriaLevel.id, level.map { $0.valueRange.isEmpty ? $0.nameRange : $0.valueRange } ?? place)
    }
    findings.report(Finding(place, message, cause: cause))
  }
}

extension Message {
  fileprivate static func missing(_ name: String) -> Message {
    Message(
      fr: "Ce rôle a besoin de l’attribut «\u{A0}\(name)\u{A0}»\u{A0}: ajoutez-le.",
      en: "This role needs the attribute “\(name)”: add it.")
  }
}

import RelireAccessibility
import RelireDocuments
import RelireModel

/// A group of fields, or of choices, that nothing names.
public struct GroupWithoutLegend: RoleRule {
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
      fr: "aria-label, aria-labelledby et title font aussi une légende. Un fieldset sans champ n’est pas jugé, ni un "
        + "élément de rôle group sans cases ni boutons radio, ou dans un groupe qui a sa légende.",
      en: "An aria-label, an aria-labelledby or a title make a legend too. A fieldset without fields is not judged, "
        + "nor is an element of role group without check boxes or radio buttons, or in a group that has its legend."),
    references: [.rgaa("11.6.1"), .rgaa("11.8.2", isWhole: true), .wcag("1.3.1"), .wcag("3.3.2")],
    examples: [
      Example("⟦<fieldset>⟧<label><input type=radio name=a> Oui</label></fieldset>", format: .html),
      Example(
        "⟦<div role=group>⟧<label><input type=checkbox> Oui</label><label><input type=checkbox> Non</label></div>",
        format: .html),
      Example("<fieldset><button>Suivant</button></fieldset>", format: .html),
      Example("<select aria-label=Ville>⟦<optgroup>⟧<option>Nouméa</optgroup></select>", format: .html),
      Example(
        "<fieldset><legend>Abonné ?</legend><label><input type=radio name=a> Oui</label></fieldset>", format: .html),
      Example("<select aria-label=Ville><optgroup label=Sud><option>Nouméa</optgroup></select>", format: .html),
    ])

  public static let roles: [Role] = [.group, .radiogroup]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    let document = tree.document
    let name = document[element].name
    guard tree.hasExplicitRole(element) || name == .fieldset || name == .optgroup, !tree.isNamed(element) else {
      return
    }
    switch name {
    case .optgroup: findings.report(document.signpost(of: element), .noLegend)
    case .fieldset:
      guard Self.fields(in: element, tree, where: { Self.isField($0, tree) }) > 0 else { return }
      findings.report(document.signpost(of: element), .noLegend)
    default:
      guard Self.fields(in: element, tree, where: { Self.isChoice(tree.role($0)) }) > 1,
        !Self.isInNamedGroup(element, tree)
      else { return }
      findings.report(document.signpost(of: element), .noName)
    }
  }

  /// How many fields of a kind are met in the group, up to two. Linear in its content, up to a limit.
  private static func fields(in group: NodeID, _ tree: AccessibilityTree, where isWanted: (NodeID) -> Bool) -> Int {
    var count = 0
    for inner in tree.document.descendants(of: group).prefix(1000)
    where tree.document[inner].kind == .element && tree.isExposed(inner)
      && isWanted(inner)
    {
      count += 1
      if count == 2 { break }
    }
    return count
  }

  private static func isField(_ node: NodeID, _ tree: AccessibilityTree) -> Bool {
    MissingLabel.roles.contains(tree.role(node)) || tree.isFieldWithoutRole(node)
  }

  private static func isChoice(_ role: Role) -> Bool { role == .radio || role == .checkbox || role == .switch }

  /// Whether a group around it has asked the question already.
  private static func isInNamedGroup(_ group: NodeID, _ tree: AccessibilityTree) -> Bool {
    var outer = tree.document[group].parent
    while outer != .none, outer != .root {
      switch tree.role(outer) {
      case .group, .radiogroup, .toolbar, .menu, .menubar: if tree.isNamed(outer) { return true }
      default: break
      }
      outer = tree.document[outer].parent
    }
    return false
  }
}

extension Message {
  fileprivate static let noName = Message(
    fr: "Ce groupe de choix n’a pas de nom\u{A0}: dites-y la question par aria-label ou aria-labelledby.",
    en: "This group of choices has no name: ask the question in it by aria-label or aria-labelledby.")

  fileprivate static let noLegend = Message(
    fr:
      "Ce groupe n’a pas de légende\u{A0}: donnez-lui un élément legend (ou l’attribut label d’un optgroup) qui dit la "
      + "question.",
    en:
      "This group has no legend: give it a legend element (or the label attribute of an optgroup) that asks the question."
  )
}

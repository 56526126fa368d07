import RelireAccessibility
import RelireDocuments
import RelireModel

/// A form field that nothing names.
public struct MissingLabel: RoleRule, ElementRule {
  public static let metadata = RuleMetadata(
    id: "forms/missing-label",
    severity: .error,
    summary: Message(fr: "Un champ de formulaire n’a pas d’étiquette.", en: "A form field has no label."),
    rationale: Message(
      fr: "Sans étiquette, un lecteur d’écran annonce un champ sans dire ce qu’il faut y mettre.",
      en: "Without a label a screen reader announces a field but not what to put in it."),
    references: [.rgaa("11.1.1"), .wcag("1.3.1"), .wcag("4.1.2"), .act("e086e5")],
    examples: [
      Example("⟦<input name=nom>⟧", format: .html),
      Example("<p>Nom ⟦<select>⟧<option>A</select></p>", format: .html),
      Example("<label>Nom <input name=nom></label>", format: .html),
      Example("<label for=nom>Nom</label><input id=nom>", format: .html),
      Example("<input type=hidden name=jeton>", format: .html),
      Example("<label for=nom hidden><b>Nom</b></label><input id=nom>", format: .html),
      // A trap for robots.
      Example("<div class=d-none><input name=site tabindex=-1></div>", format: .html),
      Example("<ul><li><input type=checkbox disabled checked> Relire la page</ul>", format: .html),
      Example("<ul><li>⟦<input type=checkbox name=lu>⟧</ul>", format: .html),
      Example("⟦<input type=file name=piece>⟧", format: .html),
      Example("<label :for=champ>Nom</label><input :id=champ v-model=nom>", format: .html),
      Example("<input [attr.aria-label]=nom><input v-bind=\"attributs\">", format: .html),
      Example("<label for=a x-text=nom></label><input id=a>", format: .html),
      Example("⟦<input v-model=nom :class=style>⟧", format: .html),
      Example("<label>Du <input type=date></label> au ⟦<input type=date>⟧", format: .html),
      Example("⟦<progress max=10 value=3>⟧</progress>", format: .html),
      Example("⟦<div role=switch aria-checked=true tabindex=0>⟧</div>", format: .html),
    ])

  public static let roles: [Role] = [
    .checkbox, .combobox, .listbox, .menuitemcheckbox, .menuitemradio, .meter, .progressbar, .radio, .searchbox,
    .slider, .spinbutton, .switch, .textbox,
  ]

  /// For the fields to which WAI-ARIA gives no role.
  public static let elements: [ElementName] = [.input]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    guard !tree.isNamed(element), !tree.document.isTaskBox(element), !tree.document.isTrap(element) else { return }
    let isGauge = tree.role(element) == .meter || tree.role(element) == .progressbar
    let isNative =
      switch tree.document[element].name {
      case .input, .select, .textarea: true
      default: false
      }
    findings.report(tree.document.signpost(of: element), isGauge ? .noName : isNative ? .noLabel : .noARIAName)
  }

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let tree = page.accessibility
    guard tree.isFieldWithoutRole(element), tree.isExposed(element), !tree.isInTemplate(element) else { return }
    check(element, in: tree, &findings)
  }
}

extension Document {
  /// Whether a field is there for robots to fill: kept from the keyboard, and closed by a framework's style sheet.
  fileprivate func isTrap(_ element: NodeID) -> Bool {
    value(.tabindex, of: element)?.trimmingSpaces == "-1" && isClosedByFramework(element)
  }

  /// Whether a box is the mark of a task in a list, `- [x]`, which Markdown parsers make so: nobody can tick it.
  fileprivate func isTaskBox(_ element: NodeID) -> Bool {
    guard value(.type, of: element)?.lowercased() == "checkbox", attribute(.disabled, of: element) != nil,
      attribute(.name, of: element) == nil
    else { return false }
    let parent = self[element].parent
    return isElement(parent, .li) || isElement(parent, .p) && isElement(self[parent].parent, .li)
  }
}

extension Message {
  fileprivate static let noName = Message(
    fr: "Cette jauge n’a pas de nom\u{A0}: dites ce qu’elle mesure, par un élément label ou par aria-label.",
    en: "This gauge has no name: say what it measures, by a label element or by aria-label.")

  fileprivate static let noARIAName = Message(
    fr:
      "Ce champ n’a pas d’étiquette\u{A0}: dites par aria-label ou aria-labelledby ce qu’il faut y mettre (un élément "
      + "label ne s’y relie pas).",
    en:
      "This field has no label: say by aria-label or aria-labelledby what to put in it (a label element cannot be tied "
      + "to it).")

  fileprivate static let noLabel = Message(
    fr: "Ce champ n’a pas d’étiquette\u{A0}: reliez-lui un élément label qui dit ce qu’il faut y mettre.",
    en: "This field has no label: give it a label element that says what to put in it.")
}

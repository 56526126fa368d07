import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// A control whose accessible name leaves out the words that are seen on it.
public struct LabelInName: RoleRule {
  public static let metadata = RuleMetadata(
    id: "links/label-in-name",
    severity: .warning,
    summary: Message(
      fr: "Le nom lu ne contient pas l’intitulé affiché.",
      en: "The accessible name leaves out the visible label."),
    rationale: Message(
      fr: "Qui dicte à l’ordinateur «\u{A0}cliquer sur Envoyer\u{A0}» n’est pas compris si aria-label dit autre "
        + "chose que le bouton.",
      en: "Whoever tells the computer to “click Send” is not understood if aria-label says something else than "
        + "the button."),
    exceptions: Message(
      fr: "N’est pas affiché ce que masque à l’œil une classe bien connue (sr-only, visually-hidden, fr-sr-only…), ni "
        + "le nom d’une icône de Material.",
      en: "What a well-known class hides from the eye (sr-only, visually-hidden, fr-sr-only…) is not seen, nor is the "
        + "name of a Material icon."),
    references: [
      .rgaa("6.1.5", isWhole: true), .rgaa("11.9.2", isWhole: true), .rgaa("11.2.5"), .wcag("2.5.3"), .act("2ee8b8"),
    ],
    examples: [
      Example(
        "<button aria-label=Fermer><span style=\"position: absolute; left: -9999px\">Croix</span></button>",
        format: .html),
      Example("⟦<a href=\"/carte\" aria-label=\"Ouvrir\">⟧Voir la carte</a>", format: .html),
      Example("<a href=\"/carte\" aria-label=\"Voir la carte des stations\">Voir la carte</a>", format: .html),
      Example("<button aria-label=\"Fermer\">×</button>", format: .html),
      Example("<label for=c>Commune</label>⟦<input id=c aria-label=Ville>⟧", format: .html),
      Example("<label for=c>Commune <span>de naissance</span></label><input id=c aria-label=Commune>", format: .html),
      Example("<textarea aria-label=Avis>Bonjour</textarea>", format: .html),
      Example("<button aria-label=\"Télécharger l’œuvre\">Télé&shy;charger l'oeuvre</button>", format: .html),
      Example("<a href=/ aria-label=\"Le plan\" x-text=intitule>La carte</a>", format: .html),
      Example("<a href=/ aria-label=\"Le plan\"><span class=d-none>Ouvrir</span>Le plan</a>", format: .html),
      Example(
        "<style>.lu{position:absolute;clip:rect(0 0 0 0)}</style><a href=/ aria-label=\"Le plan\">Le plan <i class=lu>ici"
          + "</i></a>", format: .html),
      Example("<button aria-label=Fermer><i class=material-icons>close</i></button>", format: .html),
      Example("<a href=/ aria-label=\"Le plan\">Le plan <span class=sr-only>(PDF)</span></a>", format: .html),
    ])

  public static let roles: [Role] = [
    .button, .checkbox, .combobox, .gridcell, .link, .listbox, .menuitem, .menuitemcheckbox, .menuitemradio, .option,
    .radio, .searchbox, .slider, .spinbutton, .switch, .tab, .textbox, .treeitem,
  ]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    let document = tree.document
    guard tree.hasAriaName(element), !tree.isFilledByFramework(element) else { return }
    let name = Self.words(tree.name(of: element).text)
    let label = Self.words(Self.label(of: element, in: tree))
    guard !label.isEmpty, !name.isEmpty, label.joined().count > 1, !Self.contains(name, label) else { return }
    findings.report(document.signpost(of: element), .differs)
  }

  /// What is seen on a control, or beside a field as its label.
  private static func label(of element: NodeID, in tree: AccessibilityTree) -> String {
    switch tree.role(element) {
    case .combobox, .listbox, .searchbox, .slider, .spinbutton, .textbox: return tree.leadingLabel(of: element)
    default:
      let text = tree.visibleText(of: element, heedsClasses: true)
      return text.isEmpty ? tree.leadingLabel(of: element) : text
    }
  }

  /// The words in lower case, ligatures undone; punctuation and signs say nothing, a soft hyphen cuts no word.
  private static func words(_ text: String) -> [String] {
    FoldedText(text).description.split { !$0.isLetter && !$0.isNumber }.map { String($0) }
  }

  private static func contains(_ name: [String], _ label: [String]) -> Bool {
    guard label.count <= name.count else { return false }
    return (0...(name.count - label.count)).contains { name[$0..<($0 + label.count)].elementsEqual(label) }
  }
}

extension Message {
  fileprivate static let differs = Message(
    fr: "Le nom donné par ARIA ne contient pas le texte affiché\u{A0}: reprenez-y ce texte, de préférence au "
      + "début.",
    en: "The name given by ARIA leaves out the visible text: repeat that text in it, preferably first.")
}

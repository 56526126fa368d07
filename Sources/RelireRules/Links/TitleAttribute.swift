import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// A `title` on a link that says what the link says already, or something else.
public struct TitleAttribute: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "links/title-attribute",
    severity: .warning,
    fix: .unsafe,
    summary: Message(
      fr: "Le titre d’un lien répète son intitulé, ou dit autre chose.",
      en: "A link’s title repeats its text, or says something else."),
    rationale: Message(
      fr:
        "L’attribut title ne s’affiche qu’au survol de la souris\u{A0}: sur un téléphone ou au clavier, personne ne le "
        + "voit. Répéter l’intitulé n’apporte rien, et certains lecteurs d’écran le lisent deux fois.",
      en:
        "The title attribute only shows when a mouse hovers: on a phone or with a keyboard nobody sees it. To repeat the "
        + "text adds nothing, and some screen readers say it twice."),
    exceptions: Message(
      fr: "Un titre qui reprend l’intitulé et le complète est admis, de même qu’un titre qui nomme un lien sans texte. "
        + "Le RGAA 4 n’a plus de critère sur la pertinence des titres de liens.",
      en:
        "A title that holds the text and adds to it is fine, and so is one that names a link without text. RGAA 4 has no "
        + "criterion on the relevance of link titles any more."),
    references: [
      .specification("HTML, 3.2.6.1, The title attribute"),
      .goodPractice(Message(fr: "un titre de lien complète l’intitulé", en: "a link’s title adds to its text")),
    ],
    examples: [
      Example("[Le guide](/guide/ \"⟦Le guide⟧\")\n", fixed: "[Le guide](/guide/)\n"),
      Example(
        "<a href=/guide title=\"⟦le guide.⟧\">Le guide</a>", fixed: "<a href=/guide>Le guide</a>", format: .html),
      Example("<a href=/guide title=⟦Documentation⟧>Le guide</a>", format: .html),
      Example("[Le guide](/guide/ \"Le guide de l’éditeur\")\n"),
      Example("<a href=/ title=Accueil><i class=icone></i></a>", format: .html),
      Example("<a href=/guide title=\"Nouvelle fenêtre\">Le guide</a>", format: .html),
      Example(
        "<a href=/a title=\"Modifié le 2 mai\"><img src=a.svg alt=Calendrier> 2 mai</a>", format: .html),
      Example("<p title=Guide>Guide</p>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.title]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    let document = tree.document
    guard document[element].name == .a, tree.role(element) == .link, tree.isExposed(element) else { return }
    let name = tree.name(of: element)
    guard name.origin != .title, !name.isEmpty, !name.text.unicodeScalars.contains("\u{FFFC}") else { return }
    let title = FoldedText(attribute.value).words
    let text = FoldedText(name.text).words
    guard !title.isEmpty, !text.isEmpty else { return }
    if title == text {
      findings.report(
        attribute.valueRange, .repeats, fix: Fix(.remove, .unsafe, TextEdits(document.removal(of: attribute))))
    } else if !Self.holds(title, text), !Self.holds(title, FoldedText(tree.visibleText(of: element)).words),
      !NewWindow.isAnnounced(in: attribute.value)
    {
      findings.report(attribute.valueRange, .lacks, verdict: .review)
    }
  }

  private static func holds(_ title: String, _ text: String) -> Bool {
    !text.isEmpty && title.utf8.span.holdsWords(text.utf8.span)
  }
}

extension Message {
  fileprivate static let repeats = Message(
    fr: "Ce titre répète l’intitulé du lien\u{A0}: retirez-le.", en: "This title repeats the link’s text: remove it.")

  fileprivate static let lacks = Message(
    fr: "Ce titre ne reprend pas l’intitulé du lien\u{A0}: vérifiez qu’il est utile, et mettez dans l’intitulé ce que "
      + "tous doivent savoir.",
    en: "This title does not hold the link’s text: check that it is of use, and put in the text what all must know.")

  fileprivate static let remove = Message(fr: "Retirer le titre du lien", en: "Remove the link’s title")
}

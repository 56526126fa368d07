import RelireDocuments
import RelireModel
import RelireSite

/// A shortcode that Hugo cannot read.
public struct MalformedShortcode: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "hugo/malformed-shortcode",
    severity: .error,
    fix: .safe,
    summary: Message(
      fr: "Un shortcode est mal écrit\u{A0}: guillemets courbes, espace insécable, guillemet oublié…",
      en: "A shortcode is malformed: curly quotes, a no-break space, a missing quote…"),
    rationale: Message(
      fr:
        "Hugo refuse de générer le site entier, ou prend les guillemets pour une partie de la valeur\u{A0}: une image n’est "
        + "plus trouvée. Un texte copié d’un traitement de texte apporte souvent de tels caractères.",
      en:
        "Hugo refuses to build the whole site, or takes the quotes for a part of the value: an image is no longer found. "
        + "A text that was copied from a word processor often brings such characters."),
    references: [.specification("Hugo, Shortcodes")],
    examples: [
      Example(
        "{{< tarif⟦\u{A0}⟧\"un euro\" >}}\n", fixed: "{{< tarif \"un euro\" >}}\n", path: "content/accueil.md"),
      Example("{{<⟦\u{202F}⟧tarif >}}\n", fixed: "{{< tarif >}}\n", path: "content/accueil.md"),
      Example(
        "{{< tarif titre=⟦“un euro”⟧ >}}\n", fixed: "{{< tarif titre=\"un euro\" >}}\n", path: "content/accueil.md"),
      Example(
        "{{< tarif titre=⟦«\u{A0}un euro\u{A0}»⟧ >}}\n", fixed: "{{< tarif titre=\"un euro\" >}}\n",
        path: "content/accueil.md"),
      Example(
        "{{< tarif src=⟦'prix.png'⟧ >}}\n", fixed: "{{< tarif src=\"prix.png\" >}}\n", path: "content/accueil.md"),
      Example(
        "{{< tarif ⟦prix/euro.png⟧ >}}\n", fixed: "{{< tarif \"prix/euro.png\" >}}\n", path: "content/accueil.md"),
      Example("{{< tarif titre=⟦\"⟧un euro >}}\n", path: "content/accueil.md"),
      Example(
        "{{< tarif titre=\"un\" ⟦\"euro\"⟧ >}} {{< tarif \"un\" ⟦titre⟧=\"euro\" >}}\n", path: "content/accueil.md"),
      Example("{{< tarif titre=\"un\"⟦,⟧ prix=2 >}}\n", path: "content/accueil.md"),
      Example("{{< tarif ⟦titre=⟧ >}} ⟦{{< >}}⟧\n", path: "content/accueil.md"),
      Example("{{< tarif prix=2⟦⟧>}}\n", fixed: "{{< tarif prix=2 >}}\n", path: "content/accueil.md"),
      Example(
        "{{< tarif l-été prix.png >}} {{< tarif prix = \"1,5\" >}} {{< tarif prix=1,5 a=`b \"c\"`d=\"e\" >}}\n",
        path: "content/accueil.md"),
      Example(
        "{{< tarif titre=\"l'été «\u{A0}indien\u{A0}»\" >}} {{<tarif>}} {{< tarif n=n°5 >}} {{< tarif an='68 >}}\n",
        path: "content/accueil.md"),
      Example(
        "{{< encadre \"Un\" />}} {{</* tarif “un euro” */>}} {{< tarif\n  prix=2\n  titre=\\\"Un euro\\\"\n>}}\n",
        path: "content/accueil.md"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.document.format == .markdown, !page.document.masks.isEmpty, let site = page.site,
      site.page(page.path) != nil
    else { return }
    for call in page.document.shortcodes {
      if call.name.isEmpty, call.refusals.isEmpty { findings.report(call.range, .noName) }
      for refusal in call.refusals {
        let text = page.document.source.string(refusal.range)
        findings.report(refusal.range, .refusal(refusal.reason, text), fix: fix(refusal, text))
      }
    }
  }

  private func fix(_ refusal: ShortcodeCall.Refusal, _ text: String) -> Fix? {
    switch refusal.reason {
    case .noBreakSpace: Fix(.plainSpace, .safe, [TextEdit(refusal.range, " ")])
    case .delimiter: Fix(.addSpace, .safe, [TextEdit(refusal.range, " ")])
    case .quotes: quoted(withoutQuotes(text), at: refusal.range)
    case .character: text.unicodeScalars.contains { $0.properties.isAlphabetic } ? quoted(text, at: refusal.range) : nil
    case .unclosedQuote, .mixture, .value: nil
    }
  }

  private func withoutQuotes(_ text: String) -> String {
    var value = text.unicodeScalars.dropFirst().dropLast()
    while value.first?.isProseSpace == true { value.removeFirst() }
    while value.last?.isProseSpace == true { value.removeLast() }
    return String(value)
  }

  private func quoted(_ value: String, at range: SourceRange) -> Fix? {
    guard !value.contains(where: { $0 == "\"" || $0 == "\\" }) else { return nil }
    return Fix(.straightQuotes, .unsafe, [TextEdit(range, "\"\(value)\"")])
  }
}

extension Message {
  fileprivate static let noName = Message(
    fr: "Ce shortcode n’a pas de nom\u{A0}: Hugo refuse de générer le site.",
    en: "This shortcode has no name: Hugo refuses to build the site.")

  fileprivate static func refusal(_ reason: ShortcodeCall.Refusal.Reason, _ text: String) -> Message {
    switch reason {
    case .noBreakSpace: solidSpace
    case .quotes: quotes
    case .character: character(text)
    case .unclosedQuote: unclosedQuote
    case .mixture(let isNamed): isNamed ? named : unnamed
    case .value: noValue
    case .delimiter: delimiter
    }
  }

  private static let solidSpace = Message(
    fr:
      "Cette espace entre les paramètres d’un shortcode est insécable\u{A0}: Hugo refuse de générer le site. Tapez une "
      + "espace ordinaire.",
    en:
      "This space between the parameters of a shortcode is a no-break space: Hugo refuses to build the site. Type a plain space."
  )

  private static let quotes = Message(
    fr:
      "Hugo ne connaît que les guillemets droits `\"` autour d’une valeur\u{A0}: il prend les autres pour une partie de la "
      + "valeur, ou refuse de générer le site.",
    en:
      "Hugo only knows straight quotes `\"` around a value: it takes others for a part of it, or refuses to build the site."
  )

  private static func character(_ text: String) -> Message {
    Message(
      fr:
        "Hugo refuse «\u{A0}\(text)\u{A0}» dans un shortcode\u{A0}: mettez une telle valeur entre guillemets droits `\"`, et "
        + "séparez les paramètres par de simples espaces.",
      en:
        "Hugo refuses “\(text)” in a shortcode: put such a value between straight quotes `\"`, and only spaces between "
        + "parameters.")
  }

  private static let unclosedQuote = Message(
    fr: "Ce guillemet n’est jamais fermé\u{A0}: Hugo refuse de générer le site.",
    en: "This quote is never closed: Hugo refuses to build the site.")

  private static let named = Message(
    fr: "Ce paramètre a un nom, les précédents n’en ont pas\u{A0}: Hugo refuse ce mélange.",
    en: "This parameter has a name, those before it have none: Hugo refuses the mixture.")

  private static let unnamed = Message(
    fr: "Ce paramètre n’a pas de nom, les précédents en ont un\u{A0}: Hugo refuse ce mélange.",
    en: "This parameter has no name, those before it have one: Hugo refuses the mixture.")

  private static let noValue = Message(
    fr: "Ce paramètre n’a pas de valeur\u{A0}: Hugo refuse de générer le site. Écrivez `\"\"` si elle est vide.",
    en: "This parameter has no value: Hugo refuses to build the site. Write `\"\"` if it is empty.")

  private static let delimiter = Message(
    fr:
      "Sans espace avant la fin du shortcode, Hugo la prend pour une partie de la valeur et refuse de générer le site.",
    en:
      "Without a space before the end of the shortcode, Hugo takes it for a part of the value and refuses to build the site."
  )

  fileprivate static let plainSpace = Message(fr: "Taper une espace ordinaire", en: "Type a plain space")

  fileprivate static let addSpace = Message(fr: "Ajouter une espace", en: "Add a space")

  fileprivate static let straightQuotes = Message(fr: "Mettre des guillemets droits", en: "Put straight quotes")
}

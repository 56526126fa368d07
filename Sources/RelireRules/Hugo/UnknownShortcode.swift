import RelireDocuments
import RelireModel
import RelireSite

/// A shortcode that neither the site, nor its theme, nor Hugo has.
public struct UnknownShortcode: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "hugo/unknown-shortcode",
    severity: .error,
    fix: .suggestion,
    summary: Message(fr: "Un shortcode n’existe pas.", en: "A shortcode does not exist."),
    rationale: Message(
      fr: "Hugo refuse de générer le site entier tant que la page n’est pas corrigée.",
      en: "Hugo refuses to build the whole site until the page is corrected."),
    exceptions: Message(
      fr:
        "Quand un thème ou un module du site n’est pas sur le disque, rien n’est jugé\u{A0}: il peut fournir le shortcode. "
        + "Ceux que Hugo a retirés restent admis, faute de savoir quelle version génère le site.",
      en:
        "When a theme or module of the site is not on disk nothing is judged: it may provide the shortcode. Those that "
        + "Hugo removed are accepted, since the version that builds the site is not known."),
    references: [.specification("Hugo, Shortcodes")],
    examples: [
      Example("{{< ⟦encadré⟧ >}}Une copie suffit.{{< /encadré >}}\n", path: "content/accueil.md"),
      Example("Le prix\u{A0}: {{< ⟦tarifs⟧ >}} ou {{% ⟦prix⟧ %}}.\n", path: "content/accueil.md"),
      Example("{{< Encadre >}}Le prix\u{A0}: {{< tarif >}}{{< /Encadre >}}\n", path: "content/accueil.md"),
      Example("{{< youtube abc >}} {{< heure.inline >}}midi{{< /heure.inline >}}\n", path: "content/accueil.md"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.document.format == .markdown, !page.document.masks.isEmpty, let site = page.site,
      site.site.configuration != nil
    else { return }
    let calls = page.document.shortcodes
    guard !calls.isEmpty else { return }
    let catalogue = site.shortcodes
    guard catalogue.isComplete else { return }
    for call in calls where !call.isClosing && !call.isInline && !call.name.isEmpty {
      guard catalogue.content(of: call.name) == nil else { continue }
      let nearest = NearestNames.of(call.name, among: catalogue.names, atMost: 1).first
      findings.report(call.nameRange, .unknown(call.name, nearest), fix: fix(call, nearest, calls))
    }
  }

  /// Renames the closing shortcode with the opening one.
  private func fix(_ call: ShortcodeCall, _ nearest: String?, _ calls: [ShortcodeCall]) -> Fix? {
    guard let nearest else { return nil }
    var edits = TextEdits(TextEdit(call.nameRange, nearest))
    var depth = 0
    for other in calls where other.range.start > call.range.start && other.name == call.name && !other.isSelfClosing {
      depth += other.isClosing ? -1 : 1
      if depth < 0 {
        edits.append(TextEdit(other.nameRange, nearest))
        break
      }
    }
    return Fix(.use(nearest), .suggestion, edits)
  }
}

extension Message {
  fileprivate static func unknown(_ name: String, _ nearest: String?) -> Message {
    guard let nearest else {
      return Message(
        fr:
          "Le shortcode «\u{A0}\(name)\u{A0}» n’existe ni dans le site, ni dans son thème, ni dans Hugo\u{A0}: corrigez son nom.",
        en: "The shortcode “\(name)” exists neither in the site, nor in its theme, nor in Hugo: correct its name.")
    }
    return Message(
      fr: "Le shortcode «\u{A0}\(name)\u{A0}» n’existe pas\u{A0}: est-ce «\u{A0}\(nearest)\u{A0}»\u{202F}?",
      en: "The shortcode “\(name)” does not exist: is it “\(nearest)”?")
  }

  fileprivate static func use(_ name: String) -> Message {
    Message(fr: "Employer «\u{A0}\(name)\u{A0}»", en: "Use “\(name)”")
  }
}

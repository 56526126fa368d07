import RelireDocuments
import RelireModel
import RelireSite

/// A shortcode that is opened or closed alone.
public struct UnbalancedShortcode: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "hugo/unbalanced-shortcode",
    severity: .error,
    summary: Message(
      fr: "Un shortcode est ouvert sans être fermé, ou fermé sans être ouvert.",
      en: "A shortcode is opened and not closed, or closed and not opened."),
    rationale: Message(
      fr: "Hugo refuse de générer le site entier tant que la page n’est pas corrigée.",
      en: "Hugo refuses to build the whole site until the page is corrected."),
    exceptions: Message(
      fr:
        "Un shortcode dont le modèle n’est pas sur le disque peut entourer un texte ou non\u{A0}: seule sa fermeture est "
        + "alors jugée.",
      en: "A shortcode whose template is not on disk may have a text or not: only its closing is then judged."),
    references: [.specification("Hugo, Shortcodes")],
    examples: [
      Example("⟦{{< encadre >}}⟧\nUne copie suffit.\n", path: "content/accueil.md"),
      Example("Une copie suffit.\n⟦{{< /encadre >}}⟧\n", path: "content/accueil.md"),
      Example("{{< tarif >}}un euro⟦{{< /tarif >}}⟧\n", path: "content/accueil.md"),
      Example("{{< encadre >}}⟦{{< details >}}⟧Une copie{{< /encadre >}}\n", path: "content/accueil.md"),
      Example("Le prix\u{A0}: ⟦{{< tarif />}}⟧.\n", path: "content/accueil.md"),
      Example("{{< encadre >}}Le prix\u{A0}: {{< tarif >}}{{< /encadre >}}\n", path: "content/accueil.md"),
      Example("{{< encadre />}} {{</* /encadre */>}} {{< Encadre >}}Un{{< /encadre >}}\n", path: "content/accueil.md"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.document.format == .markdown, !page.document.masks.isEmpty, let site = page.site,
      site.site.configuration != nil
    else { return }
    let calls = page.document.shortcodes
    guard !calls.isEmpty else { return }
    let catalogue = site.shortcodes
    var open: [ShortcodeCall] = []
    for call in calls where !call.name.isEmpty {
      if call.isClosing {
        close(call, &open, catalogue, &findings)
      } else if !call.isSelfClosing {
        open.append(call)
      } else if !call.isInline, catalogue.content(of: call.name) == ShortcodeCatalogue.Content.none {
        findings.report(call.range, .hasNoText(call.name))
      }
    }
    for call in open { reportUnclosed(call, catalogue, &findings) }
  }

  private func close(
    _ call: ShortcodeCall, _ open: inout [ShortcodeCall], _ catalogue: ShortcodeCatalogue, _ findings: inout Findings
  ) {
    guard let start = open.lastIndex(where: { $0.name.lowercased() == call.name.lowercased() }) else {
      return findings.report(call.range, .neverOpened(call.name))
    }
    // Those in between stand alone, which many shortcodes do.
    for inner in open[(start + 1)...] { reportUnclosed(inner, catalogue, &findings) }
    open.removeSubrange(start...)
    if !call.isInline, catalogue.content(of: call.name) == ShortcodeCatalogue.Content.none {
      findings.report(call.range, .hasNoText(call.name))
    }
  }

  private func reportUnclosed(
    _ call: ShortcodeCall, _ catalogue: ShortcodeCatalogue, _ findings: inout Findings
  ) {
    guard call.isInline || catalogue.content(of: call.name) == .required else { return }
    findings.report(call.range, .neverClosed(call.name))
  }
}

extension Message {
  fileprivate static func neverOpened(_ name: String) -> Message {
    Message(
      fr:
        "Le shortcode «\u{A0}\(name)\u{A0}» est fermé ici sans avoir été ouvert\u{A0}: retirez cette fermeture, ou ouvrez-le "
        + "avant son texte.",
      en: "The shortcode “\(name)” is closed here but was never opened: remove this, or open it before its text.")
  }

  fileprivate static func neverClosed(_ name: String) -> Message {
    Message(
      fr: "Le shortcode «\u{A0}\(name)\u{A0}» n’est jamais fermé\u{A0}: ajoutez `{{< /\(name) >}}` après son texte.",
      en: "The shortcode “\(name)” is never closed: add `{{< /\(name) >}}` after its text.")
  }

  fileprivate static func hasNoText(_ name: String) -> Message {
    Message(
      fr:
        "Le shortcode «\u{A0}\(name)\u{A0}» n’entoure pas de texte et ne se ferme pas\u{A0}: écrivez `{{< \(name) >}}` seul.",
      en: "The shortcode “\(name)” has no text and is not closed: write `{{< \(name) >}}` alone.")
  }
}

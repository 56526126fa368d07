import RelireAccessibility
import RelireDocuments
import RelireModel

/// An alternative that is a description.
public struct TooLongAlternative: ElementRule {
  public static let metadata = RuleMetadata(
    id: "images/too-long-alternative",
    severity: .info,
    summary: Message(
      fr: "L’alternative d’une image est très longue.", en: "An image’s alternative is very long."),
    rationale: Message(
      fr:
        "Une alternative est lue d’une traite, sans que l’on puisse revenir en arrière. Le RGAA recommande 80 signes au "
        + "plus\u{A0}: une explication plus longue va dans le texte de la page, à côté de l’image.",
      en: "An alternative is read in one go, without a way to go back. RGAA recommends 80 characters at most: a longer "
        + "explanation belongs in the page’s text, beside the image."),
    exceptions: Message(
      fr: "Rien n’est signalé jusqu’à 120 signes\u{A0}: 80 est une recommandation.",
      en: "Nothing is reported up to 120 characters: 80 is a recommendation."),
    references: [.rgaa("1.3.9"), .wcag("1.1.1")],
    examples: [
      Example(
        "![⟦Carte des stations de mesure de la qualité de l’air, avec leurs noms, leurs adresses, la date de leur mise "
          + "en service et leur état⟧](carte.png)\n"),
      Example("![Carte des stations de mesure](carte.png)\n"),
    ])

  /// In characters.
  private static let longest = 120

  public static let elements: [ElementName] = [.img, .area]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    guard let alternative = page.document.attribute(.alt, of: element), alternative.value.utf8.count > Self.longest,
      alternative.value.count > Self.longest, page.accessibility.isExposed(element)
    else { return }
    findings.report(alternative.valueRange, .tooLong(alternative.value.count), verdict: .review)
  }
}

extension Message {
  fileprivate static func tooLong(_ count: Int) -> Message {
    Message(
      fr:
        "Cette alternative compte \(count) signes\u{A0}: gardez l’essentiel (80 signes au plus), et mettez le reste dans "
        + "le texte.",
      en: "This alternative has \(count) characters: keep what matters (80 at most), and put the rest in the text.")
  }
}

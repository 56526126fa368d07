import RelireModel
import RelireSite

/// A text of a translation that is still that of the page that it translates.
public struct UntranslatedText: SiteRule {
  public static let metadata = RuleMetadata(
    id: "language/untranslated-text",
    severity: .warning,
    summary: Message(fr: "Un passage n’a pas été traduit.", en: "A passage was not translated."),
    rationale: Message(
      fr:
        "Le lecteur tombe au milieu de la page sur une langue qu’il ne lit peut-être pas, et le lecteur d’écran la prononce mal.",
      en:
        "In the middle of the page readers meet a language that they may not read, and screen readers pronounce it wrongly."
    ),
    exceptions: Message(
      fr: "Moins de cinq mots, le code et ce qui est marqué par `lang` ne sont pas jugés.",
      en: "Less than five words, code and what is marked by `lang` are not judged."),
    references: [.rgaa("8.7.1"), .wcag("3.1.2")],
    examples: [
      Example(
        "---\ntitle: Homepage\n---\n⟦Déposez votre demande avant la fin du mois.⟧\n", path: "content/accueil.en.md",
        others: ["@content/accueil.md\n---\ntitle: Accueil\n---\nDéposez votre demande avant la fin du mois.\n"]),
      Example(
        "---\ntitle: Homepage\n---\nApply before the end of the month.\n", path: "content/accueil.en.md",
        others: ["@content/accueil.md\n---\ntitle: Accueil\n---\nDéposez votre demande avant la fin du mois.\n"]),
    ])

  public init() {}

  public func collect(from page: Page) -> TranslationFacts? { page.translationFacts }

  public func judge(_ pages: [PageEvidence<TranslationFacts>], _ findings: inout SiteFindings) {
    for (source, target) in pages.translations(findings.site) {
      let known = Set(source.value.texts.map(\.hash))
      for text in target.value.texts where known.contains(text.hash) {
        findings.report(page: target.page, text.range, .untranslated)
      }
    }
  }
}

extension Message {
  fileprivate static let untranslated = Message(
    fr: "Ce passage est le même que dans la page traduite\u{A0}: traduisez-le, ou marquez sa langue par `lang`.",
    en: "This passage is the same as in the page that it translates: translate it, or mark its language by `lang`.")
}

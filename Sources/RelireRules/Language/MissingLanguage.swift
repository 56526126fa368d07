import RelireDocuments
import RelireModel

/// A page that does not say in which language it is written.
public struct MissingLanguage: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "language/missing",
    severity: .error,
    summary: Message(
      fr: "La page n’indique pas sa langue.", en: "The page does not state its language."),
    rationale: Message(
      fr: "Sans langue déclarée, un lecteur d’écran réglé en anglais lit le français avec l’accent anglais, et le "
        + "navigateur ne sait ni couper les mots ni proposer une traduction.",
      en:
        "Without a declared language a screen reader set to English reads French with an English voice, and the browser "
        + "can neither hyphenate nor offer a translation."),
    exceptions: Message(
      fr: "Un fragment de HTML, sans balise html, head ni title, n’est pas une page et n’est pas jugé.",
      en: "A fragment of HTML without html, head or title tags is no page and is not judged."),
    references: [.rgaa("8.3.1", isWhole: true), .wcag("3.1.1"), .act("b5c3f8")],
    examples: [
      Example("⟦<html>⟧<head><title>Le guide</title></head><body>Bonjour</body></html>", format: .html),
      Example("⟦<html lang=\"\">⟧<head><title>Le guide</title></head></html>", format: .html),
      Example("⟦<html xml:lang=fr>⟧<head><title>Le guide</title></head></html>", format: .html),
      Example("<html lang=fr><head><title>Le guide</title></head></html>", format: .html),
      Example("⟦<html>⟧<head><title lang=fr>Le guide</title></head><body lang=fr>Bonjour</body></html>", format: .html),
      Example("<p>Bonjour</p>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard document.format == .html, let html = document.rootElement, document.isWholePage else { return }
    if let lang = document.value(.lang, of: html), lang.hasVisibleText { return }
    let tag = document[html].startTag
    let place = tag.isEmpty ? document.titleElement.map { document.signpost(of: $0) } ?? tag : tag
    let hasXMLLang = document.value(.xmlLang, of: html)?.hasVisibleText == true
    // RGAA is content where every text has an element around it that states its language.
    findings.report(
      place, hasXMLLang ? .onlyXMLLang : .noLanguage, verdict: Self.isSaidBelow(html, document) ? .review : .fault)
  }

  private static func isSaidBelow(_ html: NodeID, _ document: Document) -> Bool {
    guard let title = document.titleElement, document.value(.lang, of: title)?.hasVisibleText == true else {
      return false
    }
    return document.children(of: html).contains { part in
      document.isElement(part, .body) && document.value(.lang, of: part)?.hasVisibleText == true
    }
  }
}

extension Message {
  fileprivate static let noLanguage = Message(
    fr: "La page n’indique pas sa langue\u{A0}: écrivez `<html lang=\"fr\">`.",
    en: "The page does not state its language: write `<html lang=\"fr\">`.")

  fileprivate static let onlyXMLLang = Message(
    fr: "L’attribut xml:lang seul ne suffit pas en HTML\u{A0}: ajoutez lang avec la même valeur.",
    en: "The xml:lang attribute alone does not count in HTML: add lang with the same value.")
}

import RelireDocuments
import RelireModel

/// A page dated in the future, which Hugo does not publish.
public struct FutureDate: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "page/future-date",
    severity: .info,
    summary: Message(fr: "La date de la page est dans le futur.", en: "The page’s date lies in the future."),
    rationale: Message(
      fr:
        "Hugo ne publie une page qu’à partir de sa date (`publishDate`, sinon `date`)\u{A0}: une faute de frappe dans "
        + "l’année la fait disparaître du site sans un mot.",
      en:
        "Hugo publishes a page from its date on (`publishDate`, else `date`): a slip in the year makes it vanish from "
        + "the site without a word."),
    references: [.specification("Hugo, Configure dates, buildFuture")],
    examples: [
      Example("---\ntitle: Les licences\ndate: ⟦2042-11-15T11:15:12+11:00⟧\n---\n"),
      Example("---\ntitle: Les licences\ndate: 2024-11-15T11:15:12+11:00\n---\n"),
      Example("---\ntitle: Les licences\ndate: 2042-11-15\npublishDate: 2024-11-15\n---\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard let today = page.settings.today, let root = page.document.frontMatter?.root,
      let value = root["publishDate"] ?? root["date"], let day = value.day, day > today
    else { return }
    findings.report(value.range, .future, verdict: .review)
  }
}

extension Message {
  fileprivate static let future = Message(
    fr: "Cette date est dans le futur\u{A0}: Hugo ne publiera pas la page avant. Vérifiez l’année.",
    en: "This date lies in the future: Hugo will not publish the page before. Check the year.")
}

import RelireDocuments
import RelireModel

/// A date in a front matter that Hugo cannot read.
public struct InvalidDate: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "hugo/invalid-date",
    severity: .error,
    fix: .unsafe,
    summary: Message(
      fr: "Une date de l’en-tête est écrite d’une façon que Hugo ne lit pas.",
      en: "A date of the front matter is written in a way that Hugo does not read."),
    rationale: Message(
      fr:
        "Hugo refuse de générer le site entier tant que la date n’est pas écrite dans l’ordre année, mois, jour, avec tous "
        + "leurs chiffres\u{A0}: `2026-11-23`, ou `2026-11-23T09:30:00`.",
      en:
        "Hugo refuses to build the whole site until the date is written in the order year, month, day, with all of their "
        + "digits: `2026-11-23`, or `2026-11-23T09:30:00`."),
    exceptions: Message(
      fr:
        "Une correction où le jour et le mois peuvent se confondre (`03/04/2026`) est seulement proposée\u{A0}: elle suit "
        + "l’ordre français.",
      en: "A correction where day and month may be confused (`03/04/2026`) is only suggested: it follows French order."),
    references: [.specification("Hugo, Configure dates")],
    examples: [
      example("⟦13/03/2026⟧", fixed: "2026-03-13"),
      example("⟦2026-3-5⟧", fixed: "2026-03-05"),
      example("⟦1er mars 2026⟧", fixed: "2026-03-01"),
      example("\"⟦2026/03/12⟧\"", fixed: "\"2026-03-12\""),
      example("⟦2026-03-12 9:30⟧", fixed: "2026-03-12T09:30:00"),
      example("⟦13.03.2026 9h30⟧", fixed: "2026-03-13T09:30:00"),
      example("⟦03/04/2026⟧"),
      example("⟦mars 2026⟧"),
      example("⟦A compléter⟧"),
      example("⟦2026-02-30⟧"),
      Example(
        "---\ntitle: Les licences\nlastMod: ⟦2026-11-23T25:00:00⟧\nexpiryDate: ⟦bientôt⟧\nmaj: 12/03/2026\n---\n",
        path: "content/accueil.md"),
      example("2026-03-12"),
      example("2026-03-12T09:30:00+11:00"),
      example("2026-03-12 09:30:00 +0200"),
      example("12 Mar 2026"),
      example("\"\""),
      Example("+++\ntitle = \"Les licences\"\ndate = 2026-03-12 09:30\n+++\n", path: "content/accueil.md"),
      Example("---\ntitle: Les licences\ndate: 12/03/2026\n---\n", path: "modeles/accueil.md"),
    ])

  private static func example(_ date: String, fixed: String? = nil) -> Example {
    func page(_ date: String) -> String { "---\ntitle: Les licences\ndate: \(date)\n---\n" }
    return Example(page(date), fixed: fixed.map(page), path: "content/accueil.md")
  }

  private static let keys = [
    "date", "publishDate", "pubdate", "published", "lastmod", "modified", "expiryDate", "unpublishdate",
  ]

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard let frontMatter = page.document.frontMatter, let site = page.site, site.page(page.path) != nil else { return }
    for key in Self.keys {
      guard let value = frontMatter.root?[key], let (text, range) = value.date else { continue }
      // A time without seconds is fine in TOML’s own dates, which its reader has checked.
      if frontMatter.format == .toml, case .date = value.value { continue }
      switch WrittenDate(text, page.settings.lexicon) {
      case .readable: break
      case .impossible: findings.report(range, .impossible)
      case .refused(nil, _): findings.report(range, .unreadable)
      case .refused(let correction?, let isAmbiguous):
        findings.report(
          range, .unreadable,
          fix: Fix(.write(correction), isAmbiguous ? .suggestion : .unsafe, [TextEdit(range, correction)]))
      }
    }
  }
}

extension DataNode {
  /// The text of a date and where it stands, without quotes; nil for a number, an empty value, or one with escapes.
  fileprivate var date: (text: String, range: SourceRange)? {
    switch value {
    case .date(let text): (text, range)
    case .string(let string): string.pieces.count == 1 ? (string.text, string.pieces[0].source) : nil
    default: nil
    }
  }
}

extension Message {
  fileprivate static let unreadable = Message(
    fr:
      "Hugo ne lit pas cette date et refuse de générer le site\u{A0}: écrivez l’année, le mois puis le jour, comme "
      + "`2026-11-23`.",
    en: "Hugo does not read this date and refuses to build the site: write year, month, then day, as in `2026-11-23`.")

  fileprivate static let impossible = Message(
    fr: "Cette date ou cette heure n’existe pas\u{A0}: Hugo refuse de générer le site. Corrigez-la.",
    en: "This date or time does not exist: Hugo refuses to build the site. Correct it.")
}

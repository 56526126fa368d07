import RelireDocuments
import RelireLexicon
import RelireModel

/// A section that the source page has and the generated page does not show.
public struct UnpublishedSection: SiteRule {
  public static let metadata = RuleMetadata(
    id: "sections/unpublished-section",
    severity: .warning,
    summary: Message(
      fr: "Une section de la source n’apparaît pas dans la page publiée.",
      en: "A section of the source page is not shown on the published page."),
    rationale: Message(
      fr:
        "L’auteur a écrit les objectifs, le lecteur ne les voit pas\u{A0}: le modèle du site ne les affiche pas, ou le "
        + "site n’a pas été généré de nouveau.",
      en:
        "The author wrote the objectives, readers do not see them: the site’s template leaves them out, or the site was "
        + "not generated anew."),
    exceptions: Message(
      fr: "Il faut que la source et la page publiée soient relues ensemble. Une page publiée qui reprend le premier "
        + "élément de la section sous un autre titre n’est pas signalée.",
      en: "The source and the published page must be checked together. A published page that shows the section’s first "
        + "item under another heading is not reported."),
    references: [.conventionOfTheSite],
    examples: [
      Example(
        "<html lang=fr><head><title>⟦La demande⟧</title></head><body><h1>La demande</h1></body></html>", format: .html,
        path: "public/guide/demande/index.html",
        source: "---\ntitle: La demande\nobjectifs:\n- Remplir le formulaire\n---\n"),
      Example(
        "<html lang=fr><head><title>La demande</title></head><body><h2>Objectifs</h2><ul><li>Remplir le formulaire</ul>",
        format: .html, path: "public/guide/demande/index.html",
        source: "---\ntitle: La demande\nobjectifs:\n- Remplir le formulaire\n---\n"),
      Example(
        "<html lang=fr><head><title>La demande</title></head><body><h2>Pour vous</h2><ul><li>Remplir le formulaire</ul>",
        format: .html, path: "public/guide/demande/index.html",
        source: "---\ntitle: La demande\nobjectifs:\n- Remplir le formulaire\n---\n"),
    ])

  public struct Evidence: Sendable {
    /// Of the generated page, relative to the site's root.
    let path: String
    /// What the source says; empty for a generated page.
    let written: [Written]
    /// The sections that a generated page shows; nil for a source.
    let shown: Set<FoldedText>?
    /// Hashes of the first list items of a generated page.
    let items: Set<UInt32>
    let place: SourceRange
  }

  struct Written: Sendable {
    let section: SectionModel
    /// Hash of the first item.
    let item: UInt32
  }

  public init() {}

  public func collect(from page: Page) -> Evidence? {
    guard let site = page.site, page.place.role == .content else { return nil }
    let document = page.document
    if document.format == .html {
      let shown = page.settings.sections.filter { !FoundSection.all($0, on: page).isEmpty }.map(\.id)
      return Evidence(
        path: page.path, written: [], shown: Set(shown),
        items: shown.count == page.settings.sections.count ? [] : Self.items(of: document.prose),
        place: document.titlePlace)
    }
    guard document.frontMatter?["draft"]?.bool != true else { return nil }
    var written: [Written] = []
    for section in page.settings.sections where section.emptyPlace(on: page) == nil {
      guard let item = FoundSection.all(section, on: page).first?.items.first else { continue }
      written.append(Written(section: section, item: Self.hash(item.text)))
    }
    guard !written.isEmpty, let path = site.publishedPath(of: page.path, frontMatter: document.frontMatter) else {
      return nil
    }
    return Evidence(path: path, written: written, shown: nil, items: [], place: document.titlePlace)
  }

  /// List items are looked at no further than this.
  private static let reach = 200

  private static func items(of prose: Prose) -> Set<UInt32> {
    var items: Set<UInt32> = []
    for block in prose.blocks where block.kind == .listItem && block.range.count <= 400 {
      items.insert(hash(prose.string(block)))
      if items.count == reach { break }
    }
    return items
  }

  /// The renderer changes quotes and apostrophes: only letters count.
  private static func hash(_ text: String) -> UInt32 {
    FoldedHash.of(FoldedText(String(text.prefix(400))).words.utf8)
  }

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    var published: [String: PageEvidence<Evidence>] = [:]
    for page in pages where page.value.shown != nil { published[page.value.path] = page }
    struct Group {
      var missing: [PageEvidence<Evidence>] = []
      var shownCount = 0
    }
    var groups: [FoldedText: (section: SectionModel, group: Group)] = [:]
    for source in pages {
      for written in source.value.written {
        guard let page = published[source.value.path], let shown = page.value.shown else { continue }
        let id = written.section.id
        if shown.contains(id) || page.value.items.contains(written.item) {
          groups[id, default: (written.section, Group())].group.shownCount += 1
        } else {
          groups[id, default: (written.section, Group())].group.missing.append(page)
        }
      }
    }
    for (_, (section, group)) in groups.sorted(by: { $0.key.description < $1.key.description }) {
      if group.shownCount == 0, group.missing.count > 1, let first = group.missing.first {
        findings.report(
          page: first.page, first.value.place, .nowhere(section, group.missing.count), severity: section.severity)
      } else {
        for page in group.missing {
          findings.report(page: page.page, page.value.place, .unpublished(section), severity: section.severity)
        }
      }
    }
  }
}

extension Message {
  private static func name(of section: SectionModel) -> Message {
    section.isObjectives
      ? Message(fr: "les objectifs", en: "the objectives")
      : Message(fr: "la section «\u{A0}\(section.title)\u{A0}»", en: "the section “\(section.title)”")
  }

  fileprivate static func unpublished(_ section: SectionModel) -> Message {
    let name = name(of: section)
    return Message(
      fr: "La source de cette page donne \(name.french), que la page publiée ne montre pas\u{A0}: "
        + "générez de nouveau le site, ou corrigez son modèle.",
      en: "The source of this page gives \(name.english), which the published page does not show: "
        + "generate the site anew, or correct its template.")
  }

  fileprivate static func nowhere(_ section: SectionModel, _ count: Int) -> Message {
    let name = name(of: section)
    return Message(
      fr: "Sur \(count) pages, la source donne \(name.french), que la page publiée ne montre pas\u{A0}: corrigez "
        + "le modèle du site.",
      en: "On \(count) pages the source gives \(name.english), which the published page does not show: correct "
        + "the site’s template.")
  }
}

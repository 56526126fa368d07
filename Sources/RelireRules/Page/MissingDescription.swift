import RelireDocuments
import RelireModel

/// A page without a description.
public struct MissingDescription: SiteRule {
  public static let metadata = RuleMetadata(
    id: "page/missing-description",
    severity: .info,
    summary: Message(fr: "La page n’a pas de description.", en: "The page has no description."),
    rationale: Message(
      fr: "Sans description, les moteurs de recherche et les cartes du site affichent les premiers mots de la page, "
        + "quels qu’ils soient.",
      en: "Without a description search engines and the site’s cards show the page’s first words, whatever they are."),
    exceptions: Message(
      fr: "Un site dont aucune page n’a de description reçoit un seul avis.",
      en: "A site none of whose pages has a description gets one notice."),
    references: [
      .goodPractice(
        Message(
          fr: "une description propre à chaque page\u{202F}; aucun critère du RGAA ne l’exige",
          en: "a description of its own for every page; no criterion of RGAA asks for it"))
    ],
    examples: [
      Example("---\ntitle: ⟦Les licences⟧\n---\n", others: ["---\ntitle: Les formats\ndescription: Choisir\n---\n"]),
      Example("<html lang=fr><head><title>⟦Les licences⟧</title></head></html>", format: .html),
      Example("---\ntitle: Les licences\ndescription: Choisir une licence\n---\n"),
      Example(
        "<html lang=fr><head><title>Les licences</title><meta name=description content=\"Choisir une licence\"></head></html>",
        format: .html),
      Example("Deux licences existent.\n"),
    ])

  public struct Evidence: Sendable {
    /// Where to say it; nil for a page that has a description.
    let place: SourceRange?
    let format: Document.Format
    /// The file of the generated page: its own, or that of the source.
    let file: String?
    /// The description of a generated page, or what the front matter of a source without one says under other keys:
    /// themes have their own (`summary`, `lead`).
    let texts: [UInt64]
  }

  public init() {}

  public func collect(from page: Page) -> Evidence? {
    guard page.isReadPage, !page.isNotAPage else { return nil }
    // Without a front matter there is no place for one in the source: the generated page is judged.
    if page.site?.site.generator != nil, page.document.format == .markdown, page.document.frontMatter == nil {
      return nil
    }
    let document = page.document
    let description = page.description
    guard document.format == .html, document.frontMatter == nil else {
      let matter = description == nil ? document.frontMatter : nil
      let file = matter.flatMap { page.site?.publishedPath(of: page.path, frontMatter: $0) }
      return Evidence(
        place: description == nil ? document.titlePlace : nil, format: document.format, file: file,
        // Asked for only where there may be a generated page to compare.
        texts: file == nil ? [] : matter?.root.map { Self.texts(of: $0) } ?? [])
    }
    // A page that leads elsewhere at once is read by nobody.
    if document.redirectionDelay != nil { return nil }
    return Evidence(
      place: description == nil ? document.titlePlace : nil, format: .html, file: page.path,
      texts: description.map { [Self.hash($0.text)] } ?? [])
  }

  private static func texts(of node: DataNode) -> [UInt64] {
    node.entries.flatMap { entry in
      entry.value.string.map { [hash($0)] } ?? entry.value.entries.compactMap { $0.value.string.map(hash) }
    }
  }

  private static func hash(_ text: String) -> UInt64 {
    FNV1a64.of(text.singleSpaced.utf8)
  }

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    let hasSources = pages.contains { $0.value.format == .markdown }
    var published: [String: UInt64] = [:]
    for page in pages where page.value.format == .html {
      if let file = page.value.file { published[file] = page.value.texts.first }
    }
    var missing: [Int] = []
    var judged = 0
    for index in pages.indices where !hasSources || pages[index].value.format == .markdown {
      judged += 1
      let page = pages[index].value
      // The generated page has one that was written for it.
      if page.format == .markdown, let text = page.file.flatMap({ published[$0] }), page.texts.contains(text) {
        continue
      }
      if page.place != nil { missing.append(index) }
    }
    if missing.count > 1, missing.count == judged, let place = pages[missing[0]].value.place {
      findings.report(page: pages[missing[0]].page, place, .nowhere(judged), verdict: .review)
      return
    }
    for index in missing {
      if let place = pages[index].value.place {
        findings.report(page: pages[index].page, place, .missing(pages[index].value.format), verdict: .review)
      }
    }
  }
}

extension Message {
  fileprivate static func missing(_ format: Document.Format) -> Message {
    if format == .html {
      return Message(
        fr: "La page n’a pas de description\u{A0}: dites en une phrase ce que l’on y trouve, dans une balise "
          + "`<meta name=\"description\">`.",
        en: "The page has no description: say in one sentence what is to be found on it, in a tag "
          + "`<meta name=\"description\">`.")
    }
    return Message(
      fr: "La page n’a pas de description\u{A0}: dites en une phrase ce que l’on y trouve, sous la clé `description`.",
      en: "The page has no description: say in one sentence what is to be found on it, under `description`.")
  }

  fileprivate static func nowhere(_ count: Int) -> Message {
    Message(
      fr: "Aucune des \(count) pages n’a de description\u{A0}: ajoutez-les, ou désactivez cette règle.",
      en: "None of the \(count) pages has a description: add them, or turn this rule off.")
  }
}

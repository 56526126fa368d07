import RelireDocuments
import RelireModel

/// A page that does not say what it is for.
public struct MissingObjectives: SiteRule {
  public static let metadata = RuleMetadata(
    id: "sections/missing-objectives",
    severity: .warning,
    summary: Message(
      fr: "La page n’énonce pas ses objectifs.", en: "The page does not state its objectives."),
    rationale: Message(
      fr: "Les objectifs disent d’emblée ce que le lecteur saura ou saura faire après la page\u{A0}: il sait s’il est au "
        + "bon endroit sans tout lire.",
      en: "Objectives tell at once what the reader will know or be able to do after the page: whether this is the right "
        + "place, without reading it all."),
    exceptions: Message(
      fr: "La page d’accueil, les pages que Hugo génère seul et les fichiers isolés sans en-tête n’ont pas à en avoir. "
        + "Un site dont aucune page n’énonce d’objectifs reçoit un seul avis. Trois formes sont admises\u{A0}: la liste `objectifs` de l’en-tête, un titre «\u{A0}Objectifs\u{A0}», un "
        + "libellé en gras «\u{A0}Objectifs\u{A0}:\u{A0}».",
      en: "The home page, pages that Hugo makes by itself and loose files without a front matter need none. A site none of whose pages states any gets one notice. Three forms "
        + "are accepted: the front matter’s `objectifs` list, a heading “Objectifs”, a bold label “Objectifs :”."),
    references: [
      .usage(
        Message(
          fr: "Convention éditoriale du site, réglable dans la configuration.",
          en: "The site’s editorial convention, set in the configuration."))
    ],
    examples: [
      Example("---\ntitle: ⟦Les licences⟧\n---\n\nDeux licences existent.\n"),
      Example("---\ntitle: Les licences\nobjectifs:\n- Choisir une licence\n---\n"),
      Example("---\ntitle: Les licences\n---\n\n## Objectifs\n\n- Choisir une licence\n"),
      Example("---\ntitle: Les licences\n---\n\n**Objectifs\u{A0}:** choisir une licence.\n"),
      Example("Deux licences existent.\n"),
    ])

  public init() {}

  /// How one page stands to one section that it must have.
  struct State: Sendable {
    let section: SectionModel
    /// Nil when the page does not have it.
    let form: FoundSection.Form?
  }

  public struct Evidence: Sendable {
    let states: [State]
    let place: SourceRange
    let format: Document.Format
  }

  public func collect(from page: Page) -> Evidence? {
    let states = page.settings.sections.filter { $0.isRequired(on: page) }.map { section in
      State(section: section, form: FoundSection.all(section, on: page).first?.form)
    }
    guard !states.isEmpty else { return nil }
    return Evidence(states: states, place: page.document.titlePlace, format: page.document.format)
  }

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    // What the generated page lacks, its source lacks, and is told there.
    let hasSources = pages.contains { $0.value.format == .markdown }
    var bySection: [SectionModel: [(page: PageEvidence<Evidence>, form: FoundSection.Form?)]] = [:]
    for page in pages where !hasSources || page.value.format == .markdown {
      for state in page.value.states { bySection[state.section, default: []].append((page, state.form)) }
    }
    for (section, states) in bySection.sorted(by: { $0.key.id < $1.key.id }) {
      let forms = states.compactMap(\.form)
      if forms.isEmpty, !section.isConfigured, let first = states.first, states.count >= Self.fewestPagesOfASite {
        findings.report(
          page: first.page.page, first.page.value.place, .nowhere(section, states.count), verdict: .review)
        continue
      }
      let usual = FoundSection.Form.mostUsed(forms)
      for (page, form) in states where form == nil {
        findings.report(page: page.page, page.value.place, .missing(section, usual))
      }
    }
  }

  /// From how many pages on their common silence is a choice rather than an oversight.
  private static let fewestPagesOfASite = 5
}

extension FoundSection.Form {
  /// The most frequent of them; the front matter when there is none.
  static func mostUsed(_ forms: [FoundSection.Form]) -> FoundSection.Form {
    func count(_ form: FoundSection.Form) -> Int { forms.reduce(0) { $0 + ($1 == form ? 1 : 0) } }
    return [.frontMatter, .heading, .label].max { count($0) < count($1) } ?? .frontMatter
  }
}

extension Document {
  /// Where to point for something that the page as a whole lacks: its title, or its beginning.
  var titlePlace: SourceRange {
    if let title = frontMatter?["title"], !title.range.isEmpty { return title.range }
    if let frontMatter { return SourceRange(at: frontMatter.range.start) }
    if let title = titleElement { return prose.sourceRange(of: trimmedText(of: title)) }
    return SourceRange(at: source.contentStart)
  }
}

extension Message {
  fileprivate static func missing(_ section: SectionModel, _ form: FoundSection.Form) -> Message {
    let key = section.keys.first ?? section.id
    switch form {
    case .frontMatter:
      return Message(
        fr: "La page n’énonce pas ses objectifs\u{A0}: ajoutez-les dans l’en-tête, sous la clé `\(key)`.",
        en: "The page does not state its objectives: add them to the front matter, under `\(key)`.")
    case .heading:
      return Message(
        fr: "La page n’énonce pas ses objectifs\u{A0}: ajoutez-les en liste sous un titre «\u{A0}\(section.title)\u{A0}».",
        en: "The page does not state its objectives: add them as a list under a heading “\(section.title)”.")
    case .label:
      return Message(
        fr: "La page n’énonce pas ses objectifs\u{A0}: ajoutez-les après un libellé «\u{A0}\(section.title)\u{A0}:\u{A0}», "
          + "comme sur les autres pages.",
        en: "The page does not state its objectives: add them after a label “\(section.title) :”, as other pages do.")
    }
  }

  fileprivate static func nowhere(_ section: SectionModel, _ count: Int) -> Message {
    Message(
      fr: "Aucune des \(count) pages n’énonce ses objectifs\u{A0}: ajoutez-les, "
        + "ou désactivez cette règle si le site n’en demande pas.",
      en: "None of the \(count) pages states its objectives: add them, or turn this rule off if the site asks for none.")
  }
}

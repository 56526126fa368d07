import RelireDocuments
import RelireModel

/// Which pages have the sections that they must have.
public enum SectionCensus {
  /// How one page stands to one section.
  struct State: Sendable {
    /// Its number in `Evidence.sections`.
    let section: Int32
    /// Nil when the page does not have it.
    let form: SectionModel.Form?
    /// The form that the site's other pages use, when the page does not have the section and the site tells.
    let usual: SectionModel.Form?
  }

  public struct Evidence: Sendable {
    /// All of the page's settings.
    let sections: [SectionModel]
    /// Most sites ask for one section.
    let first: State
    let others: [State]
    let place: SourceRange
    let format: Document.Format
    let isFrench: Bool
  }

  static func collect(from page: Page, objectives: Bool) -> Evidence? {
    let sections = page.settings.sections
    var first: State?
    var others: [State] = []
    for index in sections.indices where isWanted(index, of: sections, objectives: objectives, on: page) {
      let form = FoundSection.all(index, on: page).first?.form
      let isKey =
        form == nil && page.site != nil && page.document.format == .markdown
        && page.usualKey(of: sections[index]) != nil
      let state = State(section: Int32(index), form: form, usual: isKey ? .frontMatter : nil)
      if first == nil { first = state } else { others.append(state) }
    }
    guard let first else { return nil }
    return Evidence(
      sections: sections, first: first, others: others, place: page.document.titlePlace, format: page.document.format,
      isFrench: page.document.prose.languages.first?.isFrench ?? true)
  }

  /// Whether a page must have a section. A model has a dozen lists: it is looked at where it lies.
  private static func isWanted(_ index: Int, of sections: [SectionModel], objectives: Bool, on page: Page) -> Bool {
    sections.withUnsafeBufferPointer { sections in
      sections[index].isObjectives == objectives
        && page.isExpectedToHaveSections(ofConfiguration: sections[index].isConfigured)
        && (sections[index].pages.isEverything || sections[index].pages.matches(page))
    }
  }

  /// From how many pages on their common silence is a choice rather than an oversight.
  private static let fewestPagesOfASite = 5

  static func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    // What the generated page lacks, its source lacks, and is told there.
    let hasSources = pages.contains { $0.value.format == .markdown }
    // A site has a section or two, and its pages have them of one list: found fastest by looking at each.
    var bySection: [(section: SectionModel, states: [(page: Int, state: State)])] = []
    // Pages of one profile have the very same list.
    var known: (list: UnsafeRawPointer?, numbers: [Int?]) = (nil, [])
    for index in pages.indices where !hasSources || pages[index].value.format == .markdown {
      let sections = pages[index].value.sections
      let list = sections.withUnsafeBytes { $0.baseAddress }
      if known.list != list { known = (list, Array(repeating: nil, count: sections.count)) }
      func add(_ state: State) {
        let place = Int(state.section)
        let number = known.numbers[place] ?? bySection.firstIndex { $0.section == sections[place] } ?? bySection.count
        if number == bySection.count { bySection.append((sections[place], [])) }
        known.numbers[place] = number
        bySection[number].states.append((index, state))
      }
      add(pages[index].value.first)
      for state in pages[index].value.others { add(state) }
    }
    for (section, states) in bySection.sorted(by: { $0.section.title < $1.section.title }) {
      // The pages of this run tell what the site does; where they are few and do nothing, the site itself.
      var forms = states.compactMap(\.state.form)
      if forms.isEmpty { forms = states.compactMap(\.state.usual) }
      if forms.isEmpty, !section.isConfigured, let first = states.first, states.count >= fewestPagesOfASite {
        let page = pages[first.page]
        findings.report(page: page.page, page.value.place, .nowhere(onPages: states.count), verdict: .review)
        continue
      }
      let form = section.usualForm(among: forms)
      let inFrench = Message.missing(section, form, onFrenchPage: true)
      let inOther = Message.missing(section, form, onFrenchPage: false)
      for (index, state) in states where state.form == nil {
        let message = pages[index].value.isFrench ? inFrench : inOther
        findings.report(page: pages[index].page, pages[index].value.place, message, severity: section.severity)
      }
    }
  }
}

extension SectionModel {
  /// The form that is used most, else the first one accepted.
  func usualForm(among used: [Form]) -> Form {
    func count(_ form: Form) -> Int { used.reduce(0) { $0 + ($1 == form ? 1 : 0) } }
    let accepted = forms.filter { $0 != .frontMatter || !keys.isEmpty }
    // The first of the most frequent ones.
    return accepted.reversed().max { count($0) < count($1) } ?? .heading
  }
}

extension Message {
  fileprivate static func missing(
    _ section: SectionModel, _ form: SectionModel.Form, onFrenchPage isFrench: Bool
  ) -> Message {
    // An English page must not be given a French heading; other names are the site's.
    let title = section.isObjectives && !isFrench ? "Objectives" : section.title
    let what =
      section.isObjectives
      ? Message(fr: "La page n’énonce pas ses objectifs", en: "The page does not state its objectives")
      : Message(
        fr: "La section «\u{A0}\(section.title)\u{A0}» manque", en: "The section “\(section.title)” is missing")
    let (la, it) = section.isObjectives ? ("les", "them") : ("la", "it")
    let how: Message
    switch form {
    case .frontMatter:
      let key = section.keys.first ?? ""
      how = Message(
        fr: "remplissez la clé `\(key)` de l’en-tête", en: "fill in the front matter’s key `\(key)`")
    // A bold label on a line of its own is told to become a heading.
    case .label where !section.forms.contains(.heading):
      how = Message(
        fr: "écrivez-\(la) après un libellé en gras «\u{A0}\(title)\u{A0}:\u{A0}»",
        en: "write \(it) after a bold label “\(title) :”")
    case .heading, .label:
      how = Message(
        fr: "écrivez-\(la) sous un titre «\u{A0}\(title)\u{A0}»",
        en: "write \(it) under a heading “\(title)”")
    }
    return Message(fr: "\(what.french)\u{A0}: \(how.french).", en: "\(what.english): \(how.english).")
  }

  fileprivate static func nowhere(onPages count: Int) -> Message {
    Message(
      fr: "Aucune des \(count) pages n’énonce ses objectifs\u{A0}: ajoutez-les, "
        + "ou désactivez cette règle si le site n’en demande pas.",
      en: "None of the \(count) pages states its objectives: add them, or turn this rule off if the site asks for none."
    )
  }
}

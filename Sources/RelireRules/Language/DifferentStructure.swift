import RelireModel
import RelireSite

/// A translation that is built otherwise than the page that it translates.
public struct DifferentStructure: SiteRule {
  public static let metadata = RuleMetadata(
    id: "language/different-structure",
    severity: .warning,
    summary: Message(
      fr: "Une traduction n’a pas les mêmes titres, liens, images, tableaux ou shortcodes que la page traduite.",
      en:
        "A translation does not have the headings, links, images, tables or shortcodes of the page that it translates."),
    rationale: Message(
      fr:
        "Une partie manque le plus souvent d’un côté\u{A0}: elle a été ajoutée dans une langue et oubliée dans l’autre.",
      en: "Most often a part is missing on one side: it was added in one language and forgotten in the other."),
    exceptions: Message(
      fr: "Quand seul le nombre de liens ou d’images diffère, le verdict revient à une personne.",
      en: "Where only the number of links or images differs the verdict is left to a person."),
    references: [.usage(Message(fr: "une traduction suit l’original", en: "a translation follows the original"))],
    examples: [
      Example(
        "---\ntitle: ⟦Homepage⟧\n---\n## Papers\n", path: "content/accueil.en.md",
        others: ["@content/accueil.md\n---\ntitle: Accueil\n---\n## Pièces\n\n## Délais\n"]),
      Example(
        "---\ntitle: Homepage\n---\n⟦### Papers⟧\n", path: "content/accueil.en.md",
        others: ["@content/accueil.md\n---\ntitle: Accueil\n---\n## Pièces\n"]),
      Example(
        "---\ntitle: Homepage\n---\n## Papers\n\n[One](/a/)\n", path: "content/accueil.en.md",
        others: ["@content/accueil.md\n---\ntitle: Accueil\n---\n## Pièces\n\n[Un](/b/)\n"]),
    ])

  public init() {}

  public func collect(from page: Page) -> TranslationFacts? { page.translationFacts }

  public func judge(_ pages: [PageEvidence<TranslationFacts>], _ findings: inout SiteFindings) {
    for (source, target) in pages.translations(findings.site) {
      let differences = target.value.differences(from: source.value)
      guard !differences.isEmpty else { continue }
      let isSure = differences.contains { $0.isSure }
      findings.report(
        page: target.page, target.value.placeOfDifference(from: source.value), .differs(differences),
        verdict: isSure ? .fault : .review)
    }
  }
}

/// In what two language versions of a page differ.
public struct StructureDifference: Sendable {
  public enum Part: String, Sendable {
    case headings, shortcodes, tables, images, links
  }

  public let part: Part
  public let own: Int
  public let expected: Int

  var isSure: Bool { part != .images && part != .links }
}

extension TranslationFacts {
  func differences(from source: TranslationFacts) -> [StructureDifference] {
    var found: [StructureDifference] = []
    func add(_ part: StructureDifference.Part, _ own: Int, _ expected: Int, _ differs: Bool? = nil) {
      if differs ?? (own != expected) { found.append(StructureDifference(part: part, own: own, expected: expected)) }
    }
    add(.headings, headings.count, source.headings.count, headings.map(\.level) != source.headings.map(\.level))
    add(.shortcodes, shortcodes.count, source.shortcodes.count, shortcodes.sorted() != source.shortcodes.sorted())
    add(.tables, Int(tables), Int(source.tables))
    add(.images, Int(images), Int(source.images))
    add(.links, Int(links), Int(source.links))
    return found
  }

  /// The first heading of another level, else the page.
  fileprivate func placeOfDifference(from source: TranslationFacts) -> SourceRange {
    guard headings.count == source.headings.count else { return place }
    return zip(headings, source.headings).first { $0.level != $1.level }?.0.range ?? place
  }
}

extension Message {
  fileprivate static func differs(_ differences: [StructureDifference]) -> Message {
    let french = differences.map { difference in
      let noun =
        switch difference.part {
        case .headings: "titres"
        case .shortcodes: "shortcodes"
        case .tables: "tableaux"
        case .images: "images"
        case .links: "liens"
        }
      return difference.own == difference.expected
        ? "\(noun) différents" : "\(noun)\u{A0}: \(difference.own) au lieu de \(difference.expected)"
    }
    let english = differences.map { difference in
      difference.own == difference.expected
        ? "other \(difference.part.rawValue)"
        : "\(difference.own) \(difference.part.rawValue) instead of \(difference.expected)"
    }
    return Message(
      fr:
        "Cette traduction n’est pas faite comme la page traduite (\(french.joined(separator: ", ")))\u{A0}: vérifiez ce qui manque.",
      en:
        "This translation is not built like the page that it translates (\(english.joined(separator: ", "))): check what is missing."
    )
  }
}

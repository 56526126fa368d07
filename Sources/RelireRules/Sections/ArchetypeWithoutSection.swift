import RelireDocuments
import RelireLexicon
import RelireModel
import RelireSite

/// A template for new pages that lacks a section that these must have.
public struct ArchetypeWithoutSection: EngineRule {
  public static let metadata = RuleMetadata(
    id: "sections/archetype-without-section",
    severity: .warning,
    summary: Message(
      fr: "Un gabarit (archetype) ne prévoit pas une section que ses pages doivent avoir.",
      en: "An archetype lacks a section that its pages must have."),
    rationale: Message(
      fr: "`hugo new` copie le gabarit\u{A0}: ce qui y manque manque à toutes les pages nouvelles.",
      en: "`hugo new` copies the archetype: what it lacks all new pages lack."),
    exceptions: Message(
      fr: "Les objectifs ne sont attendus d’un gabarit que si la configuration les demande ou si la plupart des pages "
        + "les tiennent dans leur en-tête. Les gabarits des thèmes ne sont pas jugés.",
      en:
        "Objectives are expected of an archetype only if the configuration asks for them or if most pages have them in "
        + "their front matter. Archetypes of themes are not judged."),
    references: [.conventionOfTheSite, .specification("Hugo, Archetypes")],
    examples: [])

  public init() {}

  /// What a template lacks of what the pages made from it must have.
  public static func findings(on archetype: Archetype, of site: SiteIndex, _ sections: [SectionModel]) -> [Finding] {
    sections.compactMap { section in
      let usualKey = section.forms.contains(.frontMatter) ? section.keys.first { site.mostlyHas(keys: [$0]) } : nil
      guard section.isConfigured || usualKey != nil, concerns(section.pages, archetype), !has(section, archetype) else {
        return nil
      }
      let place = archetype.frontMatter.map { SourceRange($0.range.start, min($0.range.start + 3, $0.range.end)) }
      return Finding(
        place ?? SourceRange(at: archetype.source.contentStart),
        .lacks(section, key: usualKey ?? (section.forms == [.frontMatter] ? section.keys.first : nil)),
        severity: section.severity)
    }
  }

  /// Whether pages made from the template are among those that must have the section, as far as it tells.
  private static func concerns(_ pages: PageSelector, _ archetype: Archetype) -> Bool {
    if !pages.paths.isEmpty { return false }
    if !pages.sections.isEmpty, !pages.sections.contains(archetype.name) { return false }
    if !pages.kinds.isEmpty, !pages.kinds.contains(archetype.isForFolders ? .section : .page) { return false }
    return pages.frontMatter.allSatisfy { key, value in
      archetype.frontMatter?[key]?.string.map { FoldedText($0) } == FoldedText(value)
    }
  }

  private static func has(_ section: SectionModel, _ archetype: Archetype) -> Bool {
    if section.forms.contains(.frontMatter), section.keys.contains(where: { archetype.frontMatter?[$0] != nil }) {
      return true
    }
    guard section.forms.contains(where: { $0 != .frontMatter }) else { return false }
    return archetype.plan.contains { section.isTitle(FoldedText($0)) }
  }
}

extension Message {
  fileprivate static func lacks(_ section: SectionModel, key: String?) -> Message {
    let what =
      section.isObjectives
      ? Message(fr: "les objectifs", en: "the objectives")
      : Message(fr: "la section «\u{A0}\(section.title)\u{A0}»", en: "the section “\(section.title)”")
    let how =
      key.map { Message(fr: "ajoutez-y la clé `\($0)`", en: "add the key `\($0)` to it") }
      ?? Message(fr: "ajoutez-y un titre «\u{A0}\(section.title)\u{A0}»", en: "add a heading “\(section.title)” to it")
    return Message(
      fr: "Ce gabarit ne prévoit pas \(what.french), que les pages doivent avoir\u{A0}: \(how.french).",
      en: "This archetype lacks \(what.english), which pages must have: \(how.english).")
  }
}

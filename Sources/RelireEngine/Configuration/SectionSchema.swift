import RelireModel
import RelireRules
import RelireSite

/// The keys of one block under `sections`.
public enum SectionSchema {
  /// The key that names the section; the only one that must be there.
  package static let nameKey = "name"

  /// Built-in sections by the word that stands for them.
  static let builtIn: [String: SectionModel] = {
    var objectives = SectionModel.objectives
    objectives.isConfigured = true
    return ["objectifs": objectives]
  }()

  public static let keys: [ConfigurationKey] = [
    ConfigurationKey(
      name: "keys", kind: .list,
      documentation: Message(
        fr: "Les clés de l’en-tête qui peuvent tenir la section.",
        en: "The front matter keys that may hold the section."),
      whenAbsent: Message(fr: "le nom de la section, en minuscules", en: "the section’s name in lower case"),
      sample: "[contact]", store: .section { $0.keys = $1.list }),
    ConfigurationKey(
      name: "titles", kind: .list,
      documentation: Message(
        fr: "Les titres ou libellés qui peuvent l’ouvrir (accents et majuscules sont indifférents).",
        en: "The headings or labels that may open it (accents and case do not matter)."),
      whenAbsent: Message(fr: "le nom de la section", en: "the section’s name"),
      sample: "[Contact, Nous contacter]", store: .section { $0.titles += $1.list }),
    ConfigurationKey(
      name: "forms", kind: .choices(SectionModel.Form.allCases.map(\.rawValue)),
      documentation: Message(
        fr: "Les formes admises\u{A0}: dans l’en-tête, sous un titre, après un libellé en gras.",
        en: "The forms that are accepted: in the front matter, below a heading, after a bold label."),
      whenAbsent: Message(fr: "toutes", en: "all"),
      sample: "[front-matter, heading]",
      store: .section { $0.forms = $1.list.compactMap { SectionModel.Form(rawValue: $0) } }),
    ConfigurationKey(
      name: "position", kind: .text,
      documentation: Message(
        fr: "Sa place dans le texte\u{A0}: `first`, `last`, `before Autre section` ou `after Autre section`.",
        en: "Its place in the text: `first`, `last`, `before Other section` or `after Other section`."),
      whenAbsent: Message(fr: "n’importe où", en: "anywhere"),
      sample: "last",
      store: .section { section, value in
        section.position = value.text.flatMap { SectionModel.Position($0) } ?? .anywhere
      }),
    ConfigurationKey(
      name: "min-items", kind: .number,
      documentation: Message(fr: "Le nombre d’éléments au moins.", en: "The least number of items."),
      whenAbsent: Message(fr: "`1`", en: "`1`"), sample: "2", store: .section { $0.minimum = $1.number ?? 1 }),
    ConfigurationKey(
      name: "max-items", kind: .number,
      documentation: Message(fr: "Le nombre d’éléments au plus.", en: "The greatest number of items."),
      whenAbsent: Message(fr: "sans limite", en: "no limit"), sample: "5",
      store: .section { $0.maximum = $1.number }),
    ConfigurationKey(
      name: "infinitives", kind: .flag,
      documentation: Message(
        fr: "Chaque élément doit commencer par un infinitif.", en: "Every item must begin with an infinitive."),
      whenAbsent: Message(fr: "`false`", en: "`false`"), sample: "true",
      store: .section { $0.wantsInfinitives = $1.flag ?? false }),
    ConfigurationKey(
      name: "placeholders", kind: .list,
      documentation: Message(
        fr: "Des textes d’attente propres au site.", en: "Placeholders of the site’s own."),
      whenAbsent: Message(fr: "aucun", en: "none"), sample: "[\"À voir avec le service\"]",
      store: .section { $0.placeholders = $1.list }),
    ConfigurationKey(
      name: "paths", kind: .list,
      documentation: Message(
        fr: "Les pages qui doivent l’avoir, par des motifs de chemin.",
        en: "The pages that must have it, by path patterns."),
      whenAbsent: Message(fr: "toutes, sauf l’accueil", en: "all but the home page"),
      sample: "[\"content/demarches/**\"]", store: .section { $0.pages.paths = GlobList($1.list) }),
    ConfigurationKey(
      name: "in", kind: .list,
      documentation: Message(
        fr: "Les rubriques (premiers dossiers du contenu) dont les pages doivent l’avoir.",
        en: "The Hugo sections (first folders of the content) whose pages must have it."),
      whenAbsent: Message(fr: "toutes", en: "all"), sample: "[demarches]",
      store: .section { $0.pages.sections = $1.list }),
    ConfigurationKey(
      name: "kinds", kind: .choices(PageSelector.Kind.allCases.map(\.rawValue)),
      documentation: Message(
        fr: "`page`\u{A0}: les pages simples\u{202F}; `section`\u{A0}: celles des dossiers (`_index.md`).",
        en: "`page`: single pages; `section`: those of folders (`_index.md`)."),
      whenAbsent: Message(fr: "les deux", en: "both"), sample: "page",
      store: .section { $0.pages.kinds = $1.list.compactMap { PageSelector.Kind(rawValue: $0) } }),
    ConfigurationKey(
      name: "when", kind: .conditions,
      documentation: Message(
        fr: "Des clés de l’en-tête et la valeur qu’elles doivent avoir.",
        en: "Front matter keys and the value that they must have."),
      whenAbsent: Message(fr: "aucune condition", en: "no condition"), sample: "{type: tutoriel}",
      store: .section { $0.pages.frontMatter = $1.conditions }),
    ConfigurationKey(
      name: "severity", kind: .choice(Severity.allCases.map(\.rawValue)),
      documentation: Message(
        fr: "La gravité de ce qui concerne cette section.", en: "The severity of what concerns this section."),
      whenAbsent: Message(fr: "celle de la règle", en: "the rule’s"), sample: "error",
      store: .section { $0.severity = $1.text.flatMap { Severity(rawValue: $0) } }),
  ]
}

extension SectionModel.Position {
  /// `first`, `last`, `before Contact`, `after Contact`.
  init?(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    switch (words.first, words.count) {
    case ("first", 1): self = .first
    case ("last", 1): self = .last
    case ("before", 2): self = .before(words[1])
    case ("after", 2): self = .after(words[1])
    default: return nil
    }
  }

  /// The other section that it speaks of.
  var other: String? {
    switch self {
    case .before(let other), .after(let other): other
    case .anywhere, .first, .last: nil
    }
  }
}

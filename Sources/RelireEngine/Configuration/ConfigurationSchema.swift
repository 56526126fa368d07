import RelireLexicon
import RelireModel
import RelireRules
import RelireSite

/// All keys of `.relire.yml`, in the order in which the manual shows them.
public enum ConfigurationSchema {
  public static let keys: [ConfigurationKey] = [
    ConfigurationKey(
      name: "locale", kind: .choice(Conventions.Locale.allCases.map(\.rawValue)),
      documentation: Message(
        fr: "Les conventions typographiques à suivre.", en: "The typographic conventions to follow."),
      whenAbsent: Message(
        fr: "d’après la configuration de Hugo, sinon `fr-FR`", en: "from Hugo’s configuration, else `fr-FR`"),
      sample: "fr-FR",
      store: .page { $0.locale = $1.text.flatMap { Conventions.Locale(rawValue: $0) } }),
    ConfigurationKey(
      name: "language", kind: .text,
      documentation: Message(
        fr: "La langue des pages qui n’en déclarent pas. Les règles du français ne s’appliquent qu’au français.",
        en: "The language of pages that declare none. The rules for French apply to French only."),
      whenAbsent: Message(
        fr: "d’après la configuration de Hugo, sinon `fr`", en: "from Hugo’s configuration, else `fr`"),
      sample: "fr",
      store: .page { $0.language = $1.text }),
    ConfigurationKey(
      name: "content", kind: .list,
      documentation: Message(
        fr:
          "Les dossiers des pages écrites. Avec `public`, cela suffit aux sites que ne génère pas Hugo\u{A0}: Jekyll, "
          + "Eleventy, simples dossiers.",
        en:
          "The folders of the written pages. With `public`, this is all that sites of other generators than Hugo need: "
          + "Jekyll, Eleventy, plain folders."),
      whenAbsent: Message(
        fr: "d’après la configuration de Hugo, sinon tout le dossier",
        en: "from Hugo’s configuration, else the whole folder"),
      sample: "[content]",
      store: .site { $0.content = $1.list }),
    ConfigurationKey(
      name: "public", kind: .list,
      documentation: Message(
        fr:
          "Les dossiers du site généré. Chaque page y est rapprochée de sa source, et ses fautes signalées là où elles "
          + "se corrigent.",
        en:
          "The folders of the generated site. Each page is matched to its source, and its faults are reported where they "
          + "can be corrected."),
      whenAbsent: Message(
        fr: "d’après la configuration de Hugo, s’il a été généré", en: "from Hugo’s configuration, if it was built"),
      sample: "[public]",
      store: .site { $0.published = $1.list }),
    ConfigurationKey(
      name: "include", kind: .list,
      documentation: Message(
        fr: "Ne vérifier que les pages dont le chemin correspond à l’un de ces motifs.",
        en: "Check only the pages whose path matches one of these patterns."),
      whenAbsent: Message(fr: "toutes les pages", en: "all pages"),
      sample: "[\"content/fr/**\"]",
      store: .site { $0.include = GlobList($1.list) }),
    ConfigurationKey(
      name: "exclude", kind: .list,
      documentation: Message(
        fr: "Ne pas vérifier les pages dont le chemin correspond à l’un de ces motifs (comme dans `.gitignore`).",
        en: "Leave out the pages whose path matches one of these patterns (as in `.gitignore`)."),
      whenAbsent: Message(fr: "aucune", en: "none"),
      sample: "[\"content/archives/**\"]",
      store: .site { $0.exclude = GlobList($1.list) }),
    ConfigurationKey(
      name: "fail-on", kind: .choice(["warning", "error", "never"]),
      documentation: Message(
        fr: "La gravité à partir de laquelle la vérification échoue (code de sortie 1).",
        en: "The severity from which the check fails (exit code 1)."),
      whenAbsent: Message(fr: "`warning`", en: "`warning`"),
      sample: "warning",
      store: .site { $0.failOn = $1.text.flatMap { Severity(rawValue: $0) } }),
    ConfigurationKey(
      name: "drafts", kind: .choice(PageSettings.Drafts.allCases.map(\.rawValue)),
      documentation: Message(
        fr: "`lenient`\u{A0}: un brouillon (`draft: true`) est vérifié, mais ne fait jamais échouer. "
          + "`strict`\u{A0}: comme les autres pages.",
        en: "`lenient`: a draft (`draft: true`) is checked but never fails a run. `strict`: as any other page."),
      whenAbsent: Message(fr: "`lenient`", en: "`lenient`"),
      sample: "lenient",
      store: .page { $0.drafts = $1.text.flatMap { PageSettings.Drafts(rawValue: $0) } }),
    ConfigurationKey(
      name: "spaces", kind: .choice(RuleSettings.SpaceForm.allCases.map(\.rawValue)),
      documentation: Message(
        fr: "Comment une correction écrit une espace insécable\u{A0}: le caractère lui-même, "
          + "ou une entité visible (`&nbsp;`).",
        en: "How a correction writes a no-break space: the character itself, or a visible entity (`&nbsp;`)."),
      whenAbsent: Message(fr: "`character`", en: "`character`"),
      sample: "character",
      store: .page { $0.spaces = $1.text.flatMap { RuleSettings.SpaceForm(rawValue: $0) } }),
    ConfigurationKey(
      name: "strict-spaces", kind: .flag,
      documentation: Message(
        fr: "Exiger l’espace insécable exacte, fine ou non, plutôt que d’accepter l’une pour l’autre.",
        en: "Ask for the exact no-break space, narrow or not, rather than accept one for the other."),
      whenAbsent: Message(fr: "`false`", en: "`false`"),
      sample: "false",
      store: .page { $0.strictSpaces = $1.flag }),
    ConfigurationKey(
      name: "dictionaries", kind: .list,
      documentation: Message(
        fr: "Des listes de mots du site (un par ligne), à laisser tels quels.",
        en: "Word lists of the site (one a line), to be left as they are."),
      whenAbsent: Message(fr: "aucune", en: "none"),
      sample: "[mots.txt]",
      store: .site { $0.dictionaries = $1.list }),
    ConfigurationKey(
      name: "sections", kind: .sections,
      documentation: Message(
        fr:
          "Les sections que les pages doivent avoir\u{A0}: `objectifs`, la section prédéfinie, ou un bloc qui commence "
          + "par `- name:`. Une liste vide n’en demande aucune.",
        en: "The sections that pages must have: `objectifs`, the built-in one, or a block that begins with `- name:`. "
          + "An empty list asks for none."),
      whenAbsent: Message(
        fr: "les objectifs, si des pages du site en ont", en: "the objectives, if pages of the site have any"),
      sample: "[objectifs, {name: Contact, forms: heading, position: last}]",
      store: .page { $0.sections = $1.sections }),
    ConfigurationKey(
      name: "rules", kind: .rules,
      documentation: Message(
        fr: "La gravité d’une règle ou d’une famille entière\u{A0}: `off`, `on`, `info`, `warning` ou `error`. "
          + "`all` vaut pour toutes\u{202F}; une règle facultative n’est active que sous son propre nom.",
        en: "The severity of a rule or a whole family: `off`, `on`, `info`, `warning` or `error`. "
          + "`all` stands for every one; an optional rule is on only by its own name."),
      whenAbsent: Message(fr: "la gravité propre à chaque règle", en: "each rule’s own severity"),
      sample: "{typography/ellipsis: \"off\"}",
      store: .page { $0.rules = $1.rules }),
    ConfigurationKey(
      name: "overrides", kind: .overrides,
      documentation: Message(
        fr: "Des réglages pour certaines pages\u{A0}: `paths` (des motifs), puis les clés qui changent.",
        en: "Settings for some pages: `paths` (patterns), then the keys that change."),
      whenAbsent: Message(fr: "aucun", en: "none"),
      sample: "[{paths: [\"content/en/**\"], language: en}]",
      store: .site { $0.overrides = $1.overrides }),
  ]

  /// The key of an override that says for which pages it is.
  package static let pathsKey = "paths"

  static func key(_ name: String) -> ConfigurationKey? { keys.first { $0.name == name } }

  /// Everything that a key of `rules` may be.
  public static let ruleSelectors: [String] = {
    let ids = RuleRegistry.metadata.map(\.id.description)
    let families = Set(RuleRegistry.metadata.map(\.id.family)).sorted()
    return [PageSettings.allRules] + families + ids
  }()

  package static let levels = ["off", "on"] + Severity.allCases.map(\.rawValue)
}

import RelireEngine
import RelireModel
import RelireReporters

/// docs/configuration.md, from the table of keys.
struct ConfigurationManual {
  let language: MessageLanguage

  private var wording: Wording { Wording(language) }

  var page: String {
    var output = ByteBuffer()
    output.line("# \(wording(fr: "Configuration", en: "Configuration"))\n")
    output.line(
      wording(
        fr: """
          relire cherche `.relire.yml` dans le dossier courant, puis dans ceux du dessus. `relire init` en écrit un, \
          commenté. Sans ce fichier, tout a une valeur par défaut. Une clé inconnue ou une valeur fautive est signalée \
          avec sa ligne. Les chemins et les motifs qu’il donne partent de son dossier.
          """,
        en: """
          relire looks for `.relire.yml` in the current folder, then in those above it. `relire init` writes one with \
          comments. Without it everything has a default. An unknown key or a wrong value is reported with its line. \
          Its paths and patterns start from its own folder.
          """))
    output.line(
      wording(
        fr:
          "\nPour la complétion dans un éditeur, mettez en première ligne l’adresse de `docs/relire.schema.json` dans le "
          + "dépôt de relire, ou le chemin d’une copie de ce fichier\u{A0}:\n",
        en: "\nFor completion in an editor, make the first line one with the address of `docs/relire.schema.json` in "
          + "relire’s repository, or the path of a copy of that file:\n"))
    output.line(
      "```yaml\n# yaml-language-server: "
        + "$schema=https://forge.exemple/votre-organisation/relire/raw/main/docs/relire.schema.json\n```")
    for key in ConfigurationSchema.keys { write(key, to: &output) }
    return output.text
  }

  private func write(_ key: ConfigurationKey, to output: inout ByteBuffer) {
    output.line("\n## \(key.name)\n")
    output.line("\(key.documentation[language])\n")
    output.line("- \(wording(fr: "Valeur", en: "Value"))\(wording.colon)\(kind(key.kind))")
    output.line("- \(wording(fr: "Sans elle", en: "Without it"))\(wording.colon)\(key.whenAbsent[language])")
    if key.isPerPage {
      output.line(wording(fr: "- Aussi dans `overrides`", en: "- In `overrides` too"))
    }
    output.line("\n```yaml\n\(key.name): \(key.sample)\n```")
    guard case .sections = key.kind else { return }
    output.line("")
    for key in SectionSchema.keys {
      output.line("- `\(key.name)`\(wording.colon)\(key.documentation[language]) (\(kind(key.kind)))")
    }
  }

  private func kind(_ kind: ConfigurationKey.Kind) -> String {
    switch kind {
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .text: wording(fr: "un texte", en: "a text")
    case .flag: "`true`, `false`"
    case .list: wording(fr: "un texte ou une liste de textes", en: "a text or a list of texts")
    case .rules: wording(fr: "un niveau par règle ou par famille", en: "a level for each rule or family")
    case .overrides, .sections: wording(fr: "une liste", en: "a list")
    case .choices(let words):
      wording(fr: "un mot ou une liste de mots parmi ", en: "a word or a list of words among ")
        + words.map { "`\($0)`" }.joined(separator: ", ")
    case .number: wording(fr: "un nombre entier", en: "a whole number")
    case .conditions: wording(fr: "des lignes `clé: valeur`", en: "lines of the form `key: value`")
    }
  }
}

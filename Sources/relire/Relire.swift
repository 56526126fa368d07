import ArgumentParser
import RelireModel

/// The command `relire`.
struct Relire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Tool.name,
    abstract: text(
      fr: "Relit un site rédigé en français\u{A0}: typographie, titres, objectifs, liens, accessibilité.",
      en: "Proofreads a site written in French: typography, headings, objectives, links, accessibility."),
    usage: text(
      fr: "relire [<commande>] [<chemin> ...] [<options>]", en: "relire [<command>] [<path> ...] [<options>]"),
    discussion: text(
      fr: """
        Exemples\u{A0}:
          relire                              vérifie le site du dossier courant
          relire content/fr/page.md           vérifie une page
          relire fix content                  applique les corrections sûres
          relire fix --diff content           les montre sans rien écrire
          relire explain typography/ellipsis  explique une règle
          relire init                         prépare un fichier .relire.yml

        Code de retour\u{A0}: 0 rien à signaler, 1 des fautes, 2 vérification impossible.
        """,
      en: """
        Examples:
          relire                              checks the site in the current folder
          relire content/fr/page.md           checks a page
          relire fix content                  applies the safe fixes
          relire fix --diff content           shows them without writing anything
          relire explain typography/ellipsis  explains a rule
          relire init                         writes a .relire.yml to start from

        Exit code: 0 nothing to report, 1 faults, 2 the check was not possible.
        """),
    version: "\(Tool.name) \(Tool.version)",
    subcommands: [
      CheckCommand.self, FixCommand.self, ReportCommand.self, RulesCommand.self, ExplainCommand.self,
      OutlineCommand.self, TranslationsCommand.self, MergeCommand.self, RGAACommand.self, InitCommand.self,
      BaselineCommand.self, HookCommand.self,
    ],
    defaultSubcommand: CheckCommand.self)
}

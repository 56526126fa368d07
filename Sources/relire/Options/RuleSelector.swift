import ArgumentParser
import RelireEngine
import RelireModel
import RelireReporters
import RelireRules

/// A rule, by its id or the part after the slash, or a family.
struct RuleSelector {
  /// The rule's id, or the family.
  let name: String

  init(named argument: String) throws {
    let current = RuleRegistry.currentName(argument)
    if ConfigurationSchema.ruleSelectors.contains(current) {
      name = current
    } else {
      let named = RuleRegistry.metadata.filter { $0.id.name == current }
      guard let rule = named.first, named.count == 1 else {
        throw ValidationError(Self.unknown(argument)[InterfaceLanguage.current])
      }
      name = rule.id.description
    }
  }

  /// What to say of a name that no rule has.
  static func unknown(_ name: String) -> Message {
    let wording = Wording(InterfaceLanguage.current)
    let near = NearestNames.of(name, among: RuleRegistry.metadata.map(\.id.description)).map(wording.quoted)
    let shown = SafeText.neutralised(name)
    guard !near.isEmpty else {
      return Message(
        fr: "aucune règle ne s’appelle «\u{A0}\(shown)\u{A0}»\u{202F}; «\u{A0}relire rules\u{A0}» en donne la liste.",
        en: "no rule is called “\(shown)”; “relire rules” lists them.")
    }
    return Message(
      fr:
        "aucune règle ne s’appelle «\u{A0}\(shown)\u{A0}». Vouliez-vous dire \(near.joined(separator: " ou "))\u{202F}?",
      en: "no rule is called “\(shown)”. Did you mean \(near.joined(separator: " or "))?")
  }
}

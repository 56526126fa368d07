import ArgumentParser
import RelireEngine
import RelireModel
import RelireRules

/// A rule, by its id or the part after the slash, or a family.
struct RuleSelector: ExpressibleByArgument {
  /// The rule's id, or the family.
  let name: String

  init?(argument: String) {
    let argument = RuleRegistry.currentName(argument)
    if ConfigurationSchema.ruleSelectors.contains(argument) {
      name = argument
    } else {
      let named = RuleRegistry.metadata.filter { $0.id.name == argument }
      guard let rule = named.first, named.count == 1 else { return nil }
      name = rule.id.description
    }
  }
}

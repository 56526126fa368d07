import RelireDocuments
import RelireLexicon
import RelireModel
import RelireRules
import RelireSite
import Synchronization

/// Everything that holds for the pages to which the same settings apply. Made once and shared by all threads.
final class Profile: Sendable {
  let runner: RuleRunner
  private let rules: [any Rule.Type]
  private let knownCollector = Mutex<RuleRunner?>(nil)
  let ruleSettings: RuleSettings
  let reading: ReadingOptions
  let drafts: PageSettings.Drafts
  /// The rules that are on.
  let metadata: [RuleID: RuleMetadata]
  let severities: [RuleID: Severity]

  /// - Parameters:
  ///   - site: nil for loose files.
  ///   - lexicon: asked for last: it may not be ready.
  init(_ settings: PageSettings, _ site: Site?, rules available: [any Rule.Type], lexicon: @autoclosure () -> Lexicon) {
    var metadata: [RuleID: RuleMetadata] = Dictionary(minimumCapacity: available.count)
    var rules: [any Rule.Type] = []
    rules.reserveCapacity(available.count)
    for rule in available {
      let known = rule.metadata
      guard settings.severity(of: known) != nil else { continue }
      metadata[known.id] = known
      rules.append(rule)
    }
    self.metadata = metadata
    // Hashes nothing anew.
    severities = metadata.mapValues { settings.severity(of: $0) ?? $0.severity }
    self.rules = rules
    runner = RuleRunner(rules)
    ruleSettings = RuleSettings(
      conventions: .of(settings.locale ?? .france), spaces: settings.spaces ?? .character,
      strictSpaces: settings.strictSpaces ?? false, hasTypographer: site?.hasTypographer ?? false, lexicon: lexicon(),
      sections: settings.sections ?? [.objectives], today: Calendar.today)
    reading = ReadingOptions(
      language: settings.language.map { LanguageTag($0) } ?? .french, proseKeys: ruleSettings.sections.flatMap(\.keys),
      hasTemplateTags: site?.configuration == nil)
    drafts = settings.drafts ?? .lenient
  }

  /// For what the rules that compare pages need of each. Made when a merge asks for it.
  var collector: RuleRunner {
    knownCollector.withLock { known in
      let collector = known ?? RuleRunner(rules, collectsOnly: true)
      known = collector
      return collector
    }
  }
}

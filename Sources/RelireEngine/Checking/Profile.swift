import RelireDocuments
import RelireLexicon
import RelireModel
import RelireRules
import RelireSite

/// Everything that holds for the pages to which the same settings apply. Made once and shared by all threads.
final class Profile: Sendable {
  let runner: RuleRunner
  /// All rules that there are, and those that are on.
  private let available: [any Rule.Type]
  private let rules: [any Rule.Type]
  private let lazyCollector = Lazy<RuleRunner>()
  let ruleSettings: RuleSettings
  let reading: ReadingOptions
  let drafts: PageSettings.Drafts
  /// The rules that are on.
  let metadata: [RuleID: RuleMetadata]
  /// On each of them, by its number in `runner`.
  private let verdicts: RuleVerdicts
  private let settings: PageSettings

  /// - Parameters:
  ///   - site: nil for loose files.
  ///   - lexicon: asked for last: it may not be ready.
  init(_ settings: PageSettings, _ site: Site?, rules available: [any Rule.Type], lexicon: @autoclosure () -> Lexicon) {
    var metadata: [RuleID: RuleMetadata] = Dictionary(minimumCapacity: available.count)
    var rules: [any Rule.Type] = []
    var verdicts: [(severity: Severity?, number: Int)] = []
    rules.reserveCapacity(available.count)
    verdicts.reserveCapacity(available.count)
    for (number, rule) in available.enumerated() {
      let known = rule.metadata
      guard let severity = settings.severity(of: known) else { continue }
      metadata[known.id] = known
      rules.append(rule)
      verdicts.append((severity, number))
    }
    self.metadata = metadata
    self.verdicts = RuleVerdicts(verdicts)
    self.available = available
    self.settings = settings
    self.rules = rules
    runner = RuleRunner(rules)
    ruleSettings = RuleSettings(
      conventions: .of(settings.locale ?? .france), spaces: settings.spaces ?? .character,
      strictSpaces: settings.strictSpaces ?? false, hasTypographer: site?.hasTypographer ?? false, lexicon: lexicon(),
      sections: settings.sections ?? [.objectives], today: Calendar.today)
    reading = ReadingOptions(
      language: settings.language.map { LanguageTag($0) } ?? .french, proseKeys: ruleSettings.sections.flatMap(\.keys),
      formulas: site?.configuration?.markup.formulas ?? [], hasDialects: site?.configuration == nil)
    drafts = settings.drafts ?? .lenient
  }

  /// The severity of a rule; nil when it is off.
  func severity(of rule: RuleID) -> Severity? { metadata[rule].flatMap { settings.severity(of: $0) } }

  /// - Parameter rules: as findings name them that the runner began: its own first.
  func verdicts(onRunnersAnd rules: [RuleID]) -> RuleVerdicts {
    rules.count == self.rules.count ? verdicts : verdicts(on: rules)
  }

  func verdicts(on rules: [RuleID]) -> RuleVerdicts {
    RuleVerdicts(rules.map { rule in (severity(of: rule), available.firstIndex { $0.id == rule } ?? -1) })
  }

  /// Whether nothing on a page may fail a run.
  func isLenient(on document: Document) -> Bool {
    drafts == .lenient && document.frontMatter?["draft"]?.bool == true
  }

  /// For what the rules that compare pages need of each. Made when a merge asks for it.
  var collector: RuleRunner { lazyCollector.value { RuleRunner(rules, collectsOnly: true) } }
}

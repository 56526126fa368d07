import RelireModel

extension RuleMetadata {
  /// Criteria and tests of RGAA 4.1.2.
  public var rgaaTests: [String] {
    references.compactMap { if case .rgaa(let test, _) = $0 { test } else { nil } }
  }

  /// Those tests of RGAA that the rule decides wholly.
  public var wholeRGAATests: [String] {
    references.compactMap { if case .rgaa(let test, isWhole: true) = $0 { test } else { nil } }
  }

  /// Success criteria of WCAG 2.2.
  public var wcagCriteria: [String] {
    references.compactMap { if case .wcag(let criterion) = $0 { criterion } else { nil } }
  }

  /// W3C ACT rules that the rule decides.
  public var actRules: [String] {
    references.compactMap { if case .act(let rule) = $0 { rule } else { nil } }
  }
}

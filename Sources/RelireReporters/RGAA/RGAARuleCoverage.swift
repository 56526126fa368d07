import RelireModel

/// What rules do for each test of RGAA 4.1.2, by what they say of themselves.
public struct RGAARuleCoverage: Sendable {
  public enum Extent: String, Sendable, CaseIterable {
    /// The rules decide the test, as far as markup tells.
    case checked
    /// They find some faults; a human looks for the others.
    case partly
    /// No rule knows anything of it.
    case manual
  }

  public struct Row: Sendable {
    public let test: RGAA.Test
    public let extent: Extent
    /// Sorted.
    public let rules: [RuleID]
  }

  /// In RGAA’s order.
  public let rows: [Row]

  public init(_ rules: [RuleMetadata]) {
    var rulesOfTest: [String: [RuleID]] = [:]
    var whole: Set<String> = []
    for rule in rules.sorted(by: { $0.id < $1.id }) {
      for test in rule.rgaaTests { rulesOfTest[test, default: []].append(rule.id) }
      whole.formUnion(rule.wholeRGAATests)
    }
    rows = RGAA.tests.map { test in
      let rules = rulesOfTest[test.number] ?? []
      return Row(
        test: test, extent: rules.isEmpty ? .manual : whole.contains(test.number) ? .checked : .partly, rules: rules)
    }
  }

  public func count(of extent: Extent) -> Int { rows.count { $0.extent == extent } }
}

extension Wording {
  func word(_ extent: RGAARuleCoverage.Extent) -> String {
    switch extent {
    case .checked: self(fr: "vérifié", en: "checked")
    case .partly: self(fr: "vérifié en partie", en: "partly checked")
    case .manual: self(fr: "à vérifier à la main", en: "to be checked by hand")
    }
  }
}

import RelireModel

/// What the rules of a run can tell of RGAA 4.1.2, theme by theme.
struct RGAACoverage {
  struct Theme {
    let number: Int
    let name: Message
    /// Criteria of the theme in RGAA 4.1.2.
    let criteria: Int
    /// Criteria of which at least one test is watched over, in part at least.
    var watched: Set<String> = []
    var diagnostics = 0
  }

  let themes: [Theme]

  init(_ result: RunResult) {
    var themes = RGAA.themes.map { Theme(number: $0.number, name: $0.name, criteria: $0.criteria.count) }
    var criteriaOfRule: [RuleID: Set<String>] = [:]
    for (id, rule) in result.rules {
      let criteria = Set(rule.rgaaTests.map { $0.split(separator: ".").prefix(2).joined(separator: ".") })
      criteriaOfRule[id] = criteria
      for criterion in criteria {
        guard let index = Self.index(of: criterion, in: themes) else { continue }
        themes[index].watched.insert(criterion)
      }
    }
    for entry in result.countsByRule {
      for index in Set((criteriaOfRule[entry.rule] ?? []).compactMap { Self.index(of: $0, in: themes) }) {
        themes[index].diagnostics += entry.count
      }
    }
    self.themes = themes
  }

  private static func index(of criterion: String, in themes: [Theme]) -> Int? {
    guard let number = criterion.split(separator: ".").first.flatMap({ Int($0) }) else { return nil }
    return themes.firstIndex { $0.number == number }
  }
}

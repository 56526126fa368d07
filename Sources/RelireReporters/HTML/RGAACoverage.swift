import RelireModel

/// What the rules of a run can tell of RGAA 4.1.2, theme by theme, and what they leave to a human.
struct RGAACoverage {
  struct Theme {
    let number: Int
    let name: Message
    /// Number of tests by what the rules do for them.
    var tests: [RGAARuleCoverage.Extent: Int] = [:]
    /// Criteria with tests that no rule decides, and their number.
    var left: [(criterion: RGAA.Criterion, tests: Int)] = []
    var diagnostics = 0
  }

  let themes: [Theme]

  init(_ result: RunResult) {
    let rows = RGAARuleCoverage(Array(result.rules.values)).rows
    let extents = Dictionary(uniqueKeysWithValues: rows.map { ($0.test.number, $0.extent) })
    var themes: [Theme] = []
    for theme in RGAA.themes {
      var own = Theme(number: theme.number, name: theme.name)
      for criterion in theme.criteria {
        var left = 0
        for test in criterion.tests {
          let extent = extents[test.number] ?? .manual
          own.tests[extent, default: 0] += 1
          if extent != .checked { left += 1 }
        }
        if left > 0 { own.left.append((criterion, left)) }
      }
      themes.append(own)
    }
    for entry in result.countsByRule {
      let numbers = Set((result.rules[entry.rule]?.rgaaTests ?? []).compactMap { $0.split(separator: ".").first })
      for index in themes.indices where numbers.contains("\(themes[index].number)") {
        themes[index].diagnostics += entry.count
      }
    }
    self.themes = themes
  }
}

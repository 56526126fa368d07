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
    var themes = Self.themes
    var criteriaOfRule: [RuleID: Set<String>] = [:]
    for (id, rule) in result.rules {
      let criteria = Set(rule.rgaaTests.map { $0.split(separator: ".").prefix(2).joined(separator: ".") })
      criteriaOfRule[id] = criteria
      for criterion in criteria {
        guard let index = Self.index(of: criterion) else { continue }
        themes[index].watched.insert(criterion)
      }
    }
    for entry in result.countsByRule {
      for index in Set((criteriaOfRule[entry.rule] ?? []).compactMap(Self.index)) {
        themes[index].diagnostics += entry.count
      }
    }
    self.themes = themes
  }

  private static func index(of criterion: String) -> Int? {
    guard let number = criterion.split(separator: ".").first.flatMap({ Int($0) }) else { return nil }
    return themes.firstIndex { $0.number == number }
  }

  /// RGAA 4.1.2: 13 themes, 106 criteria.
  private static let themes: [Theme] = [
    Theme(number: 1, name: Message(fr: "Images", en: "Images"), criteria: 9),
    Theme(number: 2, name: Message(fr: "Cadres", en: "Frames"), criteria: 2),
    Theme(number: 3, name: Message(fr: "Couleurs", en: "Colours"), criteria: 3),
    Theme(number: 4, name: Message(fr: "Multimédia", en: "Multimedia"), criteria: 13),
    Theme(number: 5, name: Message(fr: "Tableaux", en: "Tables"), criteria: 8),
    Theme(number: 6, name: Message(fr: "Liens", en: "Links"), criteria: 2),
    Theme(number: 7, name: Message(fr: "Scripts", en: "Scripts"), criteria: 5),
    Theme(number: 8, name: Message(fr: "Éléments obligatoires", en: "Mandatory elements"), criteria: 10),
    Theme(number: 9, name: Message(fr: "Structuration de l’information", en: "Structure"), criteria: 4),
    Theme(number: 10, name: Message(fr: "Présentation de l’information", en: "Presentation"), criteria: 14),
    Theme(number: 11, name: Message(fr: "Formulaires", en: "Forms"), criteria: 13),
    Theme(number: 12, name: Message(fr: "Navigation", en: "Navigation"), criteria: 11),
    Theme(number: 13, name: Message(fr: "Consultation", en: "Consultation"), criteria: 12),
  ]
}

/// RGAA 4.1.2, the French reference for accessibility: its themes, criteria and tests.
///
/// The numbers are RGAA’s (DINUM, Licence Ouverte 2.0); the short titles are ours, for tables. What a criterion
/// really asks is in RGAA itself.
public enum RGAA {
  public struct Theme: Sendable {
    public let number: Int
    public let name: Message
    public let criteria: [Criterion]
  }

  public struct Criterion: Sendable {
    /// As `1.1`.
    public let number: String
    public let title: Message
    public let tests: [Test]
  }

  public struct Test: Sendable {
    /// As `1.1.1`.
    public let number: String
    /// What a page must have for the test to apply to it.
    public let subject: Subject
  }

  /// What a test is about, as far as markup tells. Where a page has none of it, the test does not apply.
  public enum Subject: String, Sendable, CaseIterable {
    /// The page itself: the test applies to every page, or markup does not tell.
    case page
    case img, area, imageButton, serverMap, object, embed, svg, canvas
    /// Any of these.
    case image
    case frame, media
    /// A table that is not declared presentational, and one that is.
    case table, layoutTable
    case link, script
    case languagePart, direction
    case heading
    case field, label, button, form, fieldGroup, select, optgroup
    case download
    /// A line that reloads the page, and one that sends its readers on.
    case refresh, redirection
    /// An image in a link or a button, whose text, if it is drawn, nobody reads.
    case imageOfControl
    /// A place that a script fills: anything may be there.
    case anything
  }

  /// What a page must have for a fault to be one of a test, where the rules that cite it look for more.
  public static func isAbout(_ test: String) -> Subject? {
    switch test {
    case "13.1.1": .refresh
    case "13.1.2": .redirection
    default: nil
    }
  }

  /// What of a page keeps rules from deciding a test that they decide elsewhere.
  public static func obstacle(to test: String) -> Subject? {
    test == "6.1.5" || test == "11.9.2" ? .imageOfControl : nil
  }

  public static let themes: [Theme] = read(table)

  /// All tests, in RGAA’s order: 258.
  public static let tests: [Test] = {
    var tests: [Test] = []
    for theme in themes {
      for criterion in theme.criteria { tests += criterion.tests }
    }
    return tests
  }()

  /// Reads the table: a theme a line that begins with `#`, else a criterion a line.
  private static func read(_ table: String) -> [Theme] {
    var themes: [Theme] = []
    var heading: (number: Int, name: Message)?
    var criteria: [Criterion] = []
    func flush() {
      if let heading { themes.append(Theme(number: heading.number, name: heading.name, criteria: criteria)) }
      criteria = []
    }
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "|").map { String($0) }
      if line.hasPrefix("#"), columns.count == 3 {
        flush()
        heading = (Int(columns[0].dropFirst()) ?? 0, Message(fr: columns[1], en: columns[2]))
      } else if columns.count == 4 {
        criteria.append(criterion(columns))
      }
    }
    flush()
    return themes
  }

  private static func criterion(_ columns: [String]) -> Criterion {
    var tests: [Test] = []
    for entry in columns[1].split(separator: " ") {
      // `page*3` stands for three tests.
      let parts = entry.split(separator: "*")
      let subject = parts.first.flatMap { Subject(rawValue: String($0)) } ?? .page
      for _ in 0..<(parts.count > 1 ? Int(parts[1]) ?? 1 : 1) {
        tests.append(Test(number: "\(columns[0]).\(tests.count + 1)", subject: subject))
      }
    }
    return Criterion(number: columns[0], title: Message(fr: columns[2], en: columns[3]), tests: tests)
  }
}

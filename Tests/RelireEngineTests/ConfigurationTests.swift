import RelireModel
import Testing

@testable import RelireEngine

@Suite struct ConfigurationTests {
  private func read(_ text: String) throws -> Configuration {
    try Configuration.read(Array(text.utf8), path: "site/.relire.yml")
  }

  /// What the user is shown, or nothing when there is nothing wrong.
  private func complaints(_ text: String, _ language: MessageLanguage = .english) -> String {
    do throws(ConfigurationError) {
      _ = try Configuration.read(Array(text.utf8), path: ".relire.yml")
      return ""
    } catch {
      return error.text(in: language)
    }
  }

  @Test func everyKeyIsUnderstood() throws {
    let configuration = try read(
      """
      locale: fr-CA
      language: fr
      content: content/fr
      public: [public, docs]
      include: ["**/*.md"]
      exclude: ["archives/"]
      fail-on: error
      drafts: strict
      spaces: entity
      strict-spaces: true
      dictionaries: [mots.txt]
      rules:
        file: info
        file/broken-markup: "off"
        file/broken-encoding: {severity: warning}
      overrides:
        - paths: ["content/en/**"]
          language: en
          rules: {file: off}
      """)
    #expect(configuration.root == "site")
    #expect(configuration.settings.locale == .canada)
    #expect(configuration.settings.language == "fr")
    #expect(configuration.content == ["content/fr"])
    #expect(configuration.published == ["public", "docs"])
    #expect(configuration.include.matches("a/b.md"))
    #expect(configuration.exclude.matches("x/archives/b.md"))
    #expect(configuration.failOn == .error)
    #expect(configuration.settings.drafts == .strict)
    #expect(configuration.settings.spaces == .entity)
    #expect(configuration.settings.strictSpaces == true)
    #expect(configuration.dictionaries == ["mots.txt"])
    #expect(
      configuration.settings.rules == [
        "file": .severity(.info), "file/broken-markup": .off, "file/broken-encoding": .severity(.warning),
      ])
    #expect(configuration.overrides.count == 1)
    #expect(configuration.overrides.first?.paths.matches("content/en/a.md") == true)
    #expect(configuration.overrides.first?.settings.rules == ["file": .off])
  }

  @Test(arguments: ["", "# rien\n", "rules:\n", "\u{FEFF}locale: fr-FR\n", "locale: fr-FR\r\nspaces: entity\r\n"])
  func littleIsEnough(_ text: String) {
    #expect(complaints(text) == "")
  }

  @Test func neverFails() throws {
    #expect(try read("fail-on: never").failOn == nil)
  }

  @Test func aMistypedKeyGetsTheNearestOne() {
    #expect(
      complaints("\nlocal: fr-FR\n") == """
        .relire.yml:2:1: There is no key “local”; did you mean “locale”?
         2 | local: fr-FR
           | ^^^^^
        """)
  }

  @Test func aMistypedValueGetsTheNearestOne() {
    #expect(
      complaints("locale: fr-CF # Canada", .french) == """
        .relire.yml:1:9: «\u{A0}locale\u{A0}» n’a pas de valeur «\u{A0}fr-CF\u{A0}»\u{202F}; \
        vouliez-vous écrire «\u{A0}fr-CA\u{A0}»\u{202F}?
         1 | locale: fr-CF # Canada
           |         ^^^^^
        """)
  }

  @Test func aMistypedRuleGetsTheNearestOne() {
    #expect(
      complaints("rules:\n  file/broken-markp: off\n") == """
        .relire.yml:2:3: There is no rule “file/broken-markp”; did you mean “file/broken-markup”?
         2 |   file/broken-markp: off
           |   ^^^^^^^^^^^^^^^^^
        """)
  }

  @Test func allProblemsAreToldAtOnce() {
    let text = complaints("strict-spaces: 3\nfail-on: [a]\noverrides: {paths: x}\nzzz: 1\nrules: [a]\n")
    let places = text.split(separator: "\n").filter { $0.hasPrefix(".relire.yml") }
      .map { $0.split(separator: " ")[0] }
    #expect(
      places == [".relire.yml:1:16:", ".relire.yml:2:10:", ".relire.yml:3:12:", ".relire.yml:4:1:", ".relire.yml:5:8:"])
  }

  @Test func aKeyOfTheWholeSiteIsRefusedInAnOverride() {
    let text = complaints("overrides:\n  - paths: a\n    exclude: b\n")
    #expect(text.hasPrefix(".relire.yml:3:5: There is no key “exclude” here."))
  }

  @Test func anOverrideNeedsPaths() {
    #expect(complaints("overrides:\n  - locale: fr-CA\n").hasPrefix(".relire.yml:2:5: “overrides” expects"))
  }

  @Test func brokenYAMLHasItsPlace() {
    #expect(complaints("locale: [fr-FR\n").hasPrefix(".relire.yml:"))
  }

  @Test func controlCharactersAreNotShown() {
    #expect(!complaints("zzz: \"\u{1B}[31m\"\n").contains("\u{1B}"))
  }

  @Test func aMissingFileIsAProblemToo() {
    #expect(throws: ConfigurationError.self) { try Configuration.read("/nonexistent/.relire.yml") }
  }

  // MARK: Layers

  @Test func aLaterLayerGoesFirst() {
    var base = PageSettings()
    base.locale = .canada
    base.rules = ["typography": .off, "typography/ellipsis": .severity(.error), "links": .off]
    var top = PageSettings()
    top.rules = ["typography": .severity(.info)]
    let both = top.over(base)
    #expect(both.locale == .canada)
    #expect(both.rules == ["typography": .severity(.info), "links": .off])
    var all = PageSettings()
    all.rules = ["all": .off, "file/broken-markup": .on]
    #expect(all.over(both).rules == ["all": .off, "file/broken-markup": .on])
  }

  @Test func anOptionalRuleIsOnByItsOwnNameOnly() {
    let rule = RuleMetadata(
      id: "toy/optional", severity: .info, isOptIn: true, summary: Message(fr: "jouet", en: "toy"),
      rationale: Message(fr: "jouet", en: "toy"), references: [], examples: [])
    var settings = PageSettings()
    #expect(settings.severity(of: rule) == nil)
    settings.rules = ["all": .on, "toy": .severity(.error)]
    #expect(settings.severity(of: rule) == nil)
    settings.rules["toy/optional"] = .on
    #expect(settings.severity(of: rule) == .info)
  }
}

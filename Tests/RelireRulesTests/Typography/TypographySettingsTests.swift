import RelireDocuments
import RelireLexicon
import RelireModel
import RelireRules
import Testing

/// What the site's settings change for the typographic rules.
@Suite struct TypographySettingsTests {
  private func findings(
    _ rule: any Rule.Type, _ text: String, _ format: Document.Format = .markdown, _ settings: RuleSettings
  ) -> [Finding] {
    Checking.findings([rule], on: Checking.page(text, format, settings: settings))
  }

  private func fixed(_ rule: any Rule.Type, _ text: String, _ format: Document.Format, _ settings: RuleSettings)
    -> String
  {
    Edits.apply(findings(rule, text, format, settings).compactMap(\.fix), to: text)
  }

  @Test func eitherNoBreakSpaceIsAcceptedUnlessStrict() {
    let text = "Le site\u{202F}: oui\u{A0}! «\u{202F}mot\u{202F}» 25\u{202F}%"
    let rules: [any Rule.Type] = [
      SpaceBeforeColon.self, SpaceBeforeHighPunctuation.self, GuillemetSpacing.self, PercentSpacing.self,
    ]
    for rule in rules {
      #expect(findings(rule, text, .text, RuleSettings()).isEmpty)
      #expect(!findings(rule, text, .text, RuleSettings(strictSpaces: true)).isEmpty)
    }
    let strict = Edits.apply(
      rules.flatMap { findings($0, text, .text, RuleSettings(strictSpaces: true)).compactMap(\.fix) }, to: text)
    #expect(strict == "Le site\u{A0}: oui\u{202F}! «\u{A0}mot\u{A0}» 25\u{A0}%")
  }

  @Test func entitiesAreWrittenWhereTheSiteWantsToSeeThem() {
    let settings = RuleSettings(spaces: .entity)
    #expect(fixed(SpaceBeforeColon.self, "Le site : oui", .markdown, settings) == "Le site&nbsp;: oui")
    #expect(fixed(SpaceBeforeHighPunctuation.self, "<p>Oui !</p>", .html, settings) == "<p>Oui&#8239;!</p>")
    #expect(fixed(SpaceBeforeColon.self, "Le site : oui", .text, settings) == "Le site\u{A0}: oui")
    #expect(
      fixed(SpaceBeforeColon.self, "---\ntitle: \"Le site : oui\"\n---\n", .markdown, settings)
        == "---\ntitle: \"Le site\u{A0}: oui\"\n---\n")
  }

  @Test func hugosTypographerMakesBodyApostrophesInformation() {
    let settings = RuleSettings(hasTypographer: true)
    func verdicts(_ rule: any Rule.Type, _ text: String, _ format: Document.Format = .markdown) -> [Finding.Verdict] {
      findings(rule, text, format, settings).map(\.verdict)
    }
    #expect(verdicts(Apostrophe.self, "l'eau") == [.review])
    #expect(verdicts(Ellipsis.self, "l’eau...") == [.review])
    #expect(verdicts(Dash.self, "l’eau -- oui -- coule") == [.review, .review])
    #expect(verdicts(QuotationMarks.self, "un \"mot\"") == [.fault])
    #expect(verdicts(Apostrophe.self, "---\ntitle: \"l'eau\"\n---\n") == [.fault])
    #expect(verdicts(Apostrophe.self, "<p>l'eau</p>", .html) == [.fault])
  }

  @Test func passagesInOtherLanguagesAreLeftAlone() {
    let english = "<p lang=\"en\">Really? It's a \"test\": yes!</p>"
    for rule in RuleRegistry.rules where rule.id.family == "typography" {
      #expect(findings(rule, english, .html, RuleSettings()).isEmpty, "\(rule.id)")
    }
    let span = "<p>Le mot <span lang=\"en\">“really?”</span> est anglais.</p>"
    #expect(findings(QuotationMarks.self, span, .html, RuleSettings()).isEmpty)
    #expect(findings(SpaceBeforeHighPunctuation.self, span, .html, RuleSettings()).isEmpty)
  }

  /// Each text has tripped a known tool; none has a fault.
  @Test(arguments: [
    "à 10:30, au rapport 16:9 ou 1:25000, sur localhost:3000, :8080, fe80::1 et 00:80:41:ae:fd:7e",
    "std::vector, a::before, ?a=1&b, *.json, .htaccess, C:\\dossier, un !important",
    "bien :) oui ;) non :-) si :p", "Vraiment\u{202F}!!! Ah\u{202F}?!",
    "6' 10\", 2'33\", 22°16’33”, 8.5\"", "l’«\u{A0}idée\u{A0}», jusqu’ici", "1,7 et 1\u{202F}234,5",
    "nom(s), (r)évolution, agent·e·s",
    "C++, Yahoo! et M.", "«\u{A0}J’en suis “malade”.\u{A0}»", "Le plan – il existe – échoue — ou non — demain.",
    "p. 12-15", "a &notaname; b", "[ ] à faire", "https://exemple.org/a?b=1;c=d!e et nom@exemple.nc",
    "v1.2.3, 2026-09-12, RFC 2119, 0x10", "Il dit\u{A0}: «\u{A0}oui\u{A0}», puis part…",
    "La suite (…) au prochain numéro […].",
  ])
  func trapsAreNoFaults(_ text: String) {
    let punctuation: [any Rule.Type] = [
      SpaceBeforeColon.self, SpaceBeforeHighPunctuation.self, GuillemetSpacing.self, QuotationMarks.self,
      UnbalancedQuotes.self, Apostrophe.self, Ellipsis.self, SpaceBeforeCommaOrPeriod.self,
      MissingSpaceAfterPunctuation.self, MultipleSpaces.self, TabInText.self, BracketSpacing.self,
      RepeatedPunctuation.self, Dash.self, InvisibleCharacter.self, DecomposedAccent.self, Mojibake.self,
      PercentSpacing.self, MissingApostrophe.self, AbbreviationSpacing.self,
    ]
    let found = Checking.findings(punctuation, on: Checking.page(text, .text))
    #expect(Visible.marked(text, found.map(\.range)) == Visible.text(text))
  }
}

import RelireDocuments
import RelireModel
import RelireRules
import Testing

/// A heading is judged alike in the Markdown and in the HTML that Hugo makes of it, with its theme around.
@Suite struct HeadingParityTests {
  struct Pair: CustomTestStringConvertible {
    let markdown: String
    /// As Goldmark and a usual theme write it: anchors, permalinks.
    let html: String
    /// The rules that have something to say, by name, sorted.
    let rules: [String]

    var testDescription: String { Visible.text(markdown) }
  }

  static let pairs: [Pair] = [
    Pair(
      markdown: "## Un\n\nTexte.\n", html: "<h2 id=un>Un<a class=anchor href=#un>#</a></h2><p>Texte.</p>", rules: []),
    Pair(
      markdown: "## Un\n\n#### Deux\n",
      html: "<h2 id=un>Un<a class=anchor href=#un>#</a></h2><h4 id=deux>Deux<a class=anchor href=#deux>#</a></h4>",
      rules: ["skipped-level"]),
    Pair(
      markdown: "## Un :\n", html: "<h2 id=un->Un :\n<a class=anchor href=#un->#</a></h2>",
      rules: ["trailing-punctuation"]),
    Pair(markdown: "## \u{A0}\n", html: "<h2>\u{A0}<a class=anchor href=#>#</a></h2>", rules: ["empty"]),
    Pair(
      markdown: "## **Un**\n", html: "<h2 id=un><strong>Un</strong>\n<a class=anchor href=#un>#</a></h2>",
      rules: ["whole-heading-emphasis"]),
    Pair(
      markdown: "## [Un](/un/)\n", html: "<h2 id=un><a href=/un/>Un</a><a class=anchor href=#un>#</a></h2>",
      rules: ["link-only-heading"]),
    Pair(
      markdown: "## Un\n\n## Un\n",
      html: "<h2 id=un>Un<a class=anchor href=#un>#</a></h2><h2 id=un-1>Un<a class=anchor href=#un-1>#</a></h2>",
      rules: ["duplicate"]),
    Pair(
      markdown: "# Autre\n", html: "<h1 id=autre>Autre<a class=anchor href=#autre>#</a></h1>", rules: ["multiple-h1"]),
    Pair(
      markdown: "**Les pièces**\n\nTexte.\n", html: "<p><strong>Les pièces</strong></p><p>Texte.</p>",
      rules: ["emphasis-as-heading"]),
    Pair(
      markdown: "**_Objectifs:_**\n_Lire_\n",
      html: "<p><strong><em>Objectifs:</em></strong>\n<em>Lire</em></p>", rules: ["emphasis-as-heading"]),
    Pair(markdown: "##Un\n", html: "<p>##Un</p>", rules: ["missing-space-after-hash"]),
    Pair(
      markdown: "## " + String(repeating: "mot ", count: 40) + "\n",
      html: "<h2 id=mot>" + String(repeating: "mot ", count: 40) + "<a class=anchor href=#mot>#</a></h2>",
      rules: ["too-long"]),
    // Written as HTML in both.
    Pair(
      markdown: "<div role=\"heading\">Un</div>\n", html: "<div role=heading>Un</div>", rules: ["aria-level"]),
    Pair(
      markdown: "<h2 aria-label=\"Autre\">Un</h2>\n", html: "<h2 aria-label=Autre>Un</h2>",
      rules: ["heading-hidden-name"]),
    Pair(
      markdown: "<h2 aria-labelledby=\"nom\"><span aria-hidden=\"true\">Un</span></h2>\n\n<p id=\"nom\"></p>\n",
      html: "<h2 aria-labelledby=nom><span aria-hidden=true>Un</span></h2><p id=nom></p>", rules: ["hidden-name"]),
    Pair(
      markdown: "## Un\n\n<h4 hidden>Deux</h4>\n\n### Trois\n",
      html: "<h2 id=un>Un</h2><h4 hidden>Deux</h4><h3 id=trois>Trois</h3>", rules: []),
  ]

  /// What a page without a title is called in its source and in the generated page.
  private static let titleRules: Set<String> = ["missing-title", "no-h1"]

  private static let headingRules = RuleRegistry.rules.filter { $0.metadata.id.family == "headings" }

  private func rules(_ page: Page) -> [String] {
    let runner = RuleRunner(Self.headingRules)
    let found = runner.check(page)
    var judge = SiteJudge()
    judge.add(found.evidence, page: 0, path: page.path)
    return (Array(found.items) + judge.judge().findings(on: 0).items).map(\.rule.name).sorted()
  }

  @Test func everyHeadingRuleIsCompared() {
    let compared = Set(Self.pairs.flatMap(\.rules)).union(Self.titleRules)
    var names: Set<String> = []
    for rule in Self.headingRules { names.insert(rule.metadata.id.name) }
    #expect(compared == names)
  }

  @Test func aPageWithoutTitleIsOneInBoth() {
    let html = "<html lang=fr><head><title>La page</title></head><body><main><h2>Un</h2></main></body></html>"
    #expect(rules(Checking.page("---\ndraft: false\ntitle: \"\"\n---\n\n## Un\n")) == ["missing-title"])
    #expect(rules(Checking.page(html, .html)) == ["no-h1"])
  }

  @Test(arguments: pairs)
  func bothAreJudgedAlike(_ pair: Pair) {
    let markdown = Checking.page("---\ntitle: La page\n---\n\n" + pair.markdown)
    let html = Checking.page(
      "<html lang=fr><head><title>La page</title></head><body><main><h1>La page</h1>\(pair.html)</main></body></html>",
      .html)
    #expect(rules(markdown) == pair.rules)
    #expect(rules(html) == pair.rules)
  }
}

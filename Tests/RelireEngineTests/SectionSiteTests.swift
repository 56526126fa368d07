import RelireModel
import RelireRules
import Testing

@testable import RelireEngine

/// What is said of the sections of a whole site: templates, habits, published pages, drafts.
@Suite struct SectionSiteTests {
  private let folder = TemporaryFolder()

  private func write(_ files: [String: String]) {
    folder.write("hugo.toml", "baseURL = 'https://exemple.nc/'\nlanguageCode = 'fr'\n")
    for (path, text) in files { folder.write(path, text) }
  }

  private func configuration(_ text: String = "") throws -> Configuration {
    var configuration = try Configuration.read(Array(text.utf8), path: folder.path + "/.relire.yml")
    configuration.commandLine.rules = ["all": .off, "sections": .on, "headings/emphasis-as-heading": .on]
    return configuration
  }

  /// As `path rule severity`.
  private func verdicts(_ settings: String = "", paths: [String]? = nil) throws -> [String] {
    let linter = Linter(configuration: try configuration(settings), paths: paths ?? [folder.path])
    return linter.run().diagnostics.map { diagnostic in
      "\(diagnostic.path.dropFirst(folder.path.count + 1)) \(diagnostic.rule) \(diagnostic.severity.rawValue)"
    }
  }

  private func page(_ title: String, _ rest: String = "") -> String {
    "---\ntitle: \(title)\nobjectifs:\n- Lire la page \(title)\n\(rest)---\n\nTexte.\n"
  }

  @Test func `a page in English is not asked for a French heading`() throws {
    folder.write("hugo.toml", "[languages.fr]\ncontentDir = 'content/fr'\n[languages.en]\ncontentDir = 'content/en'\n")
    folder.write("content/fr/a.md", "---\ntitle: Un\n---\n\n## Objectifs\n\n- Lire la page\n")
    folder.write("content/fr/b.md", "---\ntitle: Deux\n---\n\nTexte.\n")
    folder.write("content/en/a.md", "---\ntitle: One\n---\n\nSome text.\n")
    let messages = Linter(configuration: try configuration(), paths: [folder.path]).run().diagnostics.map(\.message)
    #expect(messages.count == 2)
    #expect(messages.first?.french.hasSuffix("sous un titre «\u{A0}Objectives\u{A0}».") == true)
    #expect(messages.last?.french.hasSuffix("sous un titre «\u{A0}Objectifs\u{A0}».") == true)
  }

  // MARK: Archetypes

  @Test func whatAnArchetypeSaysIsAPlaceholderInAPage() throws {
    write([
      "archetypes/default.md":
        "---\ntitle: \"{{ .Name }}\"\nobjectifs:\n- Décrivez ici ce que le lecteur apprendra\n---\n\nPrésentez la démarche en deux phrases.\n",
      "content/a.md":
        "---\ntitle: A\nobjectifs:\n- Décrivez ici ce que le lecteur apprendra\n---\n\nPrésentez la démarche en deux phrases.\n",
      "content/b.md": page("B"),
    ])
    #expect(
      try verdicts() == [
        "content/a.md sections/empty-objectives warning", "content/a.md sections/placeholder-text warning",
        "content/a.md sections/placeholder-text warning",
      ])
  }

  @Test func anArchetypeMustHaveWhatItsPagesMustHave() throws {
    write([
      "archetypes/default.md": "---\ntitle: x\n---\n\n## Contact\n",
      "archetypes/demarches.md": "---\ntitle: x\nobjectifs:\n---\n\n**Public :**\n",
      "content/a.md": page("A") + "\n## Contact\n\nLa mairie.\n",
      "content/b.md": page("B") + "\n## Contact\n\nLa mairie.\n",
    ])
    let settings = "sections:\n  - objectifs\n  - name: Contact\n  - name: Public\n    in: demarches\n"
    #expect(
      try verdicts(settings) == [
        "archetypes/default.md sections/archetype-without-section warning",
        "archetypes/demarches.md sections/archetype-without-section warning",
      ])
    // Whoever checks one page asked nothing about templates.
    #expect(try verdicts(settings, paths: [folder("content/a.md")]) == [])
  }

  @Test func archetypesOfASiteWithoutObjectivesMayLackThem() throws {
    write(["archetypes/default.md": "---\ntitle: x\n---\n", "content/a.md": "---\ntitle: A\n---\n"])
    #expect(try verdicts().allSatisfy { !$0.contains("archetype") })
  }

  // MARK: The form that the site uses

  private static let label =
    "---\ntitle: C\n---\n\n**Objectifs :**\n\n- Lire : **tout**\n- \"Citer\" l’*auteur*\n\n## Suite\n\nFin.\n"

  private func fixed(_ path: String) throws -> String {
    var options = Fixer.Options()
    options.isUnsafe = true
    options.rules = ["headings/emphasis-as-heading"]
    let linter = Linter(configuration: try configuration(), paths: [folder.path])
    let bytes = folder.bytes(path) ?? []
    let fixed = Fixer(linter, options).fix(PageInput(path: folder(path), format: .markdown), bytes)
    return String(decoding: fixed.bytes, as: UTF8.self)
  }

  @Test func aLabelMovesToTheFrontMatterOfASiteThatKeepsItThere() throws {
    write(["content/a.md": page("A"), "content/b.md": page("B"), "content/c.md": Self.label])
    #expect(
      try fixed("content/c.md") == """
        ---
        title: C
        objectifs:
        - "Lire : **tout**"
        - "\\"Citer\\" l’*auteur*"
        ---

        ## Suite

        Fin.

        """)
  }

  @Test func aLabelBecomesAHeadingElsewhere() throws {
    write(["content/a.md": "---\ntitle: A\n---\n", "content/c.md": Self.label])
    #expect(try fixed("content/c.md").contains("---\n\n## Objectifs\n\n- Lire : **tout**\n"))
  }

  @Test(arguments: [
    (
      "+++\ntitle = 'C'\n[params]\nx = 1\n+++\n\n**Objectifs**\n\n- Lire \"tout\"\n",
      "+++\nobjectifs = [\"Lire \\\"tout\\\"\"]\ntitle = 'C'\n[params]\nx = 1\n+++\n\n"
    ),
    (
      "{\"title\": \"C\"}\n\n**Objectifs**\n\n- Lire\n- Citer\n",
      "{\"objectifs\": [\"Lire\", \"Citer\"], \"title\": \"C\"}\n\n"
    ),
    (
      "---\ntitle: C\nobjectifs:\nweight: 1\n---\n**Objectifs :**\nlire la page\n",
      "---\ntitle: C\nobjectifs:\n- lire la page\nweight: 1\n---\n"
    ),
    ("---\r\ntitle: C\r\n---\r\n**Objectifs**\r\n\r\n- Lire\r\n", "---\r\ntitle: C\r\nobjectifs:\r\n- Lire\r\n---\r\n"),
  ])
  func everyFrontMatterIsWrittenInItsOwnLanguage(text: String, expected: String) throws {
    write(["content/a.md": page("A"), "content/b.md": page("B"), "content/c.md": text])
    #expect(try fixed("content/c.md") == expected)
  }

  @Test(arguments: [
    // The key says something already.
    "---\ntitle: C\nobjectifs:\n- Citer\n---\n\n**Objectifs**\n\n- Lire\n",
    // More than a list of lines.
    "---\ntitle: C\n---\n\n**Objectifs**\n\n- Lire\n  - mieux\n",
    "---\ntitle: C\n---\n\n**Objectifs**\n\nVous saurez :\n\n- lire\n",
    // A comment would be lost.
    "---\ntitle: C\nobjectifs: # à remplir\n---\n\n**Objectifs**\n\n- Lire\n",
  ])
  func whatAPersonHasToSeeBecomesAHeading(text: String) throws {
    write(["content/a.md": page("A"), "content/b.md": page("B"), "content/c.md": text])
    #expect(try fixed("content/c.md").contains("\n## Objectifs\n"))
  }

  @Test func aSinglePageIsToldWhatTheOthersDo() throws {
    write(["content/a.md": page("A"), "content/b.md": page("B"), "content/c.md": "---\ntitle: C\n---\n"])
    let linter = Linter(configuration: try configuration(), paths: [folder("content/c.md")])
    let messages = linter.run().diagnostics.map(\.message.english)
    #expect(messages == ["The page does not state its objectives: fill in the front matter’s key `objectifs`."])
  }

  // MARK: Published pages

  @Test func theTemplateLeavesOutWhatTheSourcesSay() throws {
    let html = "<html lang=fr><head><title>P</title></head><body><h1>P</h1><p>Texte.</p></body></html>"
    write([
      "content/a.md": page("A"), "content/b.md": page("B"), "public/a/index.html": html, "public/b/index.html": html,
    ])
    #expect(try verdicts() == ["public/a/index.html sections/unpublished-section warning"])
  }

  @Test func onePageIsOutOfDate() throws {
    let html = "<html lang=fr><head><title>P</title></head><body><h1>P</h1><p>Texte.</p></body></html>"
    let shown =
      "<html lang=fr><head><title>P</title></head><body><h2>Objectifs</h2><ul><li>Lire la page B</li></ul></body></html>"
    let renamed = shown.replacing("Objectifs", with: "Pour vous").replacing("page B", with: "page C")
    write([
      "content/a.md": page("A"), "content/b.md": page("B"), "content/c.md": page("C"), "public/a/index.html": html,
      "public/b/index.html": shown, "public/c/index.html": renamed,
    ])
    #expect(try verdicts() == ["public/a/index.html sections/unpublished-section warning"])
  }

  // MARK: Drafts

  @Test func draftsNeverFailARunUnlessTheyMust() throws {
    write([
      "content/a.md": "---\ntitle: A\ndraft: true\nobjectifs:\n- À compléter\n---\n", "content/b.md": page("B"),
    ])
    #expect(try verdicts().allSatisfy { $0.hasSuffix(" info") })
    #expect(try verdicts().count == 2)
    #expect(try verdicts("drafts: strict").allSatisfy { $0.hasSuffix(" warning") })
    let lenient = Linter(configuration: try configuration("fail-on: warning"), paths: [folder.path]).run()
    let strict = Linter(configuration: try configuration("fail-on: warning\ndrafts: strict"), paths: [folder.path])
      .run()
    #expect(!lenient.fails && strict.fails)
  }
}

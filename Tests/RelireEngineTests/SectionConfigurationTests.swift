import RelireRules
import Testing

@testable import RelireEngine

/// The site's own section model, from its configuration to what is said of its pages.
@Suite struct SectionConfigurationTests {
  private static let configuration = """
    sections:
      - objectifs
      - name: Public
        forms: heading
        position: first
        in: demarches
      - name: Contact
        keys: [contact]
        position: last
        kinds: page
        severity: error
        placeholders: ["À voir avec le service"]
      - name: Étapes
        forms: [heading, label]
        min-items: 2
        max-items: 4
        when: {type: procédure}
    """

  private func read(_ text: String) throws -> Configuration {
    try Configuration.read(Array(text.utf8), path: ".relire.yml")
  }

  /// What is said of a site, as `page rule severity`.
  private func verdicts(_ pages: [String: String]) throws -> [String] {
    let folder = TemporaryFolder()
    folder.write(".relire.yml", Self.configuration)
    folder.write("hugo.toml", "baseURL = 'https://exemple.nc/'\nlanguageCode = 'fr'\n")
    for (path, text) in pages { folder.write("content/" + path, text) }
    var configuration = try Configuration.read(Array(Self.configuration.utf8), path: folder.path + "/.relire.yml")
    configuration.commandLine.rules = ["all": .off, "sections": .on]
    let result = Linter(configuration: configuration, paths: [folder.path]).run()
    return result.diagnostics.map { diagnostic in
      let page = diagnostic.path.split(separator: "/").suffix(2).joined(separator: "/")
      return "\(page) \(diagnostic.rule) \(diagnostic.severity.rawValue)"
    }
  }

  @Test func `a plain folder without front matter has the sections that are asked for`() throws {
    let folder = TemporaryFolder()
    let text = "sections: [{name: Contact, paths: ['guide/**']}]\n"
    folder.write(".relire.yml", text)
    folder.write("guide/a.md", "# Un\n\nUn texte.\n")
    folder.write("guide/b.md", "# Deux\n\n## Contact\n\nLa mairie.\n")
    folder.write("LISEZMOI.md", "# Trois\n\nUn texte.\n")
    let configuration = try Configuration.read(Array(text.utf8), path: folder.path + "/.relire.yml")
    let result = Linter(configuration: configuration, paths: [folder.path]).run()
    #expect(
      result.diagnostics.map { "\($0.path.dropFirst(folder.path.count)) \($0.rule)" }
        == ["/guide/a.md sections/missing-section"])
  }

  @Test func theModelIsRead() throws {
    let sections = try #require(try read(Self.configuration).settings.sections)
    #expect(sections.map(\.title) == ["Objectifs", "Public", "Contact", "Étapes"])
    #expect(sections[0].isObjectives && sections[0].isConfigured)
    #expect(sections[1].forms == [.heading])
    #expect(sections[1].position == .first)
    #expect(sections[1].pages.sections == ["demarches"])
    #expect(sections[2].severity == .error)
    #expect(sections[2].pages.kinds == [.page])
    #expect(sections[3].minimum == 2 && sections[3].maximum == 4)
    #expect(sections[3].pages.frontMatter == ["type": "procédure"])
  }

  @Test func eachKindOfPageHasItsModel() throws {
    let found = try verdicts([
      // All that is asked of a page of this section.
      "demarches/a.md": """
      ---
      title: Demander une carte
      objectifs: [Demander une carte]
      contact: mairie@exemple.nc
      ---
      ## Public

      Tous.
      """,
      // Neither the public nor the contact.
      "demarches/b.md": "---\ntitle: Rendre une carte\nobjectifs: [Rendre une carte]\n---\n## Délais\n\nDeux mois.\n",
      // A folder's page needs no contact, another section's no public.
      "guide/_index.md": "---\ntitle: Guide\nobjectifs: [Trouver une page]\n---\n",
      "guide/c.md":
        "---\ntitle: Un\nobjectifs: [Lire]\n---\n## Contact\n\nÀ voir avec le service\n\n## Suite\n\nFin.\n",
      // Only procedures have steps.
      "guide/d.md": """
      ---
      title: Deux
      type: Procédure
      objectifs: [Signer]
      contact: mairie
      ---
      ## Étapes

      - Signer
      """,
      "_index.md": "---\ntitle: Accueil\n---\n",
    ])
    #expect(
      found == [
        "demarches/b.md sections/missing-section error", "demarches/b.md sections/missing-section warning",
        "guide/c.md sections/empty-section error", "guide/c.md sections/section-order error",
        "guide/d.md sections/item-count warning",
      ])
  }

  @Test(arguments: [
    ("sections: objectifs", "a list of sections"),
    ("sections: [objectif]", "There is no built-in section “objectif”"),
    ("sections:\n  - forms: heading", "This section has no name"),
    ("sections:\n  - name: Public\n    form: heading", "There is no key “form”; did you mean “forms”?"),
    (
      "sections:\n  - name: Public\n    forms: titre",
      "“forms” expects one of these values: front-matter, heading, label"
    ),
    ("sections:\n  - name: Public\n    position: top", "“top” is no place"),
    ("sections:\n  - name: Public\n    position: before Contact", "No section is called “Contact”"),
    ("sections:\n  - name: Public\n    min-items: deux", "“min-items” expects a whole number"),
    ("sections:\n  - name: Public\n    min-items: 4\n    max-items: 2", "The minimum (4) is above the maximum (2)"),
    ("sections:\n  - name: Public\n  - name: public", "is asked for above already"),
    ("sections:\n  - name: Public\n    severity: warnin", "did you mean “warning”?"),
    ("sections:\n  - name: Public\n    when: tutoriel", "lines of the form `key: value`"),
    ("sections:\n  - name: Public\n    when: {type: [a, b]}", "“type” expects a single value"),
    ("sections:\n  - name: Public\n    kinds: pages", "“kinds” has no value “pages”; did you mean “page”?"),
    ("sections:\n  - name: Public\n    keys: {a: b}", "“keys” expects a text or a list of texts"),
    ("sections:\n  - name: Public\n    infinitives: oui", "“infinitives” expects `true` or `false`"),
    ("sections:\n  - name: \"\"", "“name” expects a text"),
    ("sections:\n  - [Public]", "a list of sections"),
  ])
  func mistakesAreExplained(text: String, message: String) {
    #expect {
      try read(text)
    } throws: { error in
      guard let error = error as? ConfigurationError else { return false }
      return error.text(in: .english).contains(message) && error.text(in: .french).contains("\u{A0}")
    }
  }

  @Test func pagesThatArePublishedMayHaveAModelOfTheirOwn() throws {
    let folder = TemporaryFolder()
    folder.write("hugo.toml", "baseURL = 'https://exemple.nc/'\nlanguageCode = 'fr'\n")
    folder.write("content/fiches/a.md", "---\ntitle: A\n---\n\nTexte.\n")
    folder.write("content/fiches/b.md", "---\ntitle: B\ndraft: true\n---\n\nTexte.\n")
    folder.write("content/guides/c.md", "---\ntitle: C\n---\n\n## Étapes\n\n- Une\n")
    let text = """
      sections:
        - name: Contact
          when: {draft: false}
      overrides:
        - paths: content/guides/**
          sections:
            - name: Étapes
              min-items: 2
      """
    var configuration = try Configuration.read(Array(text.utf8), path: folder.path + "/.relire.yml")
    configuration.commandLine.rules = ["all": .off, "sections": .on]
    let found = Linter(configuration: configuration, paths: [folder.path]).run().diagnostics
      .map { "\($0.path.suffix(4)) \($0.rule)" }
    #expect(found == ["a.md sections/missing-section", "c.md sections/item-count"])
  }
}

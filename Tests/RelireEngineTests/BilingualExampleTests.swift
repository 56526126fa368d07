import RelireModel
import Testing

@testable import RelireEngine

/// The museum's site in two languages: once with every fault of localisation, once without any.
@Suite struct BilingualExampleTests {
  private func run(_ name: String) throws -> [Diagnostic] {
    let root = Path.join(Self.examples, name)
    let configuration = try Configuration.read(Path.join(root, ".relire.yml"))
    return Linter(configuration: configuration, paths: [root]).run().diagnostics
  }

  private static let examples: String = {
    let tests = Path.folder(Path.folder(Path.folder(#filePath)))
    return Path.join(tests, "Examples")
  }()

  @Test func `each fault is told once`() throws {
    let told = try run("bilingual").filter { $0.rule.family == "language" || $0.rule.family == "i18n" }.map {
      diagnostic in
      let path = diagnostic.path.firstRange(of: "bilingual/").map { diagnostic.path[$0.upperBound...] } ?? ""
      return "\(path):\(diagnostic.range.start.line) \(diagnostic.rule)"
    }
    #expect(
      told == [
        "content/en/visiter/_index.md:2 language/outdated-translation",
        "content/en/visiter/tarifs.md:2 language/missing-front-matter",
        "content/en/visiter/tarifs.md:9 language/foreign-format",
        "content/en/visiter/tarifs.md:13 language/foreign-format",
        "content/en/visiter/venir.md:10 language/untranslated-text",
        "content/en/visiter/venir.md:12 language/different-structure",
        "content/fr/mentions.md:2 language/missing-translation",
        "content/fr/visiter/tarifs.md:10 language/foreign-format",
        "i18n/en.toml:1 i18n/missing-message",
        "i18n/en.toml:5 i18n/untranslated-message",
        "i18n/en.toml:12 i18n/different-placeholders",
        "public/index.html:31 language/untranslated-interface",
        "public/visiter/tarifs/index.html:9 language/unanswered-alternate",
      ])
  }

  @Test func `a sound site gives nothing`() throws {
    #expect(try run("bilingual-clean").map { "\($0.path):\($0.range.start.line) \($0.rule)" } == [])
  }

  @Test func `the table tells each page in each language`() throws {
    let table = try #require(Linter(paths: [Path.join(Self.examples, "bilingual")]).translations())
    #expect(table.languages == ["fr", "en"])
    #expect(
      table.rows.map { row in "\(row.page) \(row.cells.map(\.state.rawValue).joined(separator: " "))" } == [
        "/ source current", "mentions source missing", "visiter/ source outdated", "visiter/tarifs source current",
        "visiter/venir source incomplete",
      ])
  }
}

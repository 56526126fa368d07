import RelireDocuments
import RelireSite
import Testing

@Suite struct HugoConfigurationTests {
  func read(_ files: [String: String]) throws -> HugoConfiguration {
    try #require(try HugoConfiguration.read(root: "", in: memoryTree(files)))
  }

  @Test func `hugo wins over config, and each format is read`() throws {
    #expect(try read(["hugo.toml": "title = 'a'", "config.toml": "title = 'b'"]).data["title"]?.string == "a")
    #expect(try read(["hugo.yaml": "title: a", "config.toml": "title = 'b'"]).data["title"]?.string == "a")
    #expect(try read(["config.json": "{\"title\": \"a\"}"]).data["title"]?.string == "a")
    #expect(try HugoConfiguration.read(root: "", in: memoryTree(["index.html": ""])) == nil)
  }

  @Test func `folders of configuration are merged key by key`() throws {
    let configuration = try read([
      "hugo.toml": "title = 'un'\n[params]\na = 1\nb = 1",
      "config/_default/hugo.toml": "baseURL = 'https://e.org/'\n[params]\nb = 2\nc = 2",
      "config/_default/params.yaml": "c: 3\nd: 3",
      "config/_default/languages.toml": "[fr]\nweight = 1\n[en]\nweight = 2",
      "config/_default/menus.fr.toml": "[[main]]\nname = 'x'",
      "config/_default/params.en.toml": "e = 4",
      "config/production/params.toml": "d = 5",
      "config/development/params.toml": "d = 6",
      "config/_default/notes.txt": "rien",
    ])
    #expect(configuration.data["title"]?.string == "un")
    #expect(configuration.baseURL == "https://e.org/")
    let params = try #require(configuration.data["params"])
    let values = ["a", "b", "c", "d"].compactMap { key -> Int? in
      if case .integer(let value)? = params[key]?.value { value } else { nil }
    }
    #expect(values == [1, 2, 3, 5])
    #expect(configuration.languages.map(\.code) == ["fr", "en"])
    #expect(configuration.data["languages"]?["fr"]?["menus"]?["main"]?.items?.count == 1)
    #expect(configuration.data["languages"]?["en"]?["params"]?["e"] != nil)
  }

  @Test func `what is left out has Hugo's defaults`() throws {
    let configuration = try read(["hugo.toml": ""])
    #expect(configuration.contentDir == "content")
    #expect(configuration.publishDir == "public")
    #expect(configuration.languages.map(\.code) == ["en"])
    #expect(configuration.markup.hasTypographer)
    #expect(configuration.taxonomies == ["tag": "tags", "category": "categories"])
  }

  @Test func `languages are ordered by weight, then code, and the disabled ones left out`() throws {
    let configuration = try read([
      "hugo.toml": """
      defaultContentLanguage = "fr"
      disableLanguages = ["it"]
      languageCode = "fr-NC"
      [languages.en]
      weight = 2
      locale = "en-GB"
      [languages.fr]
      weight = 1
      [languages.de]
      disabled = true
      [languages.it]
      [languages.es]
      """
    ])
    #expect(configuration.languages.map(\.code) == ["fr", "en", "es"])
    #expect(configuration.mainLanguage.tag == "fr-NC")
    #expect(configuration.language("EN")?.tag == "en-GB")
    #expect(configuration.disabledLanguages == ["de", "it"])
  }

  @Test(arguments: [
    ("defaultContentLanguage = 'fr'\n[languages.fr]\n[languages.en]", "fr-NC", "fr: fr-NC, en: en"),
    ("defaultContentLanguage = 'en'\n[languages.fr]\n[languages.en]", "fr", "fr: fr, en: en"),
    ("defaultContentLanguage = 'fr'", "en-us", "fr: fr"),
    ("defaultContentLanguage = 'fr'\n[languages.fr]", "en", "fr: fr"),
    ("", "fr", "en: fr"), ("defaultContentLanguage = 'en'", "fr", "en: fr"),
    ("defaultContentLanguage = 'en'", "en-gb", "en: en-gb"),
  ]) func `the site's own tag is that of its default language`(languages: String, tag: String, expected: String) throws
  {
    let configuration = try read(["hugo.toml": "languageCode = '\(tag)'\n\(languages)"])
    let tags = configuration.languages.sorted { $0.code > $1.code }.map { "\($0.code): \($0.tag ?? "")" }
    #expect(tags.joined(separator: ", ") == expected)
  }

  @Test func `Goldmark's settings`() throws {
    let off = try read(["hugo.yaml": "markup: {goldmark: {extensions: {typographer: false}}}"])
    #expect(!off.markup.hasTypographer)
    let configuration = try read([
      "hugo.toml": #"""
      [markup.goldmark]
      [markup.goldmark.extensions.typographer]
      disable = true
      [markup.goldmark.extensions.passthrough]
      enable = true
      delimiters.block = [['\[', '\]'], ['$$', '$$']]
      delimiters.inline = [['\(', '\)'], ['@@', '@@']]
      [markup.goldmark.parser]
      autoIDType = "github-ascii"
      """#
    ])
    #expect(!configuration.markup.hasTypographer)
    #expect(configuration.markup.formulas == [.brackets, .twoDollars, .parentheses])
    #expect(configuration.markup.headingIDs == .githubASCII)
  }

  @Test func `a broken configuration is an error with its place`() throws {
    let tree = memoryTree(["hugo.toml": "title = 'a'\nbaseURL = https://e.org/\n"])
    let fault = try #require(throws: SiteFault.self) { try HugoConfiguration.read(root: "", in: tree) }
    #expect(fault.path == "hugo.toml")
    #expect(fault.source.string(fault.range) == "https://e.org/")
    let inner = memoryTree(["hugo.toml": "", "config/_default/params.yaml": "a: b: c"])
    #expect(
      try #require(throws: SiteFault.self) { try HugoConfiguration.read(root: "", in: inner) }.path
        == "config/_default/params.yaml")
  }
}

import RelireModel
import Testing

@testable import RelireEngine

@Suite struct ConfigurationTemplateTests {
  private let folder = TemporaryFolder()

  @Test(arguments: MessageLanguage.allCases)
  func whatIsWrittenIsValid(_ language: MessageLanguage) throws {
    _ = try Configuration.read(
      Array(ConfigurationTemplate.text(for: nil, in: folder.path, language: language).utf8), path: ".relire.yml")
  }

  @Test func itFitsTheSite() throws {
    folder.write(
      "hugo.toml", "baseURL = 'https://guide.example.nc/'\nlanguageCode = 'fr'\ndefaultContentLanguage = 'fr'\n")
    folder.write("content/a.md", "# A\n")
    let site = try #require(try SiteContext.find([folder.path]))
    let text = ConfigurationTemplate.text(for: site, language: .french)
    let configuration = try Configuration.read(Array(text.utf8), path: folder(".relire.yml"))
    #expect(configuration.settings.locale == .newCaledonia)
    #expect(configuration.content == ["content"])
    #expect(configuration.published == ["public"])
  }

  @Test(arguments: ConfigurationSchema.keys.map(\.name))
  func samplesAreValid(_ name: String) throws {
    let key = try #require(ConfigurationSchema.key(name))
    _ = try Configuration.read(Array("\(name): \(key.sample)\n".utf8), path: ".relire.yml")
  }
}

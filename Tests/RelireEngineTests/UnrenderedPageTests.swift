import RelireModel
import Testing

@testable import RelireEngine

/// What Hugo makes no page of is not judged as one.
@Suite struct UnrenderedPageTests {
  private let folder = TemporaryFolder()

  @Test func resourcesAndPagesThatAreNeverRenderedNeedNoDescription() {
    folder.write("hugo.toml", "baseURL = 'https://exemple.nc/'\ndefaultContentLanguage = 'fr'\n")
    let page = "---\ntitle: Les tarifs\n---\n\nTexte.\n"
    folder.write("content/a.md", "---\ntitle: A\ndescription: Combien cela coûte\n---\n")
    folder.write("content/b.md", page)
    folder.write(
      "content/dossier/_index.md",
      """
      ---
      title: Dossier
      description: Un dossier
      cascade:
        target:
          path: /dossier/photos
        build:
          render: never
      ---
      """)
    folder.write("content/dossier/photos/index.md", page)
    folder.write("content/dossier/annexe/index.md", "---\ntitle: Annexe\ndescription: Une annexe\n---\n")
    folder.write("content/dossier/annexe/texte.md", page)
    folder.write("content/partage/index.md", "---\ntitle: Partage\nheadless: true\n---\n")
    folder.write("content/partage/contact.md", page)
    var configuration = Configuration()
    configuration.root = folder.path
    configuration.settings.rules = ["all": .off, "page/missing-description": .on]
    let told = Linter(configuration: configuration, paths: [folder("")]).run().diagnostics
    #expect(told.map { String($0.path.dropFirst(folder.path.count + 1)) } == ["content/b.md"])
  }
}

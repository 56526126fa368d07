import RelireModel
import Testing

@testable import RelireEngine

/// A run in parts gives what one run gives.
@Suite struct ShardTests {
  private let folder = TemporaryFolder()

  @Test func `shards merge into the result of one run`() throws {
    folder.write("hugo.toml", "baseURL = 'https://e.org/'\ndefaultContentLanguage = 'fr'\n")
    for number in 0..<12 {
      let next = (number + 1) % 13
      folder.write("content/p\(number).md", "---\ntitle: Page\n---\nUn mot: [suite](/p\(next)/#rien) ; fin.\n")
      folder.write(
        "public/p\(number)/index.html",
        "<!doctype html><html lang=fr><title>Page</title><body><nav><a href=/></a></nav><main><h1>Page</h1>"
          + "<p>Un mot: <a href=/p\(next)/#rien>suite</a> ; fin.</p></main></body></html>")
    }
    var configuration = Configuration()
    configuration.root = folder.path
    func linter() -> Linter { Linter(configuration: configuration, paths: [folder.path], threads: 2) }
    let one = linter().run()
    #expect(one.diagnostics.contains { $0.rule == "links/missing-target" })
    #expect(one.diagnostics.contains { $0.origin == .template(pages: 12, file: nil) })
    var shards: [Shard] = []
    for number in [3, 1, 2] {
      folder.write("\(number).json", linter().shard(number, of: 3).bytes)
      shards.append(try Shard(reading: folder("\(number).json")))
    }
    let merged = try linter().merge(shards)
    #expect(merged.diagnostics == one.diagnostics)
    #expect(merged.files == one.files)
    #expect(throws: Shard.Failure.self) { try linter().merge([shards[0], shards[1]]) }
  }
}

import Foundation
import Testing

/// Holds the sources to docs/architecture.md: what each target may import.
@Suite struct ArchitectureTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  private static let core = ["RelireModel", "RelireDocuments", "RelireLexicon", "RelireRules"]

  private static func imports(of target: String) throws -> [(file: String, module: String)] {
    let folder = sources.appending(path: target)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    try #require(!files.isEmpty, "no sources in \(target)")
    return try files.flatMap { file in
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return text.split(separator: "\n").compactMap { line -> (file: String, module: String)? in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index < 3, index + 1 < words.count,
          !line.hasPrefix("//")
        else { return nil }
        return (file, String(words[index + 1]))
      }
    }
  }

  @Test(arguments: core) func coreNeedsNoFoundation(_ target: String) throws {
    for (file, module) in try Self.imports(of: target) {
      #expect(!module.hasPrefix("Foundation"), "\(target)/\(file) imports \(module)")
    }
  }

  @Test func reportersNeedOnlyTheModel() throws {
    for (file, module) in try Self.imports(of: "RelireReporters") {
      #expect(["RelireModel", "Synchronization"].contains(module), "RelireReporters/\(file) imports \(module)")
    }
  }

  @Test func fullFoundationIsNowhere() throws {
    let targets = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    for target in targets where target.lowercased().hasPrefix("relire") {
      for (file, module) in try Self.imports(of: target) {
        #expect(module != "Foundation", "\(target)/\(file) imports Foundation, which brings ICU")
      }
    }
  }
}

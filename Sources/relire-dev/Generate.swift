import ArgumentParser
import FoundationEssentials
import RelireLexicon
import RelireModel
import RelireReporters
import RelireRules

/// Writes what is made from other files: the rule pages, the manual of the configuration and its schema from metadata,
/// the tables of words from the word lists.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Writes docs/rules, docs/configuration and the schema of .relire.yml from what the rules say of themselves, and "
      + "the tables of the word lists.")

  @Flag(help: "Writes nothing; fails if something is not current.")
  var check = false

  @Option(help: "The folder to write to.")
  var docs = "docs"

  func run() throws {
    let files = self.files
    let stale = try staleFiles(files)
    if check {
      guard !stale.isEmpty else { return }
      for path in stale { print("not current: \(path)") }
      print("To write them anew: swift run relire-dev generate")
      throw ExitCode(1)
    }
    for path in stale {
      guard let bytes = files[path] else {
        try FileManager.default.removeItem(atPath: path)
        continue
      }
      let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
      try FileManager.default.createDirectory(atPath: String(folder), withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: path))
    }
    print("\(stale.count) of \(files.count) files written")
  }

  /// Files that differ, are missing, or belong to a rule that is gone.
  private func staleFiles(_ files: [String: [UInt8]]) throws -> [String] {
    var stale = files.keys.filter { path in FileManager.default.contents(atPath: path).map { Array($0) } != files[path]
    }
    let rules = "\(docs)/rules"
    let known = (try? FileManager.default.subpathsOfDirectory(atPath: rules)) ?? []
    stale += known.filter { $0.hasSuffix(".md") }.map { "\(rules)/\($0)" }.filter { files[$0] == nil }
    return stale.sorted()
  }

  private var files: [String: [UInt8]] {
    var files = pages.mapValues { Array($0.utf8) }
    files["dictionaries/lexicon.bin"] = Lexicon.image
    return files
  }

  private var pages: [String: String] {
    let rules = RuleRegistry.metadata.sorted { $0.id < $1.id }
    var pages: [String: String] = [:]
    for language in MessageLanguage.allCases {
      let folder = "\(docs)/rules/\(language.rawValue)"
      for rule in rules { pages["\(folder)/\(rule.id).md"] = RulePageMarkdown(language: language).page(rule) }
      pages["\(folder)/README.md"] = RuleIndexMarkdown(language: language).page(rules)
      let suffix = language == .french ? "" : ".en"
      pages["\(docs)/configuration\(suffix).md"] = ConfigurationManual(language: language).page
    }
    pages["\(docs)/relire.schema.json"] = ConfigurationJSONSchema.text
    return pages
  }
}

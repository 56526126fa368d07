import Foundation
import RelireSite
import TestSupport
import Testing

/// Every answer is compared with that of `git check-ignore`.
@Suite struct IgnoreRulesTests {
  @Test(arguments: [
    "a", "*.md", "/a", "a/", "/a/b", "a/b", "b/", "**/b", "a/**", "a/**/c", "**", "*", "**/", "a**", "a**/c", "**c",
    "a/*/c", "[ab]", "[!a]", "[^a]*", "[a-c].md", "[]a]", "[a", "a\\", "\\#x", "#x", "\\!x", "!x", "\\a", "a\\ ", "a ",
    "é", "??", "[[:alpha:]]", "[[:nope:]]x", "[a-]", "[\\]]", "/", "//", "a//b", "*/b", "/**/c", "/*", "/*/", "a/***/c",
    "*b*/c", "*.m[dx]", "**/a/**/c", "a/**/b/**/c", ".*", "a\r", "\u{FEFF}a", "[z-a]", "a?c", "a[/]b", "b/**/*.md",
    "a/b**", "a/b**/d", "a?**/c",
  ]) func `one pattern`(pattern: String) throws {
    try compare([".gitignore": pattern + "\n"], paths: Self.paths)
  }

  @Test func `the last pattern wins, and nested files win over outer ones`() throws {
    try compare([".gitignore": "*.md\n!a/*.md\na/b.md\n!x\n"], paths: Self.paths)
    try compare([".gitignore": "a\n!a/b\n"], paths: Self.paths)
    try compare([".gitignore": "/*\n!/a\n/a/*\n!/a/b\n"], paths: Self.paths)
    try compare(
      [".gitignore": "*.md\n", "a/.gitignore": "!b.md\n/c\n", "a/b/.gitignore": "*\n!c\n"], paths: Self.paths)
    try compare(
      [".git/info/exclude": "b.md\n*.txt\n", ".gitignore": "!*.txt\n", "a/.gitignore": "!/b.md\n"], paths: Self.paths)
    try compare([".gitignore": "\n# note\n\n a \nb \\ \nc\\ \n"], paths: Self.paths)
  }

  @Test func `random patterns`() throws {
    var random = SplitMix64(seed: 3)
    let parts = ["a", "b", "c", ".md", "*", "**", "/", "/", "?", "[ab]", "[!a]", "!", "\\a", "x", "é"]
    let folder = try Repository()
    defer { folder.remove() }
    for _ in 0..<120 {
      let lines = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (0..<Int.random(in: 1...6, using: &random)).map { _ in parts.randomElement(using: &random) ?? "a" }.joined()
      }
      try compare([".gitignore": lines.joined(separator: "\n") + "\n"], paths: Self.paths, in: folder)
    }
  }

  @Test func `a hostile pattern takes no more than its length times the path's`() {
    var rules = IgnoreRules()
    rules.add(
      Array((String(repeating: "*a", count: 2000) + "\n" + String(repeating: "**/a/", count: 2000) + "b\n").utf8),
      in: "")
    #expect(!rules.ignores(String(repeating: "a", count: 1000) + "b", isFolder: false))
    #expect(!rules.ignores(String(repeating: "a/", count: 1500) + "c", isFolder: false))
  }

  // MARK: Git

  static let paths: [String] = {
    let names = ["a", "b", "c", "ab", "abc", "a.md", "b.md", "x", "#x", "!x", "é", "a ", "]", "a-", ".h", "[a"]
    var paths = names
    for folder in ["a", "b", "x", "é", "a/b", "a/x/b", "a/b/c/d"] {
      paths += ["a", "b", "c", "b.md", "c.txt", "é"].map { folder + "/" + $0 }
    }
    return paths
  }()

  func compare(_ files: [String: String], paths: [String]) throws {
    let repository = try Repository()
    defer { repository.remove() }
    try compare(files, paths: paths, in: repository)
  }

  func compare(_ files: [String: String], paths: [String], in repository: Repository) throws {
    for (name, text) in files { try repository.write(name, text) }
    let expected = try repository.ignored(paths)
    // Git answers for paths that do not exist as for files.
    let found = Set(paths.filter { isIgnored($0, files) })
    #expect(
      found == expected,
      "\(files): too many \(found.subtracting(expected).sorted()), too few \(expected.subtracting(found).sorted())")
  }

  /// As a walk would find out: an ignored folder hides all that is in it.
  func isIgnored(_ path: String, _ files: [String: String]) -> Bool {
    let parts = path.split(separator: "/")
    for count in 1...parts.count {
      let parent = parts.prefix(count - 1).joined(separator: "/")
      let rules = IgnoreRules.inFolder(parent) { files[$0].map { Array($0.utf8) } }
      if rules.ignores(parts.prefix(count).joined(separator: "/"), isFolder: count < parts.count) { return true }
    }
    return false
  }
}

/// A Git repository of its own in a temporary folder.
struct Repository {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("relire-ignore-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try git(["init", "-q", "."])
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func write(_ name: String, _ text: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func ignored(_ paths: [String]) throws -> Set<String> {
    let output = try git(
      [
        "-c", "core.excludesFile=/dev/null", "-c", "core.quotePath=false", "check-ignore", "--no-index", "-z",
        "--stdin",
      ],
      input: paths.joined(separator: "\0") + "\0")
    return Set(output.split(separator: "\0").map(String.init))
  }

  private func git(_ arguments: [String], input: String = "") throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = folder
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    try process.run()
    stdin.fileHandleForWriting.write(Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

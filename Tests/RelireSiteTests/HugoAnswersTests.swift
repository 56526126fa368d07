import Foundation
import RelireModel
import RelireSite
import Testing

/// What Hugo answered about the sites in `Tests/Hugo`, whose last part holds its answers: `make addresses-test` asks it
/// anew, and of the example sites as well.
@Suite struct HugoAnswersTests {
  static let sites = ["permalinks", "publication", "mounts", "languages"]

  @Test(arguments: sites) func `pages are where Hugo puts them`(site name: String) throws {
    let archive = try Archive(reading: name)
    let tree = memoryTree(archive.files)
    let site = try #require(try Site.find(from: "", in: tree))
    let index = SiteIndex(site, tree: tree, today: CalendarDate(year: 2026, month: 11, day: 27))
    var aliases: [String: String] = [:]
    var listed: Set<String> = []
    for answer in archive.answers {
      if answer[0] == "alias" {
        aliases[answer[1]] = answer[2]
        continue
      }
      listed.insert(answer[0])
      if answer[1] != "-" { #expect(index.address(of: answer[0]) == answer[1], "\(answer[0])") }
      let isPublished = index.publication(of: answer[0]) == .published
      #expect((isPublished ? "published" : "unpublished") == answer[2], "\(answer[0])")
    }
    #expect(index.redirections == aliases)
    // Of headless pages Hugo says nothing.
    index.forEachPageOfAll { path, _ in
      #expect(listed.contains(path) || index.publication(of: path) == .never, "\(path)")
    }
  }
}

/// A file of files, as Go's tests have them: `-- path --` before each.
private struct Archive {
  private(set) var files: [String: String] = [:]
  /// The fields of each line.
  private(set) var answers: [[String]] = []

  init(reading name: String) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = String(decoding: try Data(contentsOf: tests.appending(path: "Hugo/\(name).txtar")), as: UTF8.self)
    var path: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        path = String(line.dropFirst(3).dropLast(3))
        if let path, path != "hugo" { files[path] = "" }
      } else if path == "hugo" {
        if !line.isEmpty { answers.append(line.split(separator: "\t").map(String.init)) }
      } else if let path {
        files[path, default: ""] += line + "\n"
      }
    }
  }
}

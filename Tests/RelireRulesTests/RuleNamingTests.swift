import Foundation
import RelireModel
import RelireRules
import Testing

/// One name for the rule, its type, its file and its line in the registry.
@Suite struct RuleNamingTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/RelireRules")

  /// `space-before-colon` as `SpaceBeforeColon`.
  private static func camel(_ text: String) -> String {
    text.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// What a rule's type may be called: its name, or where that means little without its family (or two
  /// families share it), its name and the family's noun: `headings/empty` ⇄ `EmptyHeading`. Initials may
  /// keep their capitals: `links/url-as-text` ⇄ `URLAsText`.
  private static func typeNames(_ id: RuleID) -> [String] {
    let family = id.family.hasSuffix("s") ? String(id.family.dropLast()) : id.family
    return [camel(id.name), camel(id.name) + camel(family)].map { $0.lowercased() }
  }

  @Test(arguments: RuleRegistry.metadata.map(\.id))
  func nameTypeAndFileAgree(_ id: RuleID) throws {
    let type = try #require(RuleRegistry.rule(id))
    let typeName = String(describing: type)
    #expect(Self.typeNames(id).contains(typeName.lowercased()))
    let folder = Self.sources.appending(path: Self.camel(id.family))
    #expect(FileManager.default.fileExists(atPath: folder.appending(path: "\(typeName).swift").path))
  }

  @Test func idsAreUniqueAndWellFormed() {
    let ids = RuleRegistry.metadata.map(\.id.description)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      let parts = id.split(separator: "/", omittingEmptySubsequences: false)
      #expect(parts.count == 2 && parts.allSatisfy { !$0.isEmpty }, "\(id)")
      #expect(id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-" || $0 == "/") }, "\(id)")
    }
  }

  @Test func everyRuleFileIsRegistered() throws {
    let registered = Set(RuleRegistry.rules.map { String(describing: $0) })
    let files = try #require(FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard text.contains("static let metadata = RuleMetadata(") else { continue }
      let isRegistered = registered.contains(file.deletingPathExtension().lastPathComponent)
      #expect(isRegistered, "\(file.lastPathComponent)")
    }
  }

  /// Whether a reference goes on after « bonne pratique : »: no capital but that of a name, no stop.
  private static func followsColon(_ text: String) -> Bool {
    let names = ["Académie", "CLDR", "Dictionnaire", "Institut", "RGAA"]
    return !text.hasSuffix(".") && (text.first?.isLowercase == true || names.contains { text.hasPrefix($0) })
  }

  /// The HTML report marks what “ ” and backticks quote, not what ' does.
  @Test func `English messages quote as English does`() throws {
    let folder = Self.sources.deletingLastPathComponent()
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" && !file.path.contains("relire-dev") {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard let text = line.firstRange(of: "en: \"") else { continue }
        #expect(!line[text.upperBound...].contains("'"), "\(file.lastPathComponent): \(line)")
      }
    }
  }

  @Test(arguments: RuleRegistry.metadata.map(\.id))
  func textsAreComplete(_ id: RuleID) throws {
    let metadata = try #require(RuleRegistry.rule(id)).metadata
    for text in [metadata.summary, metadata.rationale, metadata.exceptions].compactMap({ $0 }) {
      #expect(!text.french.isEmpty && !text.english.isEmpty)
      #expect(FrenchTypography.faults(in: text.french) == [])
    }
    #expect(!metadata.references.isEmpty || id.family == "file")
    for reference in metadata.references {
      switch reference {
      case .goodPractice(let text), .usage(let text):
        #expect(FrenchTypography.faults(in: text.french) == [])
        for text in [text.french, text.english] { #expect(Self.followsColon(text), "\(text)") }
      default: break
      }
    }
  }
}

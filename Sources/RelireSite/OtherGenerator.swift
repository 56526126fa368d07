import RelireDocuments
import RelireModel

/// A generator that is not Hugo, as far as files in the site's folder tell which one it is and where it puts pages.
///
/// Sources: the documentation of Jekyll (configuration, permalinks, collections) and of Eleventy (configuration,
/// permalinks, file slugs).
public struct OtherGenerator: Sendable {
  public enum Kind: Sendable {
    case jekyll, eleventy
    /// No generator that is known by name: `page.md` becomes `page.html` or `page/index.html`.
    case plain
  }

  public let kind: Kind
  /// Where it looks for pages; empty for the site's folder.
  public let contentFolder: String
  /// Where it puts the generated pages; nil when its name tells nothing.
  public let publishDir: String?
  /// Folders of templates and data below the content folder, which hold no pages.
  let templateFolders: [String]
  /// With the path that the site is published at, as far as it is known.
  let baseURL: String
  /// Jekyll's pattern for posts, or the name of one (`pretty`).
  let permalink: String?
  /// Jekyll's patterns for its collections, by their names; nil for one without.
  let collections: [String: String?]
  /// Whether its Markdown parser turns straight quotation marks into typographic ones, as far as can be told.
  let hasTypographer: Bool

  /// What the files of a folder say of its generator.
  public init(of root: String, in tree: FileTree) {
    if let bytes = tree.read(Path.join(root, "_config.yml")) {
      self.init(jekyll: Self.mapping(bytes))
      return
    }
    for name in Self.eleventyFiles {
      if let bytes = tree.read(Path.join(root, name)) {
        self.init(eleventy: String(decoding: bytes, as: UTF8.self))
        return
      }
    }
    self.init()
  }

  private static let eleventyFiles = [
    ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts",
  ]

  private init() {
    kind = .plain
    contentFolder = ""
    publishDir = nil
    templateFolders = ["_includes", "_layouts", "_data"]
    baseURL = ""
    permalink = nil
    collections = [:]
    hasTypographer = true
  }

  // MARK: Jekyll

  /// - Parameter data: nil when the configuration cannot be read, which Jekyll itself will tell.
  private init(jekyll data: DataNode?) {
    kind = .jekyll
    contentFolder = Path.normalised(fromTop: data?["source"]?.scalarText ?? "")
    publishDir = Path.normalised(fromTop: data?["destination"]?.scalarText ?? "_site")
    templateFolders =
      [("includes_dir", "_includes"), ("layouts_dir", "_layouts"), ("data_dir", "_data")]
      .map { Path.normalised(fromTop: data?[$0]?.scalarText ?? $1) } + ["_sass", "_plugins"]
    baseURL = (data?["url"]?.scalarText ?? "") + (data?["baseurl"]?.scalarText ?? "")
    permalink = data?["permalink"]?.scalarText
    var collections: [String: String?] = [:]
    for name in data?["collections"]?.texts ?? [] { collections[name] = .some(nil) }
    for entry in data?["collections"]?.entries ?? [] {
      collections[entry.key] = .some(entry.value["permalink"]?.scalarText)
    }
    self.collections = collections
    hasTypographer = true
  }

  private static func mapping(_ bytes: [UInt8]) -> DataNode? {
    let source = SourceDecoder.decode(bytes, format: .text)
    return try? DataReader.read(
      source.bytes, range: SourceRange(source.contentStart, source.bytes.count), format: .yaml)
  }

  // MARK: Eleventy

  /// - Parameter script: a program, of which only the usual `key: "value"` can be understood without running it.
  private init(eleventy script: String) {
    kind = .eleventy
    contentFolder = Path.normalised(fromTop: Self.text(of: "input", in: script) ?? "")
    publishDir = Path.normalised(fromTop: Self.text(of: "output", in: script) ?? "_site")
    templateFolders = Set(
      [("includes", "_includes"), ("layouts", "_layouts"), ("data", "_data")]
        .map { Path.normalised(fromTop: Self.text(of: $0, in: script) ?? $1) }
    ).filter { !$0.isEmpty }.sorted()
    baseURL = Self.text(of: "pathPrefix", in: script) ?? ""
    permalink = nil
    collections = [:]
    hasTypographer = script.contains("typographer: true")
  }

  /// The text after `key:`, where it stands in quotation marks.
  private static func text(of key: String, in script: String) -> String? {
    var rest = script[...]
    while let found = rest.firstRange(of: key) {
      let before = rest[..<found.lowerBound].last
      rest = rest[found.upperBound...]
      if before.map({ $0.isLetter || $0 == "." || $0 == "_" }) ?? false { continue }
      var value = rest.drop { $0 == "\"" || $0 == "'" || $0.isWhitespace }
      guard value.first == ":" else { continue }
      value = value.dropFirst().drop { $0.isWhitespace }
      guard let quote = value.first, quote == "\"" || quote == "'" || quote == "`" else { continue }
      return String(value.dropFirst().prefix { $0 != quote && !$0.isNewline })
    }
    return nil
  }
}

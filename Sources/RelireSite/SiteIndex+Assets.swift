import RelireDocuments
import RelireModel

/// Which files of the site are not pages, and which of them its own texts name.
extension SiteIndex {
  /// A file that the site publishes as it is, or may have published.
  public struct Asset: Sendable {
    /// Relative to the site's root.
    public let path: String
    /// The file that it becomes among the generated ones, there or not; nil where nobody can tell.
    public let published: String?
  }

  /// The site's own files that are published as they are, and those in the folders of its pages, in order of path.
  /// Those that templates may choose without naming them are left out.
  public var assets: [Asset] {
    guard site.configuration != nil else { return [] }
    var assets: [Asset] = []
    func add(_ component: Mount.Component) {
      for mount in site.mounts(of: component) where mount.isOwn {
        forEachFile(in: mount.source) { path in
          let below = Path.join(mount.target(in: component) ?? "", Path.below(mount.source, path) ?? "")
          assets.append(Asset(path: path, published: published(below)))
        }
      }
    }
    add(.files)
    let choices = templateChoices
    if !choices.chooseResources {
      for folder in site.contentFolders {
        forEachFile(in: folder) { path in
          guard page(path).map({ $0.kind == .resource }) ?? !Site.isPageName(path) else { return }
          assets.append(Asset(path: path, published: publishedResource(path)))
        }
      }
    }
    if !choices.chooseAssets { add(.assets) }
    return assets.sorted { $0.path < $1.path }
  }

  private func published(_ path: String) -> String? { site.publishedFolder.map { Path.join($0, path) } }

  /// Beside the page of the nearest folder that is one.
  private func publishedResource(_ path: String) -> String? {
    guard let published = site.publishedFolder else { return nil }
    var folder = Path.parent(path)
    while site.contentRoots.contains(where: { Path.below($0.folder, folder) != nil }) {
      let owner = names(in: folder)?.keys.filter { $0.hasPrefix("index.") || $0.hasPrefix("_index.") }.sorted().first
      if let owner, let address = address(of: Path.join(folder, owner)), let below = Path.below(folder, path) {
        return Path.join(published, Path.normalised(fromTop: Path.join(address, below)))
      }
      folder = Path.parent(folder)
      if folder.isEmpty { break }
    }
    return nil
  }

  private func forEachFile(in start: String, _ body: (String) -> Void) {
    var folders = [start]
    var count = 0
    while let folder = folders.popLast(), count < 1_000_000 {
      for (name, isFolder) in (names(in: folder) ?? [:]).sorted(by: { $0.key < $1.key }) {
        if HugoIgnoreRules.isIgnoredName(name) { continue }
        count += 1
        if isFolder { folders.append(Path.join(folder, name)) } else { body(Path.join(folder, name)) }
      }
    }
  }

  // MARK: Texts

  /// Whether templates take files by patterns, or all of a page's.
  private var templateChoices: (chooseResources: Bool, chooseAssets: Bool) {
    var choices = (chooseResources: false, chooseAssets: false)
    for layouts in site.layoutFolders {
      forEachFile(in: layouts) { path in
        guard let bytes = read(path) else { return }
        if bytes.contains(Array(".Resources".utf8)) { choices.chooseResources = true }
        if bytes.contains(Array("resources.Match".utf8)) || bytes.contains(Array("resources.ByType".utf8)) {
          choices.chooseAssets = true
        }
      }
    }
    return choices
  }

  private static let textExtensions: Set<String> = [
    "html", "htm", "xml", "css", "scss", "sass", "less", "js", "mjs", "cjs", "ts", "jsx", "tsx", "json", "webmanifest",
    "toml",
    "yaml", "yml", "csv", "txt", "md", "markdown", "svg",
  ]

  /// The hashes of all names of files that templates, styles, scripts, data and configuration mention, and those
  /// source pages that are not among the ones given.
  ///
  /// - Parameter pages: whose own mentions are known already.
  public func mentionedNames(besides pages: Set<String>) -> Set<UInt32> {
    var names: Set<UInt32> = []
    forEachText(besides: pages) { MentionedNames.insert(from: $0, into: &names) }
    return names
  }

  /// The hashes of all anchors that something in the site's sources may aim at.
  public var mentionedAnchors: Set<UInt32> {
    var anchors: Set<UInt32> = []
    forEachText(besides: []) { MentionedAnchors.insert(from: $0, into: &anchors) }
    return anchors
  }

  private func forEachText(besides pages: Set<String>, _ body: ([UInt8]) -> Void) {
    func read(_ path: String) {
      let suffix = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard Self.textExtensions.contains(suffix), let bytes = self.read(path), bytes.count < 4_000_000 else { return }
      body(bytes)
    }
    let components: [Mount.Component] = [.files, .i18n, .archetypes, .assets, .data]
    for folder in site.layoutFolders + components.flatMap({ site.folders(of: $0) }) { forEachFile(in: folder, read) }
    for path in site.configuration?.files ?? [] { read(path) }
    forEachPageOfAll { path, _ in if !pages.contains(path) { read(path) } }
  }
}

/// The names of files in a text, whatever its language: what stands between quotation marks, brackets, slashes and
/// blanks and has a full stop in it.
public enum MentionedNames {
  public static func insert(from text: some Collection<UInt8>, into names: inout Set<UInt32>) {
    for word in text.split(whereSeparator: isBetweenNames) where word.contains(UInt8(ascii: ".")) {
      names.insert(FNV1a.of(word))
      guard word.contains(UInt8(ascii: "%")) else { continue }
      names.insert(hash(of: LinkAddress(String(decoding: word, as: UTF8.self)).path))
    }
  }

  /// Of the last word of a file's name: it may stand in a text with its blanks as they are.
  public static func hash(of name: some StringProtocol) -> UInt32 {
    FNV1a.of(Array(name.utf8).split(whereSeparator: isBetweenNames).last ?? [])
  }

  private static func isBetweenNames(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "\\"),
      UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}

/// The anchors that a text, whatever its language, may aim at: what stands after `#` up to a byte that is in no
/// heading's id.
public enum MentionedAnchors {
  /// Linear.
  public static func insert(from text: some Collection<UInt8>, into anchors: inout Set<UInt32>) {
    var before: UInt8 = 0
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      text.formIndex(after: &index)
      defer { before = byte }
      // A heading's own attributes, a character reference.
      guard byte == UInt8(ascii: "#"), before != UInt8(ascii: "{"), before != UInt8(ascii: "&") else { continue }
      let anchor = text[index...].prefix(while: isOfAnchor)
      if !anchor.isEmpty { anchors.insert(hash(of: "#" + String(decoding: anchor, as: UTF8.self))) }
    }
  }

  public static func hash(ofAnchor anchor: String) -> UInt32 { FNV1a.of(anchor.utf8) }

  private static func hash(of address: String) -> UInt32 {
    hash(ofAnchor: LinkAddress.fragment(of: address) ?? "")
  }

  private static func isOfAnchor(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "%"), 0x80...0xFF: true
    default: byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
  }
}

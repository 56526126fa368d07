import RelireDocuments
import RelireModel

/// A template for new pages. What it says must not stay in them.
public struct Archetype: Sendable {
  /// Relative to the site's root.
  public let path: String
  /// Whether it comes with a theme.
  public let isOfTheme: Bool
  /// The section or kind of page it is for: `posts` for `posts.md`, `default` for all others.
  public let name: String
  public let source: SourceText
  /// Read with each template action (`{{ … }}`) as a run of `x`; nil when there is none.
  public let frontMatter: FrontMatter?
  /// The template actions, in order.
  public let actions: [SourceRange]
  /// Where the text of the page begins.
  public let bodyStart: Int

  /// Lines of the template that say something as they are: those with actions (`{{ … }}`) differ from page to page.
  public var fixedLines: [String] {
    String(decoding: source.bytes[bodyStart...], as: UTF8.self).split(whereSeparator: \.isNewline)
      .filter { !$0.contains("{{") }
      .map { $0.trimmingWhitespace }
      .filter { !$0.isEmpty }
  }

  /// The titles of its headings and the text of its lines in bold, as a plan for the page.
  public var plan: [String] {
    fixedLines.compactMap { line in
      let text = line.drop { "#*_ ".contains($0) }
      guard text.startIndex > line.startIndex, text.count < line.count else { return nil }
      return String(text.prefix { !"*_{".contains($0) })
    }
  }

  /// Whether it is for pages of folders (`_index.md`).
  public var isForFolders: Bool { Path.name(path) == "_index.md" }

  init(path: String, isOfTheme: Bool, bytes: [UInt8]) {
    self.path = path
    self.isOfTheme = isOfTheme
    let file = Path.name(path)
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    name = stem == "index" || stem == "_index" ? Path.name(Path.parent(path)) : stem
    source = SourceDecoder.decode(bytes, format: .markdown)
    actions = Self.actions(source.bytes)
    // Actions hold quotation marks of their own, which would end those around them.
    var masked = source.bytes
    for action in actions {
      for offset in action.bounds where masked[offset] != 0x0A && masked[offset] != 0x0D { masked[offset] = 0x78 }
    }
    frontMatter = FrontMatterReader.read(source: SourceText(bytes: masked, contentStart: source.contentStart)).0
    bodyStart = frontMatter?.range.end ?? source.contentStart
  }

  private static func actions(_ bytes: [UInt8]) -> [SourceRange] {
    var actions: [SourceRange] = []
    var offset = 0
    while offset + 1 < bytes.count {
      guard bytes[offset] == 0x7B, bytes[offset + 1] == 0x7B else {
        offset += 1
        continue
      }
      let start = offset
      offset += 2
      while offset + 1 < bytes.count, !(bytes[offset] == 0x7D && bytes[offset + 1] == 0x7D) { offset += 1 }
      guard offset + 1 < bytes.count else { break }
      offset += 2
      actions.append(SourceRange(start, offset))
    }
    return actions
  }

  /// Whether a part of the template is the same in every page made from it.
  public func isFixed(_ range: SourceRange) -> Bool { !actions.contains { $0.overlaps(range) } }
}

extension Site {
  /// All archetypes, the site's own before those of its themes.
  public func archetypes(in tree: FileTree) -> [Archetype] {
    var found: [Archetype] = []
    for mount in mounts(of: .archetypes) {
      var folders = [mount.source]
      while let folder = folders.popLast(), found.count < 500 {
        for entry in tree.entries(Path.join(root, folder)) ?? [] {
          let path = Path.join(folder, entry.name)
          if entry.isFolder {
            folders.append(path)
          } else if entry.name.hasSuffix(".md"), let bytes = tree.read(Path.join(root, path)) {
            found.append(Archetype(path: path, isOfTheme: mount.isOfTheme, bytes: bytes))
          }
        }
      }
    }
    return found
  }
}

extension Substring {
  fileprivate var trimmingWhitespace: String {
    var text = self
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text.drop { $0.isWhitespace })
  }
}

import RelireDocuments
import RelireModel

/// The texts that templates show in one language: `i18n/fr.toml`, of the site and, behind it, of its themes.
public struct MessageCatalogue: Sendable {
  public struct Entry: Sendable {
    public let key: String
    public let text: String
    public let range: SourceRange
    /// The number of its file.
    public let file: Int

    /// What the text leaves to be filled in, in any order: `.Count` of `{{ .Count }}`.
    public var placeholders: [String] {
      var found: [String] = []
      for part in text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst() {
        guard let end = part.firstRange(of: "}}") else { continue }
        var action = ""
        for character in part[..<end.lowerBound] where !character.isWhitespace && character != "-" {
          action.append(character)
        }
        found.append(action)
      }
      return found.sorted()
    }
  }

  public struct File: Sendable {
    /// Relative to the site's root.
    public let path: String
    public let source: SourceText
    public let isOwn: Bool
  }

  public let language: String
  public let files: [File]
  /// By key; the site's own before the themes'.
  public let entries: [String: Entry]

  public var ownEntries: [Entry] { entries.values.filter { files[$0.file].isOwn }.sorted { $0.key < $1.key } }
}

extension SiteIndex {
  /// The catalogues of the site's languages. Those that cannot be read are left out: Hugo tells of them.
  public var messageCatalogues: [MessageCatalogue] {
    (site.configuration?.languages ?? []).map { catalogue($0.code) }
  }

  private func catalogue(_ language: String) -> MessageCatalogue {
    var files: [MessageCatalogue.File] = []
    var entries: [String: MessageCatalogue.Entry] = [:]
    for mount in site.mounts(of: .i18n) {
      for name in (names(in: mount.source) ?? [:]).keys.sorted() {
        guard let dot = name.lastIndex(of: "."), name[..<dot].lowercased() == language,
          let format = FrontMatter.Format(fileExtension: Path.fileExtension(name))
        else { continue }
        let path = Path.join(mount.source, name)
        guard let bytes = read(path) else { continue }
        let source = SourceDecoder.decode(bytes, format: .text)
        let range = SourceRange(source.contentStart, source.bytes.count)
        guard let node = try? DataReader.read(source.bytes, range: range, format: format) else { continue }
        files.append(MessageCatalogue.File(path: path, source: source, isOwn: !mount.isOfTheme))
        for entry in MessageCatalogue.entries(node, file: files.count - 1) where entries[entry.key] == nil {
          entries[entry.key] = entry
        }
      }
    }
    return MessageCatalogue(language: language, files: files, entries: entries)
  }
}

extension MessageCatalogue {
  private static let forms: Set<String> = ["zero", "one", "two", "few", "many", "other", "translation"]
  private static let remarks: Set<String> = ["id", "description", "hash", "leftdelim", "rightdelim"]

  /// Keys with their last plural form: `key = "…"`, `[key] other = "…"`, keys within keys, or a list of `id` and
  /// `translation`.
  static func entries(_ root: DataNode, file: Int) -> [Entry] {
    var found: [Entry] = []
    var pending: [(key: String, node: DataNode)] = [("", root)]
    while let (key, node) = pending.popLast(), found.count < 100_000 {
      if let items = node.items {
        for item in items { pending.append((item["id"]?.string ?? "", item)) }
        continue
      }
      if let text = node.string {
        if !key.isEmpty { found.append(Entry(key: key, text: text, range: node.range, file: file)) }
        continue
      }
      let texts = node.entries.filter { forms.contains($0.key.lowercased()) && $0.value.string != nil }
      if let last = texts.last(where: { $0.key.lowercased() == "other" }) ?? texts.last, !key.isEmpty {
        found.append(Entry(key: key, text: last.value.string ?? "", range: last.value.range, file: file))
        continue
      }
      for entry in node.entries where !remarks.contains(entry.key.lowercased()) {
        pending.append((key.isEmpty ? entry.key : key + "." + entry.key, entry.value))
      }
    }
    return found
  }
}

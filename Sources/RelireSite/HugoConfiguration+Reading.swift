import RelireDocuments
import RelireModel

extension HugoConfiguration {
  private static let extensions = ["toml", "yaml", "yml", "json"]

  /// Reads the configuration of a site as Hugo does for an environment: the first of `hugo.*` and
  /// `config.*`, then `config/_default` and `config/<environment>`, each over what came before.
  ///
  /// - Parameter root: the folder of the site.
  /// - Returns: nil when there is no configuration.
  public static func read(
    root: String, in tree: FileTree, environment: String = "production"
  ) throws(SiteFault) -> HugoConfiguration? {
    var data: DataNode?
    var files: [String] = []
    if let name = mainFile(in: tree.entries(root) ?? []) {
      data = try read(root, name, tree)
      files.append(name)
    }
    for folder in ["config/_default", "config/" + environment] {
      for path in self.files(below: folder, root, tree) {
        guard let key = keyPath(Path.name(path)), let part = try read(root, path, tree) else { continue }
        let placed = key.reversed().reduce(part) { inner, key in
          DataNode(.mapping([DataNode.Entry(key: key, keyRange: inner.range, value: inner)]), inner.range)
        }
        data = data.map { placed.merged(over: $0) } ?? placed
        files.append(path)
      }
    }
    return data.map { HugoConfiguration($0, files: files) }
  }

  /// The files in a folder and in the folders in it, whose names say nothing to Hugo.
  private static func files(below folder: String, _ root: String, _ tree: FileTree) -> [String] {
    var files: [String] = []
    var folders = [folder]
    while let folder = folders.popLast(), files.count < 1_000 {
      let entries = tree.entries(Path.join(root, folder)) ?? []
      files += entries.filter { !$0.isFolder }.map { folder + "/" + $0.name }
      folders += entries.filter(\.isFolder).map { folder + "/" + $0.name }
    }
    return files
  }

  /// The name of the file that Hugo reads, among those of a folder.
  static func mainFile(in entries: [FileTree.Entry]) -> String? {
    let names = Set(entries.lazy.filter { !$0.isFolder }.map(\.name))
    for base in ["hugo", "config"] {
      for suffix in extensions where names.contains(base + "." + suffix) { return base + "." + suffix }
    }
    return nil
  }

  /// Where the content of a file of `config/…` belongs: `params.toml` in `params`, `menus.fr.toml` in
  /// `languages.fr.menus`, `hugo.toml` at the top. nil for other files.
  private static func keyPath(_ name: String) -> [String]? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, let suffix = parts.last, extensions.contains(suffix.lowercased()), !parts[0].isEmpty
    else { return nil }
    if parts[0] == "hugo" || parts[0] == "config" { return [] }
    guard parts.count > 2 else { return [parts[0]] }
    let language = ["languages", parts[1]]
    switch parts[0] {
    case "menu", "menus": return language + ["menus"]
    case "params": return language + ["params"]
    default: return language
    }
  }

  private static func read(_ root: String, _ name: String, _ tree: FileTree) throws(SiteFault) -> DataNode? {
    let path = Path.join(root, name)
    guard let bytes = tree.read(path) else { return nil }
    let format = FrontMatter.Format(fileExtension: Path.fileExtension(name)) ?? .yaml
    let source = SourceDecoder.decode(bytes, format: .text)
    do throws(DataError) {
      let range = SourceRange(source.contentStart, source.bytes.count)
      let node = try DataReader.read(source.bytes, range: range, format: format)
      switch node.value {
      case .mapping: return node
      case .null: return DataNode(.mapping([]), node.range)
      default:
        throw DataError(
          node.range,
          Message(
            fr: "Écrivez la configuration en clés et valeurs.", en: "Write the configuration in keys and values."))
      }
    } catch {
      throw SiteFault(path: path, source: source, error)
    }
  }
}

extension DataNode {
  /// This mapping over another one: common keys are merged where both hold mappings, else this one's win.
  func merged(over base: DataNode) -> DataNode {
    guard case .mapping(let own) = value, case .mapping(var entries) = base.value else { return self }
    for entry in own {
      if let index = entries.lastIndex(where: { $0.key.lowercased() == entry.key.lowercased() }) {
        entries[index] = Entry(
          key: entry.key, keyRange: entry.keyRange, value: entry.value.merged(over: entries[index].value))
      } else {
        entries.append(entry)
      }
    }
    return DataNode(.mapping(entries), base.range)
  }
}

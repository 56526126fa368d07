import RelireModel
import RelireSite

extension FileTree {
  /// The files on disk.
  static let disk = FileTree(
    read: { (try? FileSystem.read($0))?.bytes },
    entries: { folder in
      guard let entries = try? FileSystem.entries(of: folder.isEmpty ? "." : folder) else { return nil }
      return entries.map { entry in
        let kind = entry.kind ?? (try? FileSystem.stamp(Path.join(folder, entry.name)))?.kind
        return Entry(name: entry.name, isFolder: kind == .folder)
      }
    },
    size: { path in
      guard let stamp = try? FileSystem.stamp(path), stamp.kind == .file else { return nil }
      return stamp.size
    })
}

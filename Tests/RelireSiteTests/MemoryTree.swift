import RelireSite

/// A site in memory. Folders are those that the files' paths name.
func memoryTree(_ files: [String: String]) -> FileTree {
  let bytes = files.mapValues { Array($0.utf8) }
  var folders: [String: [String: Bool]] = ["": [:]]
  for path in files.keys {
    var path = path
    var isFolder = false
    while true {
      let slash = path.lastIndex(of: "/")
      let parent = slash.map { String(path[..<$0]) } ?? ""
      let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
      folders[parent, default: [:]][name] = isFolder || (folders[parent]?[name] ?? false)
      if slash == nil { break }
      path = parent
      isFolder = true
    }
  }
  let listed = folders.mapValues { entries in
    entries.sorted { $0.key < $1.key }.map { FileTree.Entry(name: $0.key, isFolder: $0.value) }
  }
  return FileTree(
    read: { bytes[$0] }, entries: { path in listed[path == "." ? "" : path] })
}

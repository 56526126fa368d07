import RelireModel

/// Finds the path that somebody may have meant: the same last name first, wherever it lies, then a similar one.
enum NearestPath {
  static func of(_ path: String, among known: some Collection<String>) -> String? {
    let name = Path.name(path).lowercased()
    guard !name.isEmpty else { return nil }
    let alike = known.filter { Path.name($0).lowercased() == name }
    if alike.count == 1 { return alike.first }
    let pool = alike.isEmpty ? Array(known) : Array(alike)
    return NearestNames.of(path, among: pool.sorted(), atMost: 1).first
  }
}

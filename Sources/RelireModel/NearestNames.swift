/// Finds what somebody may have meant by a name that does not exist.
public enum NearestNames {
  /// The known names closest to `typed`, best first; empty when none is close.
  ///
  /// A name that begins with what was typed is close. A name whose last part (after the slash) is typed alone is as
  /// close as the whole name.
  public static func of(_ typed: String, among names: some Sequence<String>, atMost limit: Int = 3) -> [String] {
    let typed = Array(typed.lowercased().utf8.prefix(64))
    var candidates: [(name: String, distance: Int)] = []
    for name in names {
      let whole = Array(name.lowercased().utf8)
      var distance = self.distance(typed, whole)
      if let slash = whole.lastIndex(of: 0x2F), !typed.contains(0x2F) {
        distance = min(distance, self.distance(typed, Array(whole[(slash + 1)...])))
      }
      // « warn » for `warning`: what is cut short was meant, however much is missing.
      if typed.count > 2, whole.starts(with: typed) { distance = min(distance, 1) }
      if distance <= max(1, typed.count / 3) { candidates.append((name, distance)) }
    }
    candidates.sort { $0.distance != $1.distance ? $0.distance < $1.distance : $0.name < $1.name }
    return candidates.prefix(limit).map(\.name)
  }

  /// Edits (insertion, deletion, replacement, exchange of neighbours) that turn `a` into `b`: the
  /// optimal string alignment distance.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = previous
    for i in 1...a.count {
      current[0] = i
      for j in 1...b.count {
        var best = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, beforePrevious[j - 2] + 1) }
        current[j] = best
      }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[b.count]
  }
}

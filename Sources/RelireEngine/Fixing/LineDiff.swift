/// Which lines changed, by Myers' algorithm.
///
/// Source: E. W. Myers, “An O(ND) Difference Algorithm and Its Variations” (1986), the linear-space variant.
enum LineDiff {
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Rounds of search in one box; what would take longer is given as replaced whole, which is true, only longer.
  private static let effort = 1_000

  /// The changes in order. Equal lines stand between any two of them.
  static func changes(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Change] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    return changes(old.map(number), new.map(number))
  }

  static func changes(_ a: [Int], _ b: [Int]) -> [Change] {
    var changes: [Change] = []
    var boxes = [Change(old: 0..<a.count, new: 0..<b.count)]
    while let box = boxes.popLast() {
      let trimmed = trim(box, a, b)
      if trimmed.old.isEmpty || trimmed.new.isEmpty {
        if !(trimmed.old.isEmpty && trimmed.new.isEmpty) { append(trimmed, to: &changes) }
      } else if trimmed.old.count == trimmed.new.count, isMostlyPaired(trimmed, a, b) {
        for (i, j) in zip(trimmed.old, trimmed.new) where a[i] != b[j] {
          append(Change(old: i..<(i + 1), new: j..<(j + 1)), to: &changes)
        }
      } else if let (x, y) = middle(trimmed, a, b) {
        boxes.append(Change(old: x..<trimmed.old.upperBound, new: y..<trimmed.new.upperBound))
        boxes.append(Change(old: trimmed.old.lowerBound..<x, new: trimmed.new.lowerBound..<y))
      } else {
        append(trimmed, to: &changes)
      }
    }
    return changes
  }

  private static func append(_ change: Change, to changes: inout [Change]) {
    if let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      changes[changes.count - 1].old = last.old.lowerBound..<change.old.upperBound
      changes[changes.count - 1].new = last.new.lowerBound..<change.new.upperBound
    } else {
      changes.append(change)
    }
  }

  private static func trim(_ box: Change, _ a: [Int], _ b: [Int]) -> Change {
    var (i, j) = (box.old.lowerBound, box.new.lowerBound)
    var (k, l) = (box.old.upperBound, box.new.upperBound)
    while i < k, j < l, a[i] == b[j] { (i, j) = (i + 1, j + 1) }
    while k > i, l > j, a[k - 1] == b[l - 1] { (k, l) = (k - 1, l - 1) }
    return Change(old: i..<k, new: j..<l)
  }

  /// Fixes mostly change lines one by one: then line for line is the answer, in linear time.
  private static func isMostlyPaired(_ box: Change, _ a: [Int], _ b: [Int]) -> Bool {
    zip(box.old, box.new).reduce(0) { $0 + (a[$1.0] == b[$1.1] ? 1 : 0) } * 2 >= box.old.count
  }

  /// A point on a shortest path, searched from both ends at once; nil when it is too far off. It is never a corner
  /// of the box, so that both parts are smaller.
  private static func middle(_ box: Change, _ a: [Int], _ b: [Int]) -> (Int, Int)? {
    let (n, m) = (box.old.count, box.new.count)
    let (a0, b0) = (box.old.lowerBound, box.new.lowerBound)
    let delta = n - m
    let limit = min((n + m + 1) / 2, effort)
    let offset = limit + 1
    // Furthest x on each diagonal, forwards from the start and backwards from the end.
    var forward = [Int](repeating: 0, count: 2 * offset + 1)
    var backward = [Int](repeating: 0, count: 2 * offset + 1)
    for d in 0...limit {
      for k in stride(from: -d, through: d, by: 2) {
        var x =
          k == -d || (k != d && forward[offset + k - 1] < forward[offset + k + 1])
          ? forward[offset + k + 1] : forward[offset + k - 1] + 1
        var y = x - k
        while x < n, y < m, x >= 0, y >= 0, a[a0 + x] == b[b0 + y] { (x, y) = (x + 1, y + 1) }
        forward[offset + k] = x
        let mirrored = delta - k
        if delta % 2 != 0, abs(mirrored) < d, x + backward[offset + mirrored] >= n {
          return inside(x, y, n, m).map { (a0 + $0.0, b0 + $0.1) }
        }
      }
      for k in stride(from: -d, through: d, by: 2) {
        var x =
          k == -d || (k != d && backward[offset + k - 1] < backward[offset + k + 1])
          ? backward[offset + k + 1] : backward[offset + k - 1] + 1
        var y = x - k
        while x < n, y < m, x >= 0, y >= 0, a[a0 + n - 1 - x] == b[b0 + m - 1 - y] { (x, y) = (x + 1, y + 1) }
        backward[offset + k] = x
        let mirrored = delta - k
        if delta % 2 == 0, abs(mirrored) <= d, x + forward[offset + mirrored] >= n {
          return inside(n - x, m - y, n, m).map { (a0 + $0.0, b0 + $0.1) }
        }
      }
    }
    return nil
  }

  private static func inside(_ x: Int, _ y: Int, _ n: Int, _ m: Int) -> (Int, Int)? {
    guard (0...n).contains(x), (0...m).contains(y), (x, y) != (0, 0), (x, y) != (n, m) else { return nil }
    return (x, y)
  }
}

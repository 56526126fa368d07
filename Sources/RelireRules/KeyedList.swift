/// Values under a small range of keys: rules, and the places where they are to be called.
struct KeyedList<Value> {
  private var items: [(key: UInt16, value: Value)] = []

  var isEmpty: Bool { items.isEmpty }

  mutating func add(_ value: Value, _ key: Int) { items.append((UInt16(truncatingIfNeeded: key), value)) }

  /// The values key by key.
  struct Sorted {
    fileprivate var values: [Value] = []
    /// Where a key's values begin; one more at the end.
    fileprivate var starts: [Int] = [0]

    /// In the order in which they were added; empty beyond the keys that were asked for.
    subscript(key: Int) -> ArraySlice<Value> { key + 1 < starts.count ? values[starts[key]..<starts[key + 1]] : [] }
  }

  /// Sorts by counting: linear, and without a list of its own for each of many keys.
  ///
  /// - Parameter count: one more than the largest key.
  func sorted(keys count: Int) -> Sorted {
    var sorted = Sorted()
    sorted.starts = [Int](repeating: 0, count: count + 1)
    for (key, _) in items { sorted.starts[Int(key) + 1] += 1 }
    for key in 0..<count { sorted.starts[key + 1] += sorted.starts[key] }
    guard let first = items.first?.value else { return sorted }
    var next = sorted.starts
    sorted.values = [Value](repeating: first, count: items.count)
    for (key, value) in items {
      sorted.values[next[Int(key)]] = value
      next[Int(key)] += 1
    }
    return sorted
  }
}

extension KeyedList: Sendable where Value: Sendable {}
extension KeyedList.Sorted: Sendable where Value: Sendable {}

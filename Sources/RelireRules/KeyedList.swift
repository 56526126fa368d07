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
  /// Buffers, because each item is counted and moved, and an array would ask each time whether it is shared.
  ///
  /// - Parameter count: one more than the largest key.
  func sorted(keys count: Int) -> Sorted {
    if items.isEmpty { return Sorted() }
    precondition(items.allSatisfy { $0.key < count }, "a key beyond those of the table")
    var sorted = Sorted()
    sorted.starts = [Int](unsafeUninitializedCapacity: count + 1) { starts, filled in
      starts.initialize(repeating: 0)
      for (key, _) in items { starts[Int(key) + 1] += 1 }
      for key in 0..<count { starts[key + 1] += starts[key] }
      filled = count + 1
    }
    var next = sorted.starts
    sorted.values = [Value](unsafeUninitializedCapacity: items.count) { values, filled in
      next.withUnsafeMutableBufferPointer { next in
        for (key, value) in items {
          values.initializeElement(at: next[Int(key)], to: value)
          next[Int(key)] += 1
        }
      }
      filled = items.count
    }
    return sorted
  }
}

extension KeyedList: Sendable where Value: Sendable {}
extension KeyedList.Sorted: Sendable where Value: Sendable {}

import RelireDocuments

/// A rule as a runner calls it.
struct Call<Check: Sendable>: Sendable {
  /// The rule's number in its runner.
  let number: Int
  let check: Check
  var isForFrenchOnly = false
  /// Of words, only those with one of these flags.
  var wordFlags: Token.Flags = []

  init(_ number: Int, _ check: Check) {
    self.number = number
    self.check = check
  }
}

/// The rules to call for each of a small range of keys: kinds of tokens, names of elements…
struct CallTable<Check: Sendable>: Sendable {
  private var byKey: [[Call<Check>]]

  init(keys: Int) { byKey = Array(repeating: [], count: keys) }

  mutating func add(_ call: Call<Check>, _ keys: some Sequence<Int>) {
    for key in keys { byKey[key].append(call) }
  }

  func hasCalls(_ key: Int) -> Bool { !byKey[key].isEmpty }

  /// Calls each rule at all of its places before the next one: one rule's code is in the processor's cache then, and it
  /// knows how its branches go. That of all rules is several times as large as the cache.
  func forEach<Place>(in places: PlaceTable<Place>, _ body: (Call<Check>, Place) -> Void) {
    forEach(in: places) { call, _, place in body(call, place) }
  }

  /// The same, with the key.
  func forEach<Place>(in places: PlaceTable<Place>, _ body: (Call<Check>, Int, Place) -> Void) {
    let sorted = places.sorted(keys: byKey.count)
    var start = 0
    while start < sorted.count {
      let key = Int(sorted[start].key)
      var end = start + 1
      while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
      for call in byKey[key] {
        for place in sorted[start..<end] { body(call, key, place.place) }
      }
      start = end
    }
  }
}

/// Where the rules of a `CallTable` are to be called, by the same keys.
struct PlaceTable<Place> {
  private var places: [(key: UInt16, place: Place)] = []

  mutating func add(_ place: Place, _ key: Int) { places.append((UInt16(truncatingIfNeeded: key), place)) }

  /// The places by key, those of a key in the order in which they were added. Linear: the keys are counted.
  func sorted(keys: Int) -> [(key: UInt16, place: Place)] {
    guard let first = places.first else { return [] }
    var next = [Int](repeating: 0, count: keys + 1)
    for place in places { next[Int(place.key) + 1] += 1 }
    for key in 1...keys { next[key] += next[key - 1] }
    var sorted = [(key: UInt16, place: Place)](repeating: first, count: places.count)
    for place in places {
      sorted[next[Int(place.key)]] = place
      next[Int(place.key)] += 1
    }
    return sorted
  }
}

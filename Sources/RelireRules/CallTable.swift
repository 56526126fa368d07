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
  private let keys: Int
  /// The calls, until the table is closed.
  private var calls = KeyedList<Call<Check>>()
  private var byKey = KeyedList<Call<Check>>.Sorted()

  init(keys: Int) { self.keys = keys }

  mutating func add(_ call: Call<Check>, _ keys: some Sequence<Int>) {
    for key in keys { calls.add(call, key) }
  }

  /// Makes the table ready for use, once all calls are in it.
  mutating func close() {
    byKey = calls.sorted(keys: keys)
    calls = KeyedList()
  }

  func hasCalls(_ key: Int) -> Bool { !byKey[key].isEmpty }

  /// Calls each rule at all of its places before the next one: one rule's code is in the processor's cache then, and it
  /// knows how its branches go. That of all rules is several times as large as the cache.
  func forEach<Place>(in places: KeyedList<Place>, _ body: (Call<Check>, Place) -> Void) {
    forEach(in: places) { call, _, place in body(call, place) }
  }

  /// The same, with the key.
  func forEach<Place>(in places: KeyedList<Place>, _ body: (Call<Check>, Int, Place) -> Void) {
    if places.isEmpty { return }
    let places = places.sorted(keys: keys)
    for key in 0..<keys {
      let places = places[key]
      if places.isEmpty { continue }
      for call in byKey[key] {
        for place in places { body(call, key, place) }
      }
    }
  }
}

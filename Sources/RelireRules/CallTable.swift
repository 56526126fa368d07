import RelireDocuments

/// A rule as a runner calls it.
///
/// A class, so that the tables may hold it unretained: a page makes a hundred thousand calls, and all threads share
/// the rules, whose reference counts would be their meeting place.
final class Call<Rule: Sendable>: Sendable {
  /// The rule's number in its runner.
  let number: Int
  let rule: Rule
  let isForFrenchOnly: Bool
  /// Of words, only those with one of these flags.
  let wordFlags: Token.Flags

  init(_ number: Int, _ rule: Rule, isForFrenchOnly: Bool = false, wordFlags: Token.Flags = []) {
    self.number = number
    self.rule = rule
    self.isForFrenchOnly = isForFrenchOnly
    self.wordFlags = wordFlags
  }
}

/// The rules to call for each of a small range of keys: kinds of tokens, names of elements…
struct CallTable<Rule: Sendable>: Sendable {
  /// Keeps the calls alive.
  private var calls: [Call<Rule>] = []
  /// The calls, one key after the other, without a claim to them; until the table is closed, in the order in which
  /// they came.
  private var flat: [Unmanaged<Call<Rule>>] = []
  /// The keys of `flat` until the table is closed.
  private var keys: [Int] = []
  /// Where a key's calls begin in `flat`; one more at the end. Until the table is closed, how many there are.
  private var starts: [Int]

  init(keys: Int) { starts = Array(repeating: 0, count: keys + 1) }

  mutating func add(_ call: Call<Rule>, _ keys: some Sequence<Int>) {
    calls.append(call)
    for key in keys {
      flat.append(Unmanaged.passUnretained(call))
      self.keys.append(key)
      starts[key] += 1
    }
  }

  /// Makes the table ready for use, once all calls are in it: sorts them by their keys, by counting.
  mutating func close() {
    var sum = 0
    for key in starts.indices {
      let count = starts[key]
      starts[key] = sum
      sum += count
    }
    var places = starts
    var sorted = flat
    for (key, call) in zip(keys, flat) {
      sorted[places[key]] = call
      places[key] += 1
    }
    flat = sorted
    keys = []
  }

  /// The calls by key, for as long as a closure of `withCalls` runs.
  struct Calls {
    fileprivate let flat: UnsafeBufferPointer<Unmanaged<Call<Rule>>>
    fileprivate let starts: UnsafeBufferPointer<Int>

    subscript(key: Int) -> Slice<UnsafeBufferPointer<Unmanaged<Call<Rule>>>> { flat[starts[key]..<starts[key + 1]] }
  }

  /// Lends the calls. `calls` keeps them alive meanwhile, and nobody changes a closed table.
  func withCalls(_ body: (Calls) -> Void) {
    flat.withUnsafeBufferPointer { flat in
      starts.withUnsafeBufferPointer { starts in body(Calls(flat: flat, starts: starts)) }
    }
  }
}

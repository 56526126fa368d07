import RelireDocuments

/// A rule as a runner calls it.
///
/// A class, so that the tables may hold it unretained: a page makes a hundred thousand calls, and all threads share
/// the rules, whose reference counts would be their meeting place.
final class Call<Check: Sendable>: Sendable {
  /// The rule's number in its runner.
  let number: Int
  let check: Check
  let isForFrenchOnly: Bool
  /// Of words, only those with one of these flags.
  let wordFlags: Token.Flags

  init(_ number: Int, _ check: Check, isForFrenchOnly: Bool = false, wordFlags: Token.Flags = []) {
    self.number = number
    self.check = check
    self.isForFrenchOnly = isForFrenchOnly
    self.wordFlags = wordFlags
  }
}

/// The rules to call for each of a small range of keys: kinds of tokens, names of elements…
struct CallTable<Check: Sendable>: Sendable {
  private var byKey: [[Call<Check>]]
  /// What `byKey` holds, one key after the other, without a claim to it.
  private var flat: [Unmanaged<Call<Check>>] = []
  /// Where a key's calls begin in `flat`; one more at the end.
  private var starts: [Int] = []

  init(keys: Int) { byKey = Array(repeating: [], count: keys) }

  mutating func add(_ call: Call<Check>, _ keys: some Sequence<Int>) {
    for key in keys { byKey[key].append(call) }
  }

  /// Makes the table ready for use, once all calls are in it.
  mutating func close() {
    starts = [0]
    for calls in byKey {
      flat += calls.map { Unmanaged.passUnretained($0) }
      starts.append(flat.count)
    }
  }

  /// The calls by key, for as long as a closure of `withCalls` runs.
  struct Calls {
    fileprivate let flat: UnsafeBufferPointer<Unmanaged<Call<Check>>>
    fileprivate let starts: UnsafeBufferPointer<Int>

    subscript(key: Int) -> Slice<UnsafeBufferPointer<Unmanaged<Call<Check>>>> { flat[starts[key]..<starts[key + 1]] }
  }

  /// Lends the calls. `byKey` keeps them alive meanwhile, and nobody changes a closed table.
  func withCalls(_ body: (Calls) -> Void) {
    flat.withUnsafeBufferPointer { flat in
      starts.withUnsafeBufferPointer { starts in body(Calls(flat: flat, starts: starts)) }
    }
  }
}

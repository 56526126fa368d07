import Synchronization

/// A value made the first time that it is asked for.
///
/// It lies in its owner: a page has several, and most of them are never asked for.
struct Lazy<Value: Sendable>: ~Copyable, Sendable {
  private let made = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}

import Synchronization

/// A value made the first time that it is asked for, by one thread: others wait for it.
///
/// It lies in its owner: a page has several, and most of them are never asked for. What makes the value must not ask
/// for it.
@frozen
public struct Lazy<Value: Sendable>: ~Copyable, Sendable {
  @usableFromInline let known: Mutex<Value?>

  // Here, not where `known` is declared: other modules would call that unspecialised, and look up its type each time.
  @inlinable public init() { known = Mutex(nil) }

  @inlinable
  public func value(_ make: () -> Value) -> Value {
    known.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }

  /// The value if it is at hand. Waits for nobody: nil, too, while another thread makes it.
  public var made: Value? { known.withLockIfAvailable { $0 } ?? nil }
}

import Synchronization

/// Values by keys, each kept from the first time that it is asked for.
///
/// For values that are cheap to make: two threads that ask at once may both make one, and none waits for another.
@frozen
public struct Memo<Key: Hashable & Sendable, Value: Sendable>: ~Copyable, Sendable {
  @usableFromInline let known: Mutex<[Key: Value]>
  @usableFromInline let limit: Int

  /// - Parameter limit: how many values are kept; those of further keys are made each time.
  @inlinable
  public init(limit: Int = .max) {
    known = Mutex([:])
    self.limit = limit
  }

  @inlinable
  public func value(_ key: Key, _ make: () -> Value) -> Value {
    if let value = known.withLock({ $0[key] }) { return value }
    let value = make()
    known.withLock { if $0.count < limit { $0[key] = value } }
    return value
  }
}

import Glibc
import Synchronization

/// Spreads work over threads.
///
/// Plain threads and one shared counter: they start in microseconds, where Swift's own executor first
/// loads Dispatch, which a check of one page would feel.
public enum WorkQueue {
  public static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Calls `body` once for each number in `0..<count`, on up to `threads` threads, in ascending order
  /// of start. Returns when all calls have.
  public static func run(_ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let crew = Crew(count: count, body: body)
    var others: [pthread_t] = []
    for _ in 1..<max(1, min(threads, count)) {
      var thread = pthread_t()
      let reference = Unmanaged.passRetained(crew)
      let status = pthread_create(
        &thread, nil,
        { argument in
          guard let argument else { return nil }
          Unmanaged<Crew>.fromOpaque(argument).takeRetainedValue().work()
          return nil
        }, reference.toOpaque())
      // Without a further thread the work takes longer, that is all.
      guard status == 0 else {
        reference.release()
        break
      }
      others.append(thread)
    }
    crew.work()
    for thread in others { pthread_join(thread, nil) }
  }

  /// What `body` gives for each number in `0..<count`, in their order.
  public static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { buffer, filled in
      // Each call fills a place that is its own, and nobody reads before all threads are joined.
      nonisolated(unsafe) let places = buffer
      run(count, threads: threads) { places.initializeElement(at: $0, to: body($0)) }
      filled = count
    }
  }

  private final class Crew: Sendable {
    private let upcoming = Atomic<Int>(0)
    private let count: Int
    private let body: @Sendable (Int) -> Void

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.body = body
    }

    func work() {
      while true {
        let index = upcoming.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        body(index)
      }
    }
  }
}

import Synchronization
import Testing

@testable import RelireModel

@Suite struct LazyTests {
  private final class Owner: Sendable {
    let lazy = Lazy<Int>()
    let memo = Memo<String, Int?>(limit: 2)
    let made = Atomic(0)

    func make() -> Int { made.wrappingAdd(1, ordering: .relaxed).newValue }
  }

  @Test func `a value is made once, whoever asks`() async {
    let owner = Owner()
    #expect(owner.lazy.made == nil)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<100 { group.addTask { owner.lazy.value(owner.make) } }
      for await value in group { #expect(value == 1) }
    }
    #expect(owner.lazy.made == 1)
  }

  @Test func `values are kept by their keys, up to a limit`() {
    let owner = Owner()
    for _ in 0..<2 {
      #expect(owner.memo.value("a") { owner.make() } == 1)
      #expect(owner.memo.value("b") { nil } == nil)
    }
    #expect(owner.memo.value("c") { owner.make() } == 2)
    #expect(owner.memo.value("c") { owner.make() } == 3)
  }
}

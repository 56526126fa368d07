import RelireEngine
import Testing

@Suite struct WorkQueueTests {
  @Test(arguments: [1, 2, 7])
  func mapKeepsTheOrder(threads: Int) {
    let texts = WorkQueue.map(1000, threads: threads) { "numéro \($0)" }
    #expect(texts == (0..<1000).map { "numéro \($0)" })
  }

  @Test func mapOfNothingIsEmpty() {
    #expect(WorkQueue.map(0, threads: 4) { $0 }.isEmpty)
  }
}

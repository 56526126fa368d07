import RelireModel
import Testing

@Suite struct SourceRangeTests {
  @Test func touchingAndOverlappingDiffer() {
    #expect(SourceRange(0, 3).touches(SourceRange(3, 5)))
    #expect(!SourceRange(0, 3).overlaps(SourceRange(3, 5)))
    #expect(SourceRange(0, 3).overlaps(SourceRange(2, 5)))
    #expect(SourceRange(1, 4).touches(SourceRange(at: 4)))
    #expect(!SourceRange(1, 4).touches(SourceRange(5, 6)))
  }

  @Test func ordersByStartThenEnd() {
    let ranges = [SourceRange(2, 3), SourceRange(1, 9), SourceRange(1, 2)]
    #expect(ranges.sorted() == [SourceRange(1, 2), SourceRange(1, 9), SourceRange(2, 3)])
  }

  @Test func unionHoldsBoth() {
    #expect(SourceRange(4, 6).union(SourceRange(1, 2)) == SourceRange(1, 6))
  }
}

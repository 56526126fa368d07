import RelireModel
import Testing

@Suite struct ExampleTests {
  @Test func marksBecomeByteRanges() {
    let example = Example("été⟦ ⟧: l⟦⟧a")
    #expect(example.unmarked.text == "été : la")
    #expect(example.unmarked.faults == [SourceRange(5, 6), SourceRange(at: 9)])
    #expect(!example.isGood)
  }

  @Test func withoutMarksItIsGood() {
    #expect(Example("Rien à redire.").isGood)
  }
}

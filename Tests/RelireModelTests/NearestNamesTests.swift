import Testing

@testable import RelireModel

@Suite struct NearestNamesTests {
  private let names = ["typography/ellipsis", "typography/apostrophe", "headings/empty", "links/generic-text"]

  @Test(arguments: [
    ("typography/elipsis", "typography/ellipsis"), ("apostrohpe", "typography/apostrophe"),
    ("ELLIPSIS", "typography/ellipsis"), ("heading/empty", "headings/empty"), ("links/gen", "links/generic-text"),
  ])
  func findsWhatWasMeant(_ typed: String, _ meant: String) {
    #expect(NearestNames.of(typed, among: names).first == meant)
  }

  @Test(arguments: ["", "zzzzzzzzzz", "x"])
  func proposesNothingForNothing(_ typed: String) {
    #expect(NearestNames.of(typed, among: names).isEmpty)
  }

  @Test(arguments: [("abc", "acb", 1), ("", "abc", 3), ("abc", "abc", 0), ("abcd", "bc", 2), ("kitten", "sitting", 3)])
  func countsEdits(_ a: String, _ b: String, _ expected: Int) {
    #expect(NearestNames.distance(Array(a.utf8), Array(b.utf8)) == expected)
    #expect(NearestNames.distance(Array(b.utf8), Array(a.utf8)) == expected)
  }
}

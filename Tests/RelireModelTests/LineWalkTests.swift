import TestSupport
import Testing

@testable import RelireModel

@Suite struct LineWalkTests {
  /// Line ends of all kinds, control characters near them, and letters of one to four bytes.
  private static let parts = [
    "\n", "\r\n", "\r", "\t", "\u{B}", "\u{8D}", "a", "mot ", "é", "\u{202F}", "😀", "0123456789abcdef",
  ]

  private func text(_ generator: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...120, using: &generator)).map { _ in Self.parts.randomElement(using: &generator) ?? "" }
      .joined()
  }

  /// Places between scalars, and at the end.
  private func places(of text: String) -> [Int] {
    var places = [0]
    for scalar in text.unicodeScalars { places.append(places[places.count - 1] + UTF8.width(scalar)) }
    return places
  }

  /// Faults come in order; their corrections may lie anywhere.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func agreesWithTheIndex(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let text = text(&generator)
    let mark: [UInt8] = seed % 7 == 0 ? [0xEF, 0xBB, 0xBF] : []
    let source = SourceText(bytes: mark + Array(text.utf8), contentStart: mark.count)
    let places = places(of: text).map { $0 + mark.count }
    let index = LineIndex(source.bytes, contentStart: mark.count)
    func range() -> SourceRange {
      let ends = [places.randomElement(using: &generator) ?? 0, places.randomElement(using: &generator) ?? 0].sorted()
      return SourceRange(ends[0], ends[1])
    }
    let faults = (0..<20).map { _ in range() }.sorted()
    source.bytes.withUnsafeBufferPointer { bytes in
      var walk = LineWalk(source, bytes)
      for fault in faults {
        walk.advance(to: fault.start)
        #expect(walk.line == index.range(ofLine: index.line(at: fault.start)))
        #expect(walk.positions(of: fault) == index.positions(of: fault))
        let edit = range()
        #expect(walk.positions(of: edit) == index.positions(of: edit))
      }
    }
  }

  /// A line of any length, asked for its whole length time and again, is left to the index.
  @Test func staysBoundedOnOneLine() {
    let source = SourceText(bytes: Array(String(repeating: "é", count: 20_000).utf8))
    let index = LineIndex(source.bytes)
    source.bytes.withUnsafeBufferPointer { bytes in
      var walk = LineWalk(source, bytes)
      for start in stride(from: 0, to: 400, by: 2) {
        let fault = SourceRange(start, 40_000)
        walk.advance(to: start)
        #expect(walk.positions(of: fault) == index.positions(of: fault))
      }
    }
  }
}

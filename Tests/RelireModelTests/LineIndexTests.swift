import RelireModel
import Testing

@Suite struct LineIndexTests {
  /// The obvious way: walk all scalars.
  private func naivePosition(_ text: String, _ offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    var at = 0
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if at >= offset { break }
      at += UTF8.width(scalar)
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if scalar == "\n" || (scalar == "\r" && next != "\n") {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }

  @Test(arguments: [
    "", "a", "é\n\u{202F}x", "un\r\ndeux\rtrois\n", "\n\n\n", "😀 à\r\n😀",
    "\t\u{1}\u{B}\u{E}é\u{C}\u{8D}\u{8A}abc\r\u{7F}\t\n\nxyzé\r", "1234567\n1234567\r12345678\n",
    String(repeating: "é", count: 600) + "\n" + String(repeating: "x\u{A0}", count: 400),
  ])
  func agreesWithWalkingTheText(_ text: String) {
    let index = LineIndex(Array(text.utf8))
    var offset = 0
    for scalar in text.unicodeScalars {
      let position = index.position(at: offset)
      let expected = naivePosition(text, offset)
      // Between CR and LF there is no place that a line and a column could name.
      if scalar != "\n" {
        #expect(position.line == expected.line && position.column == expected.column, "offset \(offset)")
      }
      #expect(position.offset == offset)
      offset += UTF8.width(scalar)
    }
  }

  @Test func doesNotCountAByteOrderMark() {
    let index = LineIndex([0xEF, 0xBB, 0xBF] + Array("été".utf8), contentStart: 3)
    #expect(index.position(at: 3) == Position(line: 1, column: 1, offset: 3))
    #expect(index.position(at: 5) == Position(line: 1, column: 2, offset: 5, byteColumn: 3))
  }

  @Test func givesLinesWithoutTheirEnds() {
    let text = Array("un\r\ndeux\rtrois\n".utf8)
    let index = LineIndex(text)
    let lines = (1...4).map { line in
      String(decoding: text[index.range(ofLine: line).bounds], as: UTF8.self)
    }
    #expect(lines == ["un", "deux", "trois", ""])
  }

  @Test func keepsOffsetsOutsideTheFileInside() {
    let index = LineIndex(Array("abc".utf8))
    #expect(index.position(at: 99) == Position(line: 1, column: 4, offset: 3))
  }
}

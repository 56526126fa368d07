import RelireModel
import Testing

@testable import RelireDocuments

@Suite struct SourceDecoderTests {
  private func string(_ source: SourceText) -> String { String(decoding: source.bytes, as: UTF8.self) }

  @Test func validTextIsTakenAsItIs() {
    let text = "Le café — 12 €, \u{1F600}"
    let source = SourceDecoder.decode(Array(text.utf8), format: .markdown)
    #expect(string(source) == text)
    #expect(source.original == nil)
    #expect(source.flaws.isEmpty)
    #expect(source.contentStart == 0)
  }

  @Test func byteOrderMarkIsSkipped() {
    let source = SourceDecoder.decode([0xEF, 0xBB, 0xBF] + Array("é".utf8), format: .markdown)
    #expect(source.contentStart == 3)
    #expect(source.bytes.count == 5)
    #expect(source.flaws.isEmpty)
  }

  @Test func invalidBytesAreReplacedInPlace() {
    let bytes: [UInt8] = Array("é a".utf8) + [0xFF, 0xC3] + Array(" b".utf8) + [0xE2, 0x80]
    let source = SourceDecoder.decode(bytes, format: .text)
    #expect(string(source) == "é a\u{1A}\u{1A} b\u{1A}\u{1A}")
    #expect(source.original == bytes)
    #expect(source.isEditable)
    #expect(source.flaws == [.invalidUTF8(SourceRange(4, 6)), .invalidUTF8(SourceRange(8, 10))])
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0x80], [0xFE],
    ] as [[UInt8]])
  func illFormedSequences(_ bytes: [UInt8]) {
    let source = SourceDecoder.decode(Array("é".utf8) + bytes, format: .text)
    #expect(source.flaws == [.invalidUTF8(SourceRange(2, 2 + bytes.count))])
    #expect(string(source).unicodeScalars.count == 1 + bytes.count)
  }

  @Test func nulIsABlank() {
    let source = SourceDecoder.decode(Array("<a href=\"x\0\0y\">é</a>".utf8), format: .html)
    #expect(string(source) == "<a href=\"x  y\">é</a>")
    #expect(source.flaws == [.nul(SourceRange(10, 12))])
  }

  @Test func latin1WithoutDeclaration() {
    let bytes = "Le café de l\u{92}État coûte 3 \u{80}".unicodeScalars.map { UInt8($0.value) }
    for format in Document.Format.allCases {
      let source = SourceDecoder.decode(bytes, format: format)
      #expect(string(source) == "Le café de l’État coûte 3 €")
      #expect(source.encoding == .windows1252)
      #expect(source.flaws == [.notUTF8(.windows1252)])
      #expect(!source.isEditable)
    }
  }

  @Test func charsetThatLies() {
    let utf8 = "<meta charset=iso-8859-1><p>é"
    let source = SourceDecoder.decode(Array(utf8.utf8), format: .html)
    #expect(string(source) == utf8)
    #expect(source.flaws == [.wrongCharset(SourceRange(14, 24), declared: "iso-8859-1", actual: .utf8)])

    let latin1 = "<meta http-equiv=Content-Type content='text/html; charset=UTF-8'><p>\u{E9}"
    let other = SourceDecoder.decode(latin1.unicodeScalars.map { UInt8($0.value) }, format: .html)
    #expect(string(other) == latin1)
    #expect(other.flaws == [.wrongCharset(SourceRange(58, 63), declared: "UTF-8", actual: .windows1252)])
  }

  @Test func charsetThatIsTrue() {
    #expect(SourceDecoder.decode(Array("<meta charset=\"utf-8\"><p>é".utf8), format: .html).flaws.isEmpty)
    #expect(SourceDecoder.decode(Array("<meta charset=latin1><p>e".utf8), format: .html).flaws.isEmpty)
    #expect(SourceDecoder.decode(Array("<!-- <meta charset=latin1> --><p>é".utf8), format: .html).flaws.isEmpty)
  }

  @Test(arguments: [SourceText.Encoding.utf16LittleEndian, .utf16BigEndian])
  func utf16(_ encoding: SourceText.Encoding) {
    let units = [0xFEFF] + Array("é\u{1F600}a".utf16) + [0xD800, 0x62]
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return encoding == .utf16LittleEndian ? pair : pair.reversed()
    }
    let source = SourceDecoder.decode(bytes, format: .html)
    #expect(string(source) == "é\u{1F600}a\u{1A}b")
    #expect(source.encoding == encoding)
    #expect(source.flaws == [.notUTF8(encoding), .invalidUTF8(SourceRange(7, 8))])
  }

  @Test func everyFaultAtEveryPlaceIsFound() {
    // The validator reads eight bytes at a time: no offset may escape it.
    for length in 1..<40 {
      for place in 0..<length {
        var bytes = [UInt8](repeating: 0x61, count: length)
        bytes[place] = 0
        #expect(SourceDecoder.decode(bytes, format: .text).flaws == [.nul(SourceRange(place, place + 1))])
      }
    }
  }
}

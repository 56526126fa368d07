import RelireModel
import Testing

@testable import RelireDocuments

@Suite struct HTMLCharacterReferencesTests {
  private func resolve(_ text: String, isAttribute: Bool = false) -> String {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer {
      CharacterReferences.text(of: SourceRange(0, bytes.count), in: $0, isAttribute: isAttribute)
    }
  }

  @Test(arguments: [
    ("&eacute;", "é"), ("&eacute", "é"), ("&nbsp;:", "\u{A0}:"), ("&notit;", "¬it;"), ("&notin;", "∉"),
    ("&copy2", "©2"), ("&hellip;", "…"), ("&hellip", "&hellip"), ("&amp;lt;", "&lt;"), ("&#233;", "é"),
    ("&#xE9;", "é"), ("&#XE9", "é"), ("&#150;", "–"), ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"),
    ("&#x110000;", "\u{FFFD}"), ("&#99999999999999999999;", "\u{FFFD}"), ("&#;", "&#;"), ("&#x;", "&#x;"),
    ("&;", "&;"), ("&", "&"), ("A & B", "A & B"), ("&notaname;", "¬aname;"), ("&bogus;", "&bogus;"),
    ("&NotEqualTilde;", "≂\u{338}"), ("&CounterClockwiseContourIntegral;", "∳"), ("&zwnj;", "\u{200C}"),
    ("&AElig;&zwj;", "Æ\u{200D}"), ("&zz;", "&zz;"), ("&A;", "&A;"), ("&fjlig;", "fj"), ("&#129;", "\u{81}"),
  ])
  func text(_ source: String, resolved: String) {
    #expect(resolve(source) == resolved)
  }

  @Test(arguments: [
    ("?a=1&copy=2", "?a=1&copy=2"), ("?a&copy2", "?a&copy2"), ("&copy", "©"), ("&copy;=", "©="), ("a&lt b", "a< b"),
  ])
  func attributeValues(_ source: String, resolved: String) {
    #expect(resolve(source, isAttribute: true) == resolved)
  }

  @Test func piecesCoverTheirSource() {
    let bytes = Array("a&eacute;b &amp c".utf8)
    var described: [String] = []
    for piece in CharacterReferences.pieces(of: SourceRange(0, bytes.count), in: bytes, isAttribute: false) {
      switch piece {
      case .verbatim(let range): described.append("\(range)")
      case .escape(let text, let range): described.append("\(range) \(text)")
      }
    }
    #expect(described == ["0..<1", "1..<9 é", "9..<11", "11..<15 &", "15..<17"])
  }
}

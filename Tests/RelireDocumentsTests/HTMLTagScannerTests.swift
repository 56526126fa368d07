import RelireModel
import Testing

@testable import RelireDocuments

@Suite struct HTMLTagScannerTests {
  private func scan(_ text: String, inForeignContent: Bool = false) -> (HTMLTagScanner, (SourceRange) -> String) {
    let bytes = Array(text.utf8)
    var scanner = HTMLTagScanner()
    bytes.withUnsafeBufferPointer {
      scanner.scan($0, at: 0, end: bytes.count, inForeignContent: inForeignContent)
    }
    return (scanner, { String(decoding: bytes[$0.bounds], as: UTF8.self) })
  }

  @Test func startTagWithEveryKindOfAttribute() {
    let (tag, slice) = scan(#"<A href=a/b? title='l"x' alt = "é>" @click  disabled/>rest"#)
    #expect(tag.kind == .startTag)
    #expect(slice(tag.range) == #"<A href=a/b? title='l"x' alt = "é>" @click  disabled/>"#)
    #expect(slice(tag.name) == "A")
    #expect(tag.attributes.map { slice($0.name) } == ["href", "title", "alt", "@click", "disabled"])
    #expect(tag.attributes.map { slice($0.value) } == ["a/b?", #"l"x"#, "é>", "", ""])
    #expect(tag.attributes.map(\.quote) == [0, 0x27, 0x22, 0, 0])
    #expect(tag.isSelfClosing)
  }

  @Test(arguments: [
    ("<a=b>", ["=b"]), ("<a b=c/>", ["b"]), ("<a/b/c>", ["b", "c"]), ("<a b=>", ["b"]),
    ("<a\nb\t=\n'c'd>", ["b", "d"]),
    ("<a <b>", ["<b"]), ("<a \"'>", ["\"'"]), ("<a b='1'b=2>", ["b", "b"]),
  ])
  func oddAttributes(_ text: String, names: [String]) {
    let (tag, slice) = scan(text)
    let spellsName = text.hasPrefix("<a=")
    #expect(tag.kind == .startTag)
    #expect(slice(tag.range) == text)
    #expect(tag.attributes.map { slice($0.name) } == (spellsName ? [] : names))
  }

  @Test(arguments: [
    ("<!-- a --> b", "<!-- a -->"), ("<!-->x-->", "<!-->"), ("<!--->x", "<!--->"), ("<!---->x", "<!---->"),
    ("<!-- a --!>x", "<!-- a --!>"), ("<!-- a", "<!-- a"), ("<!x>y", "<!x>"), ("<?php echo 1 ?>y", "<?php echo 1 ?>"),
    ("</ a>y", "</ a>"), ("</>y", "</>"), ("<!a", "<!a"), ("<![CDATA[a]]>b", "<![CDATA[a]]>"),
  ])
  func comments(_ text: String, markup: String) {
    let (comment, slice) = scan(text)
    #expect(comment.kind == .comment)
    #expect(slice(comment.range) == markup)
  }

  @Test func otherMarkup() {
    #expect(scan("<!DocType html>").0.kind == .doctype)
    #expect(scan("</P >").0.kind == .endTag)
    #expect(scan("<").0.kind == .text)
    #expect(scan("</").0.kind == .text)
    #expect(scan("< a>").0.kind == .text)
    #expect(scan("<3").0.kind == .text)
    #expect(scan("<a href='x>").0.kind == .unfinishedTag)
    #expect(scan("<![CDATA[a>b]]>c", inForeignContent: true).0.kind == .characterData)
    #expect(scan("<![CDATA[a>b]]>c", inForeignContent: true).0.range == SourceRange(0, 15))
  }
}

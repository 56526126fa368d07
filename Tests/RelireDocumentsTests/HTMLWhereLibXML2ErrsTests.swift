import RelireModel
import Testing

@testable import RelireDocuments

/// Pages that libxml2 2.9.14, an HTML 4 parser, reads otherwise than browsers do: one for each of its errors that we
/// know of. Ours must read them as the HTML standard has it.
@Suite struct HTMLWhereLibXML2ErrsTests {
  private func read(_ bytes: some Sequence<UInt8>) -> Document {
    HTMLReader.read(SourceDecoder.decode(Array(bytes), format: .html))
  }

  @Test(arguments: [
    // Content opens the body, whatever its name.
    ("<title>T</title><main>a</main>", #"html^(head^(title("T")) body^(main("a")))"#),
    ("<title>T</title><nav>a</nav><footer>b</footer>", #"html^(head^(title("T")) body^(nav("a") footer("b")))"#),
    // HTML 5's blocks end a paragraph.
    ("<p>a<section>b</section>", #"html^(body^(p("a") section("b")))"#),
    ("<p>a<figure>b</figure><p>c<details>d</details>", #"html^(body^(p("a") figure("b") p("c") details("d")))"#),
    ("<p>a<dialog open>b</dialog>", #"html^(body^(p("a") dialog("b")))"#),
    ("<p>a<article>b</article><p>c<main>d</main>", #"html^(body^(p("a") article("b") p("c") main("d")))"#),
    // Elements without content.
    ("<p>a<wbr>b<embed src=x>c", #"html^(body^(p("a" wbr "b" embed "c")))"#),
    ("<video><source src=x><track src=y></video>c", #"html^(body^(video(source track) "c"))"#),
    // A slash means nothing in HTML.
    ("<div/>a</div>b", #"html^(body^(div("a") "b"))"#),
    ("<p/>a<span/>b</span>c", #"html^(body^(p("a" span("b") "c")))"#),
    // A heading ends the one before it.
    ("<h2>a<h3>b</h3>c", #"html^(body^(h2("a") h3("b") "c"))"#),
    // Text that holds no tags.
    ("<title>a <b>c</title>d", #"html^(head^(title("a <b>c")) body^("d"))"#),
    ("<iframe><p>a</iframe>b", #"html^(body^(iframe(‹<p>a›) "b"))"#),
    ("<body><noscript><img></noscript>b", #"html^(body(noscript(‹<img>›) "b"))"#),
    ("<textarea></p>a</textarea>b", #"html^(body^(textarea(‹</p>a›) "b"))"#),
    // Cells without a row, a template apart, end tags of nothing.
    ("<table><td>a</table>b", #"html^(body^(table(tbody^(tr^(td("a")))) "b"))"#),
    ("<body><template><p>a</template>b", #"html^(body(template(p(‹a›)) "b"))"#),
    ("a</section></p></b>b", #"html^(body^("a" "b"))"#),
    ("<x-card>a</x-card><my-icon></my-icon>b", #"html^(body^(x-card("a") my-icon "b"))"#),
  ])
  func tree(_ html: String, expected: String) {
    #expect(read(html.utf8).outline == expected)
  }

  @Test func aNulDoesNotEndThePage() {
    let document = read("<p title='a\u{0}b' id=\u{0}c>d</p><p>e</p>".utf8)
    #expect(document.outline == #"html^(body^(p("d") p("e")))"#)
    #expect(document.source.flaws.count == 2)
  }

  @Test func invalidUTF8IsRepairedAndSaid() {
    let document = read(Array("<p>\u{E9}t\u{E9} a".utf8) + [0xE9] + Array(" b</p><p>c".utf8))
    #expect(document.outline.hasSuffix(#"p("c")))"#))
    #expect(document.source.flaws.count == 1)
    #expect(document.prose.blocks.count == 2)
  }

  @Test func aCharsetThatLiesIsSaidAndNotBelieved() {
    let document = read("<meta charset=iso-8859-1><p>\u{E9}t\u{E9}".utf8)
    #expect(document.prose.blocks.map { document.prose.string($0) } == ["\u{E9}t\u{E9}"])
    #expect(document.source.flaws.count == 1)
    let latin = read(Array("<meta charset=utf-8><p>".utf8) + [0xE9, 0x74, 0xE9])
    #expect(latin.prose.blocks.map { latin.prose.string($0) } == ["\u{E9}t\u{E9}"])
    #expect(latin.source.flaws.count == 1)
  }

  @Test func aLateHtmlOrBodyTagGivesItsAttributes() {
    let document = read("<p>a<html lang=en><body class=b>c<html lang=fr>".utf8)
    let html = document.descendants(of: .root).first { document.isElement($0, .html) } ?? .none
    let body = document.descendants(of: .root).first { document.isElement($0, .body) } ?? .none
    #expect(document.value(.lang, of: html) == "en")
    #expect(document.value(.class, of: body) == "b")
    #expect(document.prose.languages.map(\.primary).contains("en"))
  }

  @Test(arguments: [
    ("&copy 2024", "\u{A9} 2024"), ("&nbsp;&rarr;", "\u{A0}\u{2192}"), ("&#150;&#x20AC;", "\u{2013}\u{20AC}"),
    ("&hellip;&zwj;", "\u{2026}\u{200D}"), ("&inexistant;", "&inexistant;"),
  ])
  func entities(_ source: String, text: String) {
    let document = read("<p>a\(source)b".utf8)
    #expect(document.prose.blocks.map { document.prose.string($0) } == ["a\(text)b"])
  }

  @Test func attributesThatLibXML2Drops() {
    let document = read("<a @click=x #ref :href=y v-on:z hidden>a".utf8)
    let link = document.descendants(of: .root).first { document.isElement($0, .a) } ?? .none
    #expect(
      document.attributes(of: link).map { document.spelling($0.name) } == [
        "@click", "#ref", ":href", "v-on:z", "hidden",
      ])
    #expect(document.value(.hidden, of: link) == "")
  }

  @Test(arguments: [300, 100_000])
  func depth(_ levels: Int) {
    let document = read((String(repeating: "<div>", count: levels) + "a").utf8)
    #expect(document.nodes.count { $0.kind == .element && $0.name == .div } == levels)
  }

  @Test func manyAttributes() {
    let document = read(("<p " + (0..<100_000).map { "a\($0)" }.joined(separator: " ") + ">b<p>c").utf8)
    #expect(document.nodes.count { $0.kind == .element && $0.name == .p } == 2)
  }
}

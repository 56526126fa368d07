import RelireModel
import Testing

@testable import RelireDocuments

@Suite struct HTMLReaderTests {
  private func outline(_ html: String) -> String { HTMLReader.read(SourceText(html)).outline }

  @Test(arguments: [
    ("<title>T</title><main>a</main>", #"html^(head^(title("T")) body^(main("a")))"#),
    ("<p>a<section>b</section>", #"html^(body^(p("a") section("b")))"#),
    ("<p>a<wbr>b<video><source><track></video>c", #"html^(body^(p("a" wbr "b" video(source track) "c")))"#),
    ("<div/>a</div>b", #"html^(body^(div("a") "b"))"#),
    ("<h2>a<h3>b</h3>c", #"html^(body^(h2("a") h3("b") "c"))"#),
    ("<h2>a</h3>c", #"html^(body^(h2("a") "c"))"#),
    (
      "<table><td>a<td>b<tr><td>c</table>d",
      #"html^(body^(table(tbody^(tr^(td("a") td("b")) tr(td("c")))) "d"))"#
    ),
    (
      "<table><tr><td><table><tr><td>a</table>b</table>",
      #"html^(body^(table(tbody^(tr(td(table(tbody^(tr(td("a")))) "b"))))))"#
    ),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>d", #"html^(body^(ul(li("a" ul(li("b"))) li("c")) "d"))"#),
    ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", #"html^(body^(dl(dt("a") dd("b") dt("c") dd("d"))))"#),
    (
      "<!DOCTYPE html><html lang=fr><head><meta charset=utf-8></head> <body class=a>b</body></html>\n",
      #"html(head(meta) body("b"))"#
    ),
    ("<b>a<p>b</b>c</p>d", #"html^(body^(b("a" p("b" "c")) "d"))"#),
    ("<a href=x>a<a href=y>b</a>c", #"html^(body^(a("a") a("b") "c"))"#),
    (
      "<p>a<svg><title>t</title><path/><style>x</style></svg>b</p>",
      #"html^(body^(p("a" svg(title(‹t›) path style(‹x›)) "b")))"#
    ),
    ("<svg><g><p>a", #"html^(body^(svg(g) p("a")))"#),
    (
      "<select><option>a<option>b<optgroup><option>c</select>d",
      #"html^(body^(select(option("a") option("b") optgroup(option("c"))) "d"))"#
    ),
    (
      "<script>if (a</b>c) '</p>'</script>d<style><b></style>",
      #"html^(head^(script(‹if (a</b>c) '</p>'›)) body^("d" style(‹<b>›)))"#
    ),
    (
      "<textarea><b>&eacute;</textarea>x<noscript><p>a</noscript>",
      #"html^(body^(textarea(‹<b>› ‹&eacute;›) "x" noscript(‹<p>a›)))"#
    ),
    ("<template><td>a</template>b", #"html^(head^(template(td(‹a›))) body^("b"))"#),
    ("a</p></div></span></br>b", #"html^(body^("a" br "b"))"#),
    ("<p>a<button>b<p>c</button>d", #"html^(body^(p("a" button("b" p("c")) "d")))"#),
    ("<!-- a --><p>b</p><!-- c -->", #"# html^(body^(p("b") #))"#),
    ("a < b <3 c", #"html^(body^("a < b <3 c"))"#),
    ("", ""),
  ])
  func tree(_ html: String, expected: String) {
    #expect(outline(html) == expected)
  }

  private func read(_ html: String) -> Document { HTMLReader.read(SourceText(html)) }

  private func first(_ name: ElementName, _ document: Document) -> NodeID {
    document.descendants(of: .root).first { document.isElement($0, name) } ?? .none
  }

  @Test func rangesOfElementsAndAttributes() {
    let document = read("<ul><li class='a b'>un<li>deux</ul>")
    let item = first(.li, document)
    #expect(document.source.string(document[item].range) == "<li class='a b'>un")
    #expect(document.source.string(document[item].startTag) == "<li class='a b'>")
    #expect(document.attribute(.class, of: item)?.valueRange == SourceRange(15, 18))
    #expect(document.attribute(.class, of: item)?.quote == UInt8(ascii: "'"))
    let body = first(.body, document)
    #expect(document.source.string(document[body].range) == document.source.string(SourceRange(0, 35)))
  }

  @Test func attributeValues() {
    let document = read("<a href=?a=1&copy=2&amp;b HREF=x TITLE='&laquo; A &raquo;' hidden @click=go #ref data-x>a</a>")
    let link = first(.a, document)
    #expect(document.value(.href, of: link) == "?a=1&copy=2&b")
    #expect(document.value(.title, of: link) == "« A »")
    #expect(document.value(.hidden, of: link) == "")
    #expect(
      document.attributes(of: link).map { document.spelling($0.name) }
        == ["href", "title", "hidden", "@click", "#ref", "data-x"])
    #expect(document.problems.map(\.range) == [SourceRange(26, 30)])
  }

  @Test func lateAttributesOfThePage() {
    let document = read("<p>Hello</p><html lang=en class=a><body class=b><html lang=fr>c")
    let html = first(.html, document)
    #expect(document.value(.lang, of: html) == "en")
    #expect(document.value(.class, of: html) == "a")
    #expect(document.value(.class, of: first(.body, document)) == "b")
    #expect(document.prose.blocks.map { document.prose.language(of: $0).primary } == ["en", "en"])
  }

  @Test func nulInAnAttribute() {
    let bytes = Array("<p title=\"a\u{0}b\">c</p><p>d</p>".utf8)
    let document = HTMLReader.read(SourceDecoder.decode(bytes, format: .html))
    #expect(document.outline == #"html^(body^(p("c") p("d")))"#)
    #expect(document.value(.title, of: first(.p, document)) == "a b")
  }

  @Test func proseJoinsWhatIsReadTogether() {
    let document = read("<title>A</title><p>l&rsquo;<em>été</em>&nbsp;: <code>x</code><br>fin<!-- c -->ale<p>b")
    #expect(
      document.prose.blocks.map { document.prose.string($0) }
        == ["A", "l’été\u{A0}: \u{FFFC}\u{2028}finale", "b"])
    #expect(document.prose.blocks.map(\.kind) == [.pageTitle, .paragraph, .paragraph])
  }

  @Test func endTagsAreFoundInAnyCase() {
    let document = read("<SCRIPT>a</scripting></ScRiPt ><P>b</p>")
    #expect(document.outline == #"html^(head^(script(‹a</scripting>›)) body^(p("b")))"#)
  }

  @Test func unfinishedTagIsReported() {
    let document = read("<p>a</p><a href='b")
    #expect(document.outline == #"html^(body^(p("a")))"#)
    #expect(document.problems.map(\.range) == [SourceRange(8, 9)])
  }

  // MARK: Source pages

  @Test(arguments: [
    "---\ntitle: 'A : b'\ndescription: C\n---\n", "+++\ntitle = 'A : b'\ndescription = \"C\"\n+++\n",
    "{\"title\": \"A : b\", \"description\": \"C\"}\n",
  ])
  func `a front matter is no text`(head: String) {
    let document = read(head + "<p>D : e</p>")
    #expect(document.frontMatter?["title"]?.string == "A : b")
    #expect(document.outline == #"html^(body^(p("D : e")))"#)
    #expect(document.prose.blocks.map { document.prose.string($0) } == ["D : e", "A : b", "C"])
    #expect(document.prose.blocks.map(\.kind) == [.paragraph, .frontMatterTitle, .frontMatterDescription])
    let title = document.prose.sourceRange(of: document.prose.blocks[1].range)
    #expect(document.source.string(title) == "A : b")
    #expect(document.problems.isEmpty)
  }

  @Test func `a broken front matter is told`() {
    let document = read("---\ntitle: a: b\n---\n<p>c</p>")
    #expect(document.problems.map(\.kind) == [.frontMatter])
    #expect(document.outline == #"html^(body^(p("c")))"#)
    #expect(read("--- a\n<p>b</p>").frontMatter == nil)
  }

  @Test func `shortcodes of a source page are no text`() {
    let document = read("---\ntitle: a\n---\n<p>b {{< c \"d\" >}} <a href=\"{{< ref \"e\" >}}\">f</a></p>")
    #expect(document.outline == #"html^(body^(p("b " {} " " a("f"))))"#)
    #expect(document.value(.href, of: first(.a, document)) == "{{< ref \"e\" >}}")
    #expect(document.masks.map(\.name) == ["c", "ref"])
    // Without a front matter it may be a page about them.
    #expect(read("<p>{{< c >}}</p>").masks.isEmpty)
  }
}

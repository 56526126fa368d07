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
    ("<table><td>a<td>b<tr><td>c</table>d",
      #"html^(body^(table(tbody^(tr^(td("a") td("b")) tr(td("c")))) "d"))"#),
    ("<table><tr><td><table><tr><td>a</table>b</table>",
      #"html^(body^(table(tbody^(tr(td(table(tbody^(tr(td("a")))) "b"))))))"#),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>d", #"html^(body^(ul(li("a" ul(li("b"))) li("c")) "d"))"#),
    ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", #"html^(body^(dl(dt("a") dd("b") dt("c") dd("d"))))"#),
    ("<!DOCTYPE html><html lang=fr><head><meta charset=utf-8></head> <body class=a>b</body></html>\n",
      #"html(head(meta) body("b"))"#),
    ("<b>a<p>b</b>c</p>d", #"html^(body^(b("a" p("b" "c")) "d"))"#),
    ("<a href=x>a<a href=y>b</a>c", #"html^(body^(a("a") a("b") "c"))"#),
    ("<p>a<svg><title>t</title><path/><style>x</style></svg>b</p>",
      #"html^(body^(p("a" svg(title(‹t›) path style(‹x›)) "b")))"#),
    ("<svg><g><p>a", #"html^(body^(svg(g) p("a")))"#),
    ("<select><option>a<option>b<optgroup><option>c</select>d",
      #"html^(body^(select(option("a") option("b") optgroup(option("c"))) "d"))"#),
    ("<script>if (a</b>c) '</p>'</script>d<style><b></style>", #"html^(head^(script(‹if (a</b>c) '</p>'›)) body^("d" style(‹<b>›)))"#),
    ("<textarea><b>&eacute;</textarea>x<noscript><p>a</noscript>", #"html^(body^(textarea(‹<b>› ‹&eacute;›) "x" noscript(‹<p>a›)))"#),
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
}

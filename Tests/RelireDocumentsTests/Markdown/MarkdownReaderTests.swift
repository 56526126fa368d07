import RelireModel
import Testing

@testable import RelireDocuments

/// What becomes of each construct: the tree in one line, and the places of what a rule may want to correct.
@Suite struct MarkdownReaderTests {
  private func read(_ markdown: String) -> Document { MarkdownReader.read(SourceText(markdown)) }

  /// The markup of each element of a name.
  private func markup(_ name: ElementName, in markdown: String) -> [String] {
    let document = read(markdown)
    return document.nodes.filter { $0.kind == .element && $0.name == name }.map { document.source.string($0.range) }
  }

  private func prose(_ markdown: String) -> [String] {
    let document = read(markdown)
    return document.prose.blocks.map { document.prose.string($0) }
  }

  @Test(arguments: [
    // Implied here means: no marker of its own.
    ("# A\n\nb *c* **d**", ##"h1("A") p^("b " em("c") " " strong("d"))"##),
    ("A\n===\nB\nC\n---", ##"h1^("A") h2^("B\##nC")"##),
    ("##\n\n## \n", "h2 h2"),
    ("#A", ##"p^("#A")"##),
    ("a\nb  \nc\\\nd", ##"p^("a\##nb" br "c" br "d")"##),
    ("> a\n> b\n>\n> > c", ##"blockquote(p^("a\##n" "b") blockquote(p^("c")))"##),
    ("> a\n\n> b", ##"blockquote(p^("a")) blockquote(p^("b"))"##),
    ("- a\n- b\n  - c\n\n1. d", ##"ul^(li("a") li("b" ul^(li("c")))) ol^(li("d"))"##),
    ("- a\n\n  b\n- c", ##"ul^(li(p^("a") p^("b")) li(p^("c")))"##),
    ("- [ ] a\n- [x] b", ##"ul^(li({} "a") li({} "b"))"##),
    ("-\n- a\n-", ##"ul^(li li("a") li)"##),
    (
      "| a | b |\n|---|:-:|\n| c |\n| | d |",
      ##"table^(thead^(tr^(th^("a") th^("b"))) tbody^(tr^(td^("c")) tr^(td^ td^("d"))))"##
    ),
    ("a|b\n-|-\nc|d", ##"table^(thead^(tr^(th^("a") th^("b"))) tbody^(tr^(td^("c") td^("d"))))"##),
    ("a\n-|-\nb", ##"p^("a\##n-|-\##nb")"##),
    ("```js\nx\n```\n\n    y\n", "pre(code^(‹x›)) pre^(code^(‹y›))"),
    ("a `b` ``c`d``", ##"p^("a " code(‹b›) " " code(‹c`d›))"##),
    ("~~a~~ ~b~", ##"p^(del("a") " " del("b"))"##),
    ("***\n---", "hr hr"),
    ("<https://a.fr> www.b.fr c@d.fr", ##"p^(a("https://a.fr") " " a^("www.b.fr") " " a^("c@d.fr"))"##),
    ("https://a.fr/b\u{A0}: c", ##"p^(a^("https://a.fr/b") "\##u{A0}: c")"##),
    (
      "(https://a.fr/b).\u{A0}» (https://a.fr/(b)\u{A0}!)",
      ##"p^("(" a^("https://a.fr/b") ").\##u{A0}» (" a^("https://a.fr/(b)") "\##u{A0}!)")"##
    ),
    ("«\u{A0}www.a.fr\u{A0}» www.a.fr\u{202F}»", ##"p^("«\##u{A0}www.a.fr\##u{A0}» " a^("www.a.fr") "\##u{202F}»")"##),
    ("![a *b*](c)", "p^(img)"),
    ("a <b>c</b><!-- d -->", ##"p^("a " b("c") #)"##),
    ("<div>\n\n*a*\n\n</div>\n\nb", ##"div(p^(em("a"))) p^("b")"##),
    ("<p>\n\na", ##"p p^("a")"##),
    ("- <div>\n- a", ##"ul^(li(div) li("a"))"##),
    ("<!-- a\n\nb -->\nc", ##"# p^("c")"##),
    // What Goldmark adds.
    ("A\nB\n: c\n: d\n\nE\n\n: f", ##"dl^(dt^("A") dt^("B") dd("c") dd("d") dt^("E") dd("f"))"##),
    ("a[^1]\n\n[^1]: b *c*\n\n    d\n[^2]: e", ##"p^("a" {}) div(p^("b " em("c")) p^("d")) div(p^("e"))"##),
    ("> [!NOTE]\n> a", ##"blockquote(p^("a"))"##),
    ("> [!TIP] A\n> b", ##"blockquote(p^("A") p^("b"))"##),
    ("a :smile: $x^2$ \\(y\\)", ##"p^("a " {} " " {} " " {})"##),
    ("a\n\n$$\nx\n$$\n\nb", ##"p^("a") {} p^("b")"##),
    ("# A {#b .c}\n\nd\n{.e}", ##"h1("A") p^("d")"##),
    ("{{< a >}}\nb {{< c >}}\n{{< /a >}}", ##"{} p^("b " {}) {}"##),
    ("[a]({{< ref \"b c\" >}})", ##"p^(a("a"))"##),
    ("[a]: /b\n\n[a]", ##"p^(a("a"))"##),
    ("a\n\n2024", ##"p^("a") p^("2024")"##),
    ("", ""),
  ])
  func tree(_ markdown: String, expected: String) {
    let document = read(markdown)
    #expect(document.outline == expected)
    #expect(MarkdownInvariants.violations(of: document).isEmpty)
  }

  @Test func elementsSliceToTheirMarkup() {
    #expect(markup(.strong, in: "a **b *c*** d") == ["**b *c***"])
    #expect(markup(.em, in: "a **b *c*** d") == ["*c*"])
    #expect(markup(.h2, in: "## A ##  \n\nb") == ["## A ##"])
    #expect(markup(.h1, in: "> A\n> ===\n> b") == ["A\n> ==="])
    #expect(markup(.a, in: "> a [b\n> c](d \"e\") f") == ["[b\n> c](d \"e\")"])
    #expect(markup(.a, in: "[a][b] [b][] [b]\n\n[b]: c") == ["[a][b]", "[b][]", "[b]"])
    #expect(markup(.a, in: "[a](b(c)d) [a](<b c>)") == ["[a](b(c)d)", "[a](<b c>)"])
    #expect(markup(.img, in: "![a ![b](c)](d) ![e]\n\n[e]: f") == ["![a ![b](c)](d)", "![e]"])
    #expect(markup(.li, in: "1. a\n10) b\n") == ["1. a", "10) b"])
    #expect(markup(.li, in: "- a\n\n  b\n\nc") == ["- a\n\n  b"])
    #expect(markup(.pre, in: "> ```\n> a\n> ```\n> b") == ["```\n> a\n> ```"])
    #expect(markup(.code, in: "a `` b ` c `` d") == ["`` b ` c ``"])
    #expect(markup(.th, in: "| *a* | b\\|c |\n|--|--|") == ["*a*", "b\\|c"])
    #expect(markup(.br, in: "a  \nb") == ["  \n"])
    #expect(markup(.table, in: "a|b\n-|-\n\nc") == ["a|b\n-|-"])
  }

  @Test func attributesHaveTheirPlaces() {
    func attributes(_ markdown: String) -> [String] {
      let document = read(markdown)
      return document.attributes.map {
        "\(document.spelling($0.name))=\($0.value) ‹\(document.source.string($0.valueRange))›"
      }
    }
    #expect(attributes("[a](b 'c &amp; \\' d')") == ["href=b ‹b›", "title=c & ' d ‹c &amp; \\' d›"])
    #expect(attributes("[a](<b c> (d))") == ["href=b c ‹b c›", "title=d ‹d›"])
    #expect(attributes("[a][B]\n\n> [b]:\n> /u\n> \"t\"") == ["href=/u ‹/u›", "title=t ‹t›"])
    #expect(attributes("![a *b*](c)") == ["alt=a b ‹a *b*›", "src=c ‹c›"])
    #expect(attributes("[a]({{< ref \"b c\" >}})") == ["href={{< ref \"b c\" >}} ‹{{< ref \"b c\" >}}›"])
    #expect(attributes("<a href=\"{{< ref \"b\" >}}\">c</a>") == ["href={{< ref \"b\" >}} ‹{{< ref \"b\" >}}›"])
    #expect(attributes("7) a") == ["start=7 ‹7›"])
    #expect(attributes("# A {#b .c}") == ["id=b ‹b›"])
    #expect(attributes("```sh {.c #b}\nx\n```") == ["id=b ‹b›"])
    #expect(attributes("A {#b}\n===") == ["id=b ‹b›"])
    #expect(attributes("**A** {#b}\n===") == ["id=b ‹b›"])
    #expect(attributes("a|b\n:-:|-:") == ["style=text-align: center ‹›", "style=text-align: right ‹›"])
    #expect(attributes("https://a.fr/b\u{A0}; c") == ["href=https://a.fr/b ‹https://a.fr/b›"])
    #expect(attributes("www.a.fr <b@c.fr>") == ["href=http://www.a.fr ‹www.a.fr›", "href=mailto:b@c.fr ‹b@c.fr›"])
  }

  @Test func alternativesTitlesAndFrontMatterAreProse() {
    #expect(prose("![a &amp; *b*](c \"d\\\"e\")") == ["\u{FFFC}", "a & b", "d\"e"])
    #expect(
      prose("---\ntitle: A\ndescription: \"B: c\"\nobjectifs:\n  - D\n  - e\ndraft: true\n---\nf") == [
        "f", "A", "B: c", "D", "e",
      ])
    #expect(prose("+++\ntitle = 'A'\n+++\nb") == ["b", "A"])
  }

  @Test func escapesAndReferencesAreTheirCharacter() {
    let document = read("a\\*b&nbsp;: &notaname;")
    #expect(document.prose.string(document.prose.blocks[0]) == "a*b\u{A0}: &notaname;")
    let kinds = document.prose.segments.map(\.kind)
    #expect(kinds == [.verbatim, .escape, .verbatim, .escape, .verbatim])
    #expect(document.source.string(document.prose.segments[1].source) == "\\*")
    #expect(document.source.string(document.prose.segments[3].source) == "&nbsp;")
  }

  @Test func prefixesOfContinuedLinesAreNoProse() {
    #expect(prose("> - a\n>   b\n> c") == ["a\nb\nc"])
    #expect(prose("> a\r\n> b") == ["a\nb"])
    #expect(prose("> <div>\n> a") == ["a"])
  }

  @Test func anUnclosedFrontMatterIsAProblem() {
    let document = read("---\ntitle: A\n\nb")
    #expect(document.problems.map(\.kind) == [.frontMatter])
    #expect(document.problems.first.map { document.source.string($0.range) } == "---")
  }

  @Test func aByteOrderMarkIsNoText() {
    let document = MarkdownReader.read(SourceDecoder.decode(Array("\u{FEFF}# A\n".utf8), format: .markdown))
    #expect(document.outline == #"h1("A")"#)
    #expect(document.nodes[1].range == SourceRange(3, 6))
  }
}

import RelireModel
import Testing

@testable import RelireDocuments

/// What is hidden from the Markdown parser, and what must not be.
@Suite struct MarkdownMaskingTests {
  private func masks(_ markdown: String) -> [String] {
    let document = MarkdownReader.read(SourceText(markdown))
    return document.masks.map {
      "\($0.kind.rawValue) \($0.isClosing ? "/" : "")\($0.name) ‹\(document.source.string($0.range))›"
    }
  }

  private func prose(_ markdown: String) -> [String] {
    let document = MarkdownReader.read(SourceText(markdown))
    return document.prose.blocks.map { document.prose.string($0) }
  }

  @Test func shortcodes() {
    #expect(masks("{{< a >}}b{{% /c %}}") == ["shortcode a ‹{{< a >}}›", "shortcode /c ‹{{% /c %}}›"])
    #expect(masks("{{< a x=\"b >}} c\" `d\n>}}` >}}") == ["shortcode a ‹{{< a x=\"b >}} c\" `d\n>}}` >}}›"])
    #expect(masks("{{< a\n  b=\"c\"\n>}}") == ["shortcode a ‹{{< a\n  b=\"c\"\n>}}›"])
    #expect(masks("{{< a />}} {{<b>}}") == ["shortcode a ‹{{< a />}}›", "shortcode b ‹{{<b>}}›"])
    #expect(masks("{{</* a */>}} {{%/* b */%}}").count == 2)
    #expect(masks("`{{< a >}}`\n\n```\n{{< b >}}\n```\n<!-- {{< c >}} -->").count == 3)
    #expect(masks("{{ a }} { {< b >}}").isEmpty)
  }

  @Test func anUnclosedShortcodeIsAProblemAndHidesItsLine() {
    let document = MarkdownReader.read(SourceText("a {{< b c\n\nd"))
    #expect(document.problems.map { document.source.string($0.range) } == ["{{< b c"])
    #expect(document.prose.blocks.map { document.prose.string($0) } == ["a \u{FFFC}", "d"])
  }

  @Test func textRunsThroughPairedShortcodes() {
    #expect(prose("a {{< b >}}c{{< /b >}}\u{A0}: {{< d >}}") == ["a c\u{A0}: \u{FFFC}"])
    #expect(prose("a\n{{< b >}}\nc\n{{< /b >}}") == ["a", "c"])
  }

  @Test func contentOfVerbatimShortcodesIsHidden() {
    #expect(prose("a {{< math >}}b ; c{{< /math >}} d") == ["a \u{FFFC} d"])
    #expect(prose("{{< highlight go >}}\na ;\n\n# b\n{{< /highlight >}}\n\nc") == ["c"])
  }

  @Test func footnotes() {
    #expect(
      masks("a[^1]\n\n[^1]: b") == ["footnoteReference 1 ‹[^1]›", "footnoteDefinition 1 ‹[^1]:›"])
    #expect(prose("a[^note] b.\n\n[^note]: C *d*.") == ["a\u{FFFC} b.", "C d."])
    #expect(masks("`[^1]`\n\n    [^2]: code").isEmpty)
  }

  @Test func definitionsNeedATerm() {
    #expect(masks("A\n: b") == ["definitionMarker  ‹:›"])
    #expect(masks("A\n\n: b") == ["definitionMarker  ‹:›"])
    #expect(masks(": a").isEmpty)
    #expect(masks("A\n\n\n: b").isEmpty)
    #expect(masks("# A\n: b").isEmpty)
    #expect(masks("A\n:b").isEmpty)
    #expect(masks("- A\n\n: b").isEmpty)
    #expect(masks("- A\n: b").isEmpty)
    #expect(masks("- A\n  : b").count == 1)
    #expect(masks("A\n: b\n\n  c\n: d").count == 2)
    #expect(masks("A\n: b\n\nC\n\n\n: d").count == 1)
  }

  @Test func attributes() {
    #expect(masks("# A {#b}") == ["attributeList b ‹{#b}›"])
    #expect(masks("# A {#b .c d=\"e f\"}") == ["attributeList b ‹{#b .c d=\"e f\"}›"])
    #expect(masks("# A {b}").isEmpty)
    // As Hugo: without a blank too, and under the name of the attribute.
    #expect(masks("# A{#b}") == ["attributeList b ‹{#b}›"])
    #expect(masks("# A {id=\"b c\" .d}") == ["attributeList b c ‹{id=\"b c\" .d}›"])
    #expect(masks("# A {.d id=b}") == ["attributeList b ‹{.d id=b}›"])
    #expect(masks("a {#b}").isEmpty)
    #expect(masks("a\n{.b}") == ["attributeList  ‹{.b}›"])
  }

  @Test(arguments: [
    "10:30:45", "1:2:3", "std::vector::size", "a:b:c", "http://a.fr:80:b", "(: a :)", ":-)", ":p", "|:--:|", "fe80::1",
    "a :b c:", "::before::",
  ])
  func colonsThatAreNoEmoji(_ text: String) {
    #expect(masks(text).isEmpty)
  }

  @Test(arguments: [":smile:", ":+1:", "(:heart_eyes:)", "a :tada:."])
  func emoji(_ text: String) {
    #expect(masks(text).count == 1)
  }

  @Test(arguments: [
    "5 $ et 10 $", "$5 et $10", "US$5 ou US$10", "entre 5$ et 10$", "$HOME et $PATH", "$A/$B", "${a}/${b}",
    "le ($$) ou ($$$)", "\\[Ministère\\]", "\\(voir plus bas\\)", "\\$a$", "`$x$`", "100 $ US = 95 €, 3 $",
    "coûte $1,000 (soit $2)",
  ])
  func dollarsAndBracketsThatAreNoFormula(_ text: String) {
    #expect(masks(text).isEmpty)
  }

  @Test(arguments: [
    "$x$", "$a_1 + b_2$", "$$\\frac{a}{b}$$", "$$\nE = mc^2\n$$", "\\(x^2\\)", "\\[\na = b\n\\]", "soit $n$, puis",
  ])
  func formulas(_ text: String) {
    #expect(masks(text).count == 1)
    #expect(!prose(text).joined().contains("$"))
  }

  @Test func whatASiteDeclaresIsAFormula() {
    let text =
      "Soit \\(nombre total!\\), \\[somme : valeur nette\\], $$deux mots ; trois mots$$ et $petit mot : grand mot$"
    func count(_ formulas: FormulaDelimiters) -> Int {
      MarkdownReader.read(SourceText(text), options: ReadingOptions(formulas: formulas)).masks.count
    }
    #expect(count([]) == 0)
    #expect(count([.parentheses, .brackets]) == 2)
    #expect(count([.parentheses, .brackets, .dollar, .twoDollars]) == 4)
  }

  @Test func alerts() {
    #expect(masks("> [!NOTE]\n> a") == ["alert NOTE ‹[!NOTE]›"])
    #expect(masks("> [!TIP]- A\n> b") == ["alert TIP ‹[!TIP]-›"])
    #expect(masks("> a [!NOTE]\n\n[!NOTE]").isEmpty)
  }

  @Test func codeAndCommentsAreLeftAlone() {
    let text =
      "```\n:a: $x$ [^1]\n```\n\n~~~~\n~~~\n:a:\n~~~~\n\n- ```\n  :a:\n  ```\n\nb\n\n    :a:\n\n`` :a: ` ``\n\n<!-- :a:\n\n[^1]: b -->"
    #expect(masks(text).isEmpty)
    #expect(masks("```\na\n```\n:b:") == ["emoji b ‹:b:›"])
    #expect(masks("> ```\n> :a:\n\n:b:") == ["emoji b ‹:b:›"])
  }
}

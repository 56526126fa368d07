import RelireModel
import Testing

@testable import RelireDocuments

/// What shortcodes are given, as Hugo reads it, and which of it is prose.
@Suite struct ShortcodeArgumentsTests {
  private func call(_ text: String) throws -> ShortcodeCall {
    try #require(MarkdownReader.read(SourceText("a \(text) b")).shortcodes.first)
  }

  @Test(arguments: [
    ("{{< a b=\"c d\" e=f >}}", "b: c d, e: f"),
    ("{{< a \"b c\" d.png é >}}", ": b c, : d.png, : é"),
    ("{{< a b = \"c\" d=`e \"f\"`g=\"h\" >}}", "b: c, d: e \"f\", g: h"),
    ("{{< a b=\"c \\\"d\\\"\" />}}", "b: c \"d\""),
    ("{{< a b=\\\"c d\\\" >}}", "b: c d"),
    ("{{< a été=n°5 n='68 >}}", "été: n°5, n: '68"),
    ("{{<a>}}", ""),
  ]) func arguments(_ text: String, _ expected: String) throws {
    let call = try call(text)
    #expect(call.arguments.map { "\($0.key): \($0.value)" }.joined(separator: ", ") == expected)
    #expect(call.refusals.isEmpty)
  }

  @Test(arguments: [
    "{{< a “b c” >}}", "{{< a\u{A0}b >}}", "{{< a b/c >}}", "{{< a \"b >}}", "{{< a b=c d >}}", "{{< a b c=d >}}",
    "{{< a b= >}}", "{{< a b=c>}}", "{{< a, b >}}",
  ]) func refusals(_ text: String) throws {
    #expect(try call(text).refusals.count == 1)
  }

  @Test(arguments: [
    ("{{< a title=\"L'été vient\" >}}", ["L'été vient"]),
    ("{{< a alt=\"Un plan\" caption=\"Le plan\" >}}b c{{< /a >}}", ["Un plan", "Le plan"]),
    ("{{< a titre=`Un « plan »` >}}", ["Un « plan »"]),
    ("{{< a title=seul class=\"b c\" src=\"d e.png\" >}}", []),
    ("{{< a title=\"Un <b>plan</b>\" alt=\"a \\\"b\\\" c\" >}}", []),
    ("{{</* a title=\"Un plan\" */>}}", []),
  ]) func texts(_ text: String, _ expected: [String]) {
    let document = MarkdownReader.read(SourceText(text))
    let blocks = document.prose.blocks.filter { $0.kind == .shortcodeArgument }
    #expect(blocks.map { document.prose.string($0) } == expected)
    for (block, text) in zip(blocks, expected) {
      #expect(document.source.string(document.prose.sourceRange(of: block.range)) == text)
    }
  }
}

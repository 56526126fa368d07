import RelireModel
import Testing

@testable import RelireDocuments

/// As Hugo's lexer reads what stands between the name of a shortcode and its end.
@Suite struct ShortcodeArgumentsTests {
  /// The blank before `>}}` ends each text, but where its lack is what is tested.
  @Test(arguments: [
    ("\"un\" deux ", ["un", "deux"], ""),
    ("l-été prix.png ", ["l-été", "prix.png"], ""),
    ("a=b c=\"d e\" ", ["a=b", "c=d e"], ""),
    ("a = \"1,5\"\n", ["a=1,5"], ""),
    ("a=1,5 n=n°5 ", ["a=1,5", "n=n°5"], ""),
    ("a=`b \"c\"`d=\"e\" ", ["a=b \"c\"", "d=e"], ""),
    ("\"l\\\"été\" ", ["l\"été"], ""),
    ("a=\\\"b c\\\" ", ["a=b c"], ""),
    ("an='68 ", ["an='68"], ""),
    ("", [], ""),
    ("a=b \"c\" ", ["a=b", "c"], "mixture(isNamed: false)"),
    ("a=`b`c ", ["a=b", "c"], "mixture(isNamed: false)"),
    ("\"c\" a=b ", ["c", "a=b"], "mixture(isNamed: true)"),
    ("\"un ", ["un "], "unclosedQuote"),
    ("a=`un ", ["a=un "], "unclosedQuote"),
    ("'68 un ", [], "character"),
    ("n°5 un ", [], "character"),
    ("un\u{A0}deux ", [], "character"),
    ("\"un\"\u{A0}\"deux\" ", ["un", "deux"], "noBreakSpace"),
    ("a=“un euro” 'deux' ", ["a=un euro", "deux"], "quotes quotes mixture(isNamed: false)"),
    ("«\u{A0}un euro\u{A0}» ", ["\u{A0}un euro\u{A0}"], "quotes"),
    ("a= ", ["a="], "value"),
    ("a=2", ["a=2"], "delimiter"),
  ])
  func `arguments and what Hugo refuses of them`(_ text: String, _ arguments: [String], _ reasons: String) {
    let bytes = Array(text.utf8)
    let read = ShortcodeArguments(bytes, SourceRange(0, bytes.count))
    #expect(read.arguments.map { $0.key.isEmpty ? $0.value : "\($0.key)=\($0.value)" } == arguments)
    #expect(read.refusals.map { "\($0.reason)" }.joined(separator: " ") == reasons)
  }

  @Test(arguments: [
    ("{{< a title=\"L'été vient\" >}}", ["L'été vient"]),
    ("{{< a alt=\"Un plan\" caption=\"Le plan\" >}}b c{{< /a >}}", ["Un plan", "Le plan"]),
    ("{{< a titre=`Un « plan »` >}}", ["Un « plan »"]),
    ("{{< a title=seul class=\"b c\" src=\"d e.png\" >}}", []),
    ("{{< a title=\"Un <b>plan</b>\" alt=\"a \\\"b\\\" c\" >}}", []),
    ("{{</* a title=\"Un plan\" */>}}", []),
  ]) func `arguments that readers see`(_ text: String, _ expected: [String]) {
    let document = MarkdownReader.read(SourceText(text))
    let blocks = document.prose.blocks.filter { $0.kind == .shortcodeArgument }
    #expect(blocks.map { document.prose.string($0) } == expected)
    for (block, text) in zip(blocks, expected) {
      #expect(document.source.string(document.prose.sourceRange(of: block.range)) == text)
    }
  }
}

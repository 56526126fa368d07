import TestSupport

/// Makes pages of pieces of Markdown, most of them odd.
enum MarkdownPages {
  private static let inlines = [
    "mot", "Un été", " ", " ", "*", "**", "***", "_", "__", "~~", "~", "`", "``", "`code`", "\\*", "\\", "&nbsp;",
    "&amp;",
    "&inconnue;", "[", "]", "(", ")", "[a](b)", "[a *b*](<c d> 'e')", "[a][r]", "[r]", "[r][]", "![",
    "![i *j*](k \"l\")",
    "![r]", "<b>", "</b>", "<i class=\"x\">", "<!-- c -->", "<br>", "<https://a.fr>", "https://a.fr/b?c=d", "www.a.fr",
    "a@b.fr", "  \n", "\\\n", "\n", "\n", "{{< s >}}", "{{% t a=\"b>}}\" %}}", "{{</* s */>}}", "[^1]", ":smile:",
    "$x^2$", "\\(a+b\\)", "10 $", ":", "|", "é", "😀", "\u{A0}", "\u{202F}:", "\t", "**gras**", "_it_", "#", ">", "-",
    "1.",
  ]
  private static let starts = [
    "", "", "", "# ", "## ", "###### ", "#", "- ", "* ", "+ ", "1. ", "12) ", "> ", ">", "> > ", "- > ", "> - ", "    ",
    "\t", "  ", "- [ ] ", "- [x] ", "```\n", "~~~ js\n", "> ```\n", "- ```\n", "| a | b |\n|---|:-:|\n| ",
    "a | b\n-|-\n",
    "***\n", "---\n", "===\n", "[r]: /u 'titre'\n", "[r]: <u>\n", "> [r]: /u\n", "- [q]: /u\n", "[^1]: ", ": ", "T\n: ",
    "<div>\n", "</div>\n", "<p>", "<!--\n", "-->\n", "> [!NOTE]\n> ", "> [!TIP] T\n> ", "{.c}\n", "{{< s >}}\n",
    "{{< /s >}}\n",
    "$$\na\n$$\n", "1986\\. ", "-\n  ", "- \n", ">\n", "##\n", "|\n", "<table><tr><td>\n", "{{< highlight >}}\n",
    "{{< /highlight >}}\n", "[r]:\n/u\n", "Titre {#id}\n===\n",
  ]

  // What other generators add.
  private static let dialectInlines = [
    "{: .a #b}", "{:", "{a(\"b\")}", "{++", "++}", "{--c--}", "[[d]]", "![[e]]", "[@f, p. 1]", "<%= g %>",
    "{target=\"h\"}", "[a](b){: target=\"_blank\"}", "[a *b*](c){:.d}", "{/* e */}", "{", "}", "https://a.fr",
  ]
  private static let dialectStarts = [
    "*[ABR]: ", "[^2] : ", "!!! note \"A\"\n    ", "=== \"B\"\n", "import a from \"b\"\n", "{: .c}\n", "--8<-- \"d\"\n",
    "<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n", "::e\n---\nf: g\n---\n", "???+ h \"\"\n", ":::{i}\n:j: k\n", "- {: .l} ",
  ]

  /// - Parameter hasDialects: with more pieces, at which md4c 0.4.8 pairs other marks wrongly.
  static func page(_ random: inout SplitMix64, hasDialects: Bool = false) -> [UInt8] {
    let starts = hasDialects ? starts + dialectStarts : starts
    let inlines = hasDialects ? inlines + dialectInlines : inlines
    let lineEnd = random.below(8) == 0 ? "\r\n" : "\n"
    var text = random.below(6) == 0 ? "---\ntitle: \"Un titre\"\nobjectifs:\n  - Lire\n---\n" : ""
    for _ in 0..<(1 + random.below(14)) {
      text += random.pick(starts)
      for _ in 0..<random.below(9) { text += random.pick(inlines) }
      if random.below(6) == 0 { text += " {#id .c}" }
      text += random.pick(["\n", "\n", "\n\n", "\n\n", "\n    "])
    }
    if lineEnd != "\n" {
      text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
    }
    return Array(text.utf8)
  }
}

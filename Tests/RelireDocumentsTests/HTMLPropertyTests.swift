import RelireModel
import TestSupport
import Testing

@testable import RelireDocuments

/// Generated and mutated pages: whatever the page, the places are true.
@Suite struct HTMLPropertyTests {
  private static let names = [
    "html", "head", "title", "body", "p", "div", "ul", "li", "table", "tr", "td", "th", "tbody", "a", "b", "em", "h1",
    "h2", "h3", "br", "img", "hr", "input", "svg", "path", "math", "script", "style", "textarea", "button", "form",
    "select", "option", "dl", "dt", "dd", "section", "main", "template", "noscript", "pre", "code", "x-card", "span",
    "object", "iframe", "caption", "col", "ruby", "rt", "video", "source", "plaintext", "image", "meta", "link",
    "FIGURE", "Nav", "desc", "foreignObject", "fieldset", "legend", "label", "details", "summary", "wbr",
  ]
  private static let texts = [
    "Bonjour le monde", " ", "\n", "l’été", "A &amp; B", "&nbsp;:", "&eacute", "&#150;", "«\u{A0}a\u{A0}»", "1 < 2",
    "<!-- note -->", "<!doctype html>", "&", "é", "<3", "&copy2", "\r\n", "\t", "<![CDATA[x]]>", "😀",
  ]
  private static let attributes = [
    " lang=fr", " lang=\"en\"", " alt='&eacute;t&eacute;'", " title=\"a b\"", " hidden", " class=a", " class=b",
    " aria-label=x", " @click=y", " content='d'", " name=description", "/", " data-x = 'é'", " href=/a/", " title",
  ]

  static func page(_ random: inout SplitMix64) -> [UInt8] {
    var text = ""
    for _ in 0..<(5 + random.below(60)) {
      switch random.below(8) {
      case 0...2:
        text += "<" + random.pick(names)
        for _ in 0..<random.below(4) { text += random.pick(attributes) }
        text += random.below(12) == 0 ? "/>" : ">"
      case 3, 4: text += "</" + random.pick(names) + ">"
      default: text += random.pick(texts)
      }
    }
    return Array(text.utf8)
  }

  private func check(_ bytes: [UInt8], _ comment: @autoclosure () -> String) {
    let document = HTMLReader.read(SourceDecoder.decode(bytes, format: .html))
    let violations = DocumentInvariants.violations(of: document)
    #expect(violations.isEmpty, "\(comment()): \(String(decoding: bytes, as: UTF8.self))\n\(document.outline)")
  }

  @Test func generatedPages() {
    var random = SplitMix64(seed: 1)
    for number in 0..<600 { check(Self.page(&random), "page \(number)") }
  }

  @Test func mutatedPages() {
    var random = SplitMix64(seed: 2)
    for number in 0..<600 {
      let page = Self.page(&random)
      check(random.mutated(page), "page \(number)")
    }
  }

  @Test func randomBytes() {
    var random = SplitMix64(seed: 3)
    for number in 0..<300 {
      check((0..<random.below(400)).map { _ in UInt8(truncatingIfNeeded: random.next()) }, "bytes \(number)")
    }
  }

  @Test func everyTruncation() {
    let page = Array(
      """
      <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>L&rsquo;été &ndash; guide</title>
      <style>p > a { color: red }</style><script>if (a < b) { c() }</script></head>
      <body class=x><nav aria-label='Fil'><ul><li><a href="/">Accueil</a><li>Ici</ul></nav>
      <main><h1>Été&nbsp;: <em>tout</em></h1><p>Un &laquo; mot &raquo;<br>et <code>x</code><p>Deux
      <table><caption>T<tr><th>A<td>1 &lt; 2</table><img src=a.png alt="Une &quot;image&quot;"><svg><title>t</title>
      <path d="M0"/></svg><textarea>a</textarea></main><!-- fin --></body></html>
      """.utf8)
    for end in 0...page.count { check(Array(page[..<end]), "\(end) bytes") }
  }
}

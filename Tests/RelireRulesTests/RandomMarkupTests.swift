import RelireDocuments
import RelireModel
import RelireRules
import TestSupport
import Testing

/// Elements and attributes put together by chance, as no author would: what is nested wrongly, ragged or contradictory
/// must not bring a rule down, nor make it point outside of the page.
@Suite struct RandomMarkupTests {
  @Test(arguments: 0..<40)
  func `whatever the markup, rules stay within the page`(seed: UInt64) {
    var maker = MarkupMaker(seed: seed)
    for _ in 0..<10 {
      let text = maker.page()
      for format in [Document.Format.html, .markdown] {
        for finding in Checking.findings(RuleRegistry.rules, on: Checking.page(text, format)) {
          let edits = finding.fix.map { Array($0.edits) } ?? []
          let isInside = ([finding.range] + edits.map(\.range)).allSatisfy {
            $0.start >= 0 && $0.end <= text.utf8.count
          }
          #expect(isInside, "\(finding.message.french) in \(text)")
        }
      }
    }
  }

  @Test(
    arguments: [
      "<table><tr><th>a<th>b<th>c<tr><td>d</table>",
      "<table><tr><th rowspan=3 colspan=9>a<tr><tr><td></table>",
      "<p><b>Objectifs<div>a</div></b>b</p>",
      "<h2>Objectifs</h2>a",
      "**Objectifs\n\n<div>**\n\na",
    ])
  func `ragged tables, bold text around blocks and text outside of any element are read`(markup: String) {
    for format in [Document.Format.html, .markdown] {
      let ranges = Checking.findings(RuleRegistry.rules, on: Checking.page(markup, format)).map(\.range)
      #expect(ranges.allSatisfy { $0.end <= markup.utf8.count })
    }
  }
}

private struct MarkupMaker {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func page() -> String {
    (0..<Int.random(in: 1...8, using: &random)).map { _ in chance(4) ? table() : element(depth: 4) }
      .joined(separator: chance(2) ? "\n\n" : "")
  }

  private mutating func element(depth: Int) -> String {
    let name = pick(Self.elements)
    var text = "<\(name)\(attributes())>"
    for _ in 0..<(depth > 0 ? Int.random(in: 0...3, using: &random) : 0) {
      text += chance(3) ? words() : element(depth: depth - 1)
    }
    return chance(6) ? text : text + "</\(name)>"
  }

  private mutating func table() -> String {
    var text = "<table\(attributes())>"
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      text += "<tr>"
      for _ in 0..<Int.random(in: 0...5, using: &random) { text += "<\(pick(["td", "th"]))\(attributes())>\(words())" }
    }
    return text + "</table>"
  }

  private mutating func attributes() -> String {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in
      let (name, values) = pick(Self.attributes)
      return " \(name)=\"\(pick(values))\""
    }.joined()
  }

  private mutating func words() -> String {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in pick(Self.words) }.joined(separator: " ")
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 1...one, using: &random) == 1 }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private static let elements = [
    "a", "a", "b", "blockquote", "body", "button", "caption", "code", "dd", "details", "div", "dl", "dt", "em",
    "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "head", "html", "iframe", "img", "input", "label",
    "legend", "li", "li", "main", "nav", "ol", "option", "p", "p", "pre", "section", "select", "span", "strong",
    "strong", "sub", "summary", "sup", "svg", "tbody", "td", "template", "th", "title", "tr", "ul", "video",
  ]

  private static let attributes: [(String, [String])] = [
    ("alt", ["", "image de a", "a.png"]), ("aria-hidden", ["true", "faux"]), ("aria-label", ["", "Fermer"]),
    ("aria-labelledby", ["x", "y x", "z"]), ("aria-level", ["0", "9", "99999999999999999999"]),
    ("aria-owns", ["x", "y x"]), ("colspan", ["0", "3", "1000", "99999999999999999999"]), ("for", ["x", ""]),
    ("headers", ["x", "y x"]), ("hidden", [""]), ("href", ["", "#", "#x", "a b", "http:", "//", "https:/a.fr"]),
    ("id", ["x", "y", "x y", ""]), ("lang", ["fr", "en", "", "x-"]),
    ("role", ["cell", "columnheader", "heading", "img", "link", "list", "none", "row", "rowheader", "table", "tab"]),
    ("rowspan", ["0", "2", "70000"]), ("scope", ["row", "col", "rien"]), ("src", ["", "a.png"]),
    ("style", ["display:none", "text-align:justify;;"]), ("tabindex", ["0", "5", "-1"]), ("target", ["_blank"]),
    ("title", ["", "Lien"]), ("type", ["hidden", "image", "radio"]),
  ]

  private static let words = [
    "l'Etat", "A compléter", "«", "»", "\"droit\"", "3500 habitants", "12kg", "etc...", "ici", ":", "?", "Objectifs :",
    "cliquez ici", "the end of it", "&nbsp;", "&amp;", "<", "10:30", "**gras**", "_it_", "`a`", "[a](b)", "- ", "# ",
    "{{< a >}}", "\u{301}", "\u{200B}", "\u{1F600}", "Ã©", "\n",
  ]
}

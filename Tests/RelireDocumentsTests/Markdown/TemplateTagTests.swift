import RelireModel
import Testing

@testable import RelireDocuments

@Suite struct TemplateTagTests {
  /// The page's prose, with `*` for what a tag leaves in it.
  private func prose(_ markdown: String, hasTags: Bool = true) -> String {
    let source = SourceDecoder.decode(Array(markdown.utf8), format: .markdown)
    let document = MarkdownReader.read(source, options: ReadingOptions(hasDialects: hasTags))
    return document.prose.blocks.map { document.prose.string($0.range) }.joined(separator: "|")
      .replacing("\u{FFFC}", with: "*")
  }

  @Test(arguments: [
    ("Bonjour {{ site.nom }} !", "Bonjour * !"), ("Un {% if a %}seul{% endif %} mot", "Un seul mot"),
    ("{% include a.html %}\n\nTexte", "Texte"), ("Voir {%- include a.html b=\"}\" -%} ici", "Voir * ici"),
    ("a {# remarque: non #} b", "a  b"), ("a{% comment %} un: deux {% endcomment %} b", "a b"),
    ("a {% raw %}{{ x }} : y{% endraw %} b", "a {{ x }} : y b"),
    ("{% highlight ruby %}\nputs: 1\n{% endhighlight %}\n\nTexte", "Texte"),
    ("## Titre {#id}\n\nUn {seul} % mot", "Titre|Un {seul} % mot"), ("a {{ b", "a {{ b"), ("a {% b", "a {% b"),
    ("Un <%= p[\"aom\"] %> texte. <%- include(\"a\") %>", "Un * texte. *"),
    ("<% for p <- @a do %>\n- <%= p %> : b\n<% end %>", "* : b"), ("a <%% b %> c", "a <%% b %> c"),
    ("a <% b", "a <% b"),
    ("<%# {% raw %} %> a {% b %} c", "a * c"),
    ("| {{ a | b }} | c |\n|---|---|\n| d | e |", "*|c|d|e"),
  ])
  func tagsAreNoText(_ markdown: String, _ expected: String) {
    #expect(prose(markdown) == expected)
  }

  @Test func linksKeepTheirTextAndTheirAddress() {
    let markdown = "[le *plan*]({% link plan.md %}) et [la suite]({{ '/b/' | relative_url }})"
    let source = SourceDecoder.decode(Array(markdown.utf8), format: .markdown)
    let document = MarkdownReader.read(source, options: ReadingOptions(hasDialects: true))
    let links = document.nodes.indices.map { NodeID($0) }.filter { document.isElement($0, .a) }
    #expect(links.map { document.value(.href, of: $0) } == ["{% link plan.md %}", "{{ '/b/' | relative_url }}"])
    #expect(links.map { document.text(of: $0) } == ["le plan", "la suite"])
  }

  @Test func hugoShowsThemAsTheyAre() {
    #expect(prose("Écrivez {{ .Title }} ici", hasTags: false) == "Écrivez {{ .Title }} ici")
  }

  @Test func manyOpeningsTakeNoLonger() {
    let clock = ContinuousClock()
    let time = clock.measure { _ = prose(String(repeating: "{% raw %}{{ ", count: 20_000)) }
    #expect(time < .seconds(5))
    let angles = clock.measure { _ = prose(String(repeating: "<%= { ", count: 4_000)) }
    #expect(angles < .seconds(5))
  }
}

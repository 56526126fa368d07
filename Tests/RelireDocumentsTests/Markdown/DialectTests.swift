import RelireModel
import Testing

@testable import RelireDocuments

/// What other generators add to Markdown, and what only looks like it.
@Suite struct DialectTests {
  private func read(_ markdown: String, hasDialects: Bool = true) -> Document {
    let source = SourceDecoder.decode(Array(markdown.utf8), format: .markdown)
    return MarkdownReader.read(
      source, options: ReadingOptions(hasDialects: hasDialects))
  }

  /// The page's prose, with `*` for what a construct leaves in it.
  private func prose(_ markdown: String, hasDialects: Bool = true) -> String {
    let document = read(markdown, hasDialects: hasDialects)
    #expect(MarkdownInvariants.violations(of: document).isEmpty, "\(markdown)")
    return document.prose.blocks.map { document.prose.string($0.range) }.joined(separator: "|")
      .replacing("\u{FFFC}", with: "*")
  }

  @Test(arguments: [
    ("Texte.\n{: .citation}\n\nSuite", "Texte.|Suite"), ("[Lire](a){: .btn target=\"_blank\" } ici", "Lire ici"),
    ("[Lire](a){:.btn}", "Lire"), ("## A {: #b }", "A"), ("## A\n{: #b }", "A"), ("# A {:.c}\nb", "A|b"),
    ("{:.note}\nTexte", "Texte"), ("*a*{: .b} et _c_{:.d}.", "a et c."), ("* TOC\n{:toc}", "TOC"),
    ("~~~\na\n~~~\n{: .language-js title=\"x\"}\n\nb", "b"), ("- {:.x} Un mot", "Un mot"),
    ("a {::nomarkdown}b{:/}", "a b"), ("{:ref: .a #b}\n\nc", "c"), ("Un {: deux", "Un {: deux"),
    ("![a](b){: width=\"300\" } c", "* c|a"), ("https://a.fr/b{: .c} d", "https://a.fr/b d"),
    ("`{: .a}`", "*"), ("a {:\n.b}", "a {:\n.b}"), ("[a](b){: title='c } d' } e", "a e"),
  ])
  func attributesAfterAColon(_ markdown: String, _ expected: String) {
    #expect(prose(markdown) == expected)
    #expect(prose(markdown, hasDialects: false) == expected)
  }

  @Test func attributesAreThoseOfTheirLink() {
    let document = read("[A](a){:target=\"_blank\"} [B](b){target=\"_blank\" .c} [C](c){: rel=d} [D](d) {target=\"e\"}")
    let links = document.nodes.indices.map { NodeID($0) }.filter { document.isElement($0, .a) }
    #expect(links.map { document.value(.target, of: $0) } == ["_blank", "_blank", nil, nil])
    #expect(links.map { document.value(.rel, of: $0) } == [nil, nil, "d", nil])
    #expect(links.map { document.source.string(document[$0].range) } == ["[A](a)", "[B](b)", "[C](c)", "[D](d)"])
  }

  @Test func idsAfterAColonAreAnchors() {
    #expect(read("## A {: .b #c }\n\nd\n{:#e}").masks.map(\.name) == ["c", "e"])
  }

  @Test(arguments: [
    ("*[RGAA]: Référentiel *général*", "*[RGAA]: Référentiel général"), ("*[a]: b*", "[a]: b"),
    ("Le RGAA.\n\n*[RGAA]: Référentiel\n*[DSFR]: Système", "Le RGAA.|Référentiel|Système"),
    ("Le RGAA.\n*[RGAA]: Référentiel", "Le RGAA.|Référentiel"), ("*[a]b", "*[a]b"), ("*[a] : b", "*[a] : b"),
  ])
  func abbreviations(_ markdown: String, _ expected: String) {
    #expect(prose(markdown) == expected)
    #expect(prose(markdown, hasDialects: false) == expected)
  }

  @Test(arguments: [
    ("!!! note \"Attention !\"\n    Contenu.", "Attention !|Contenu."),
    ("??? info \"Voir plus\"\n\n    Contenu.", "Voir plus"), ("???+ tip \"Voir\"", "Voir"), ("??? \"Voir\"", "Voir"),
    ("!!! note inline end \"A\"", "A"), ("!!! danger \"\"\n\nb", "b"), ("=== \"Onglet\"\n\n    b", "Onglet"),
    ("===+ \"Onglet\"", "Onglet"), ("a\n\n--8<-- \"b.md\"\n\nc", "a|c"), ("--8<--\na.md\n--8<--\n\nb", "b"),
    ("!!! note", "!!! note"), ("Titre\n===", "Titre"), ("!!! \"a\" b", "!!! \"a\" b"),
    ("!!! a, b \"c\"", "!!! a, b \"c\""),
    ("::: a.b\n    options:\n      heading: \"x\"\n\nc", "c"), ("@import \"x.md\"\n\na", "a"),
  ])
  func admonitionsTabsAndInclusions(_ markdown: String, _ expected: String) {
    #expect(prose(markdown) == expected)
  }

  @Test(arguments: [
    ("import Tabs from \"@theme/Tabs\";\n\n# Titre", "Titre"), ("import \"./a.css\"\n\na", "a"),
    ("import {\n  A,\n} from './a'\nexport const B = {\n\n  c: \"d\",\n};\n\ne", "e"),
    ("export const Note = \"x\";\n\na", "a"), ("export default function A(b) {}\n\nc", "c"),
    ("import de données\n\nexport des données ; oui", "import de données|export des données ; oui"),
    ("Valeur {props.x ? \"oui\" : \"non\"} ici.", "Valeur * ici."), ("a {/* b \"c\" */} d", "a  d"),
    ("{/* b : c */}\n\nd", "d"), ("Bonjour {nom}, {props.nom} ou {l'eau} ?", "Bonjour {nom}, {props.nom} ou {l'eau} ?"),
    ("a {b ? c : d} e {f(g)} h {i && j} k {() => l}", "a * e * h * k *"),
    ("a {un mot ? deux : trois}", "a {un mot ? deux : trois}"),
    ("a {t('b')} {[\"c\"]}", "a * *"), ("a { \"b", "a { \"b"),
  ])
  func modulesAndExpressions(_ markdown: String, _ expected: String) {
    #expect(prose(markdown) == expected)
  }

  @Test(arguments: [
    ("Voir [[Page: titre|alias]] et ![[img.png]].", "Voir * et *."), ("[[texte]](a) et [[1]]", "[texte] et [[1]]"),
    ("Selon [@insee2020, p. 12; @x2021] et [-@a].", "Selon * et *."), ("[@a](b)", "@a"),
    ("Un {++ajout++} et {--retrait--} ou {==ceci==}{>>dit-il : non<<}", "Un ajout et retrait ou ceci"),
    ("a {~~b~>c~~} d", "a * d"), ("###### tags: `a` `b`\n\nc", "c"), ("###### Tags : a", "Tags : a"),
    ("::callout\n---\ntitle: \"x\"\n---\nTexte\n::", "Texte\n::"), ("a ::b\n---", "a ::b"),
    (":::{note} A\n:class: b\n:name: c\nd\n:::", ":::{note} A|d\n:::"),
  ])
  func links(_ markdown: String, _ expected: String) {
    #expect(prose(markdown) == expected)
  }

  @Test func hugoShowsThemAsTheyAre() {
    #expect(prose("!!! note \"A\"", hasDialects: false) == "!!! note \"A\"")
    #expect(prose("[[a: b]] {f(x)}", hasDialects: false) == "[[a: b]] {f(x)}")
  }

  @Test(arguments: ["$x: \"y\"$", "\\(a: b\\)"])
  func formulasWithAColon(_ markdown: String) {
    #expect(prose("Soit \(markdown) ici", hasDialects: false) == "Soit * ici")
  }

  @Test(arguments: ["[^1] : Une note.", "[^1]\u{A0}: Une note."])
  func aFootnoteWithASpaceIsTold(_ note: String) {
    let document = read("Texte[^1].\n\n\(note)\n", hasDialects: false)
    #expect(document.prose.blocks.map { document.prose.string($0.range) } == ["Texte\u{FFFC}.", "Une note."])
    let edits = document.problems.compactMap(\.fix).flatMap(\.edits)
    #expect(document.problems.count == 1 && edits.map(\.text) == [""])
    #expect(edits.map { document.source.string($0.range) } == [note.contains(" :") ? " " : "\u{A0}"])
  }

  @Test func anAddressInALinkIsNoLink() {
    for markdown in [
      "Voir [  https://a.fr/fr/616d/](https://a.fr/fr/616d/).", "Voir [https://a.fr/Nom_(x)](https://a.fr/Nom) ici.",
    ] {
      let document = read(markdown)
      let links = document.nodes.filter { $0.kind == .element && $0.name == .a }
      #expect(links.count == 1)
      #expect(links.map { document.source.string($0.range).last } == [")"])
    }
  }

  @Test func aConflictIsToldOnce() {
    let body = "Ancien.\n=======\nNeuf.\n>>>>>>> Update\n"
    for page in ["# T\n\n<<<<<<< HEAD\n\(body)", "a\n<<<<<<< HEAD\nb\n||||||| c\nd\n=======\ne\n>>>>>>> f\n"] {
      let document = read(page, hasDialects: false)
      #expect(document.problems.map { document.source.string($0.range) } == ["<<<<<<< HEAD"])
      #expect(document.problems.map(\.severity) == [.error])
      #expect(!document.nodes.contains { $0.name == .blockquote })
    }
    #expect(read("```\n<<<<<<< HEAD\n\(body)```\n").problems.isEmpty)
    #expect(read("<<<<<<< HEAD\n\nrien\n").problems.isEmpty)
    let data = read("---\ntitle: A\n<<<<<<< HEAD\nb: c\n=======\nb: d\n>>>>>>> e\n---\nTexte\n")
    #expect(data.problems.map { data.source.string($0.range) } == ["<<<<<<< HEAD"])
    #expect(data.problems.map(\.kind) == [.frontMatter])
  }

  @Test(arguments: [
    "{", "{: ", "{\"", "{--", "[[", "[[a", "[@a", "!!! a \"", "<<<<<<< a\n", "*[a", "*[a]: ", "::a\n---\n",
    "import a from \"\n",
    "export {\n\n", "--8<--\n", ":a: b\n", "::: a\n    b:\n", "[^1] : a\n", "<%", "=== \"",
  ])
  func repetitionTakesNoLonger(_ piece: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = read(String(repeating: piece, count: 6000)) }
    #expect(time < .seconds(5), "\(piece)")
  }
}

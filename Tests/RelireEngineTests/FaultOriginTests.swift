import RelireModel
import Testing

@testable import RelireEngine

/// Faults of shortcodes, render hooks, settings and front matter are told once, where they can be mended.
@Suite struct FaultOriginTests {
  private let folder = TemporaryFolder()

  /// Writes a page and what Hugo makes of it.
  private func page(
    _ name: String, head: String = "", _ markdown: String, _ html: String, around: String = ""
  ) {
    let title = name.prefix(1).uppercased() + name.dropFirst()
    folder.write("content/\(name).md", "---\ntitle: \(title)\n\(head)---\n\(markdown)")
    generate("\(name)/index.html", "<h1>\(title)</h1><div class=\"texte\">\(html)</div>", around)
  }

  private func generate(_ path: String, _ main: String, _ around: String = "", bodyClass: String = "page") {
    folder.write(
      "public/\(path)",
      "<!doctype html><html lang=fr><head><meta charset=utf-8><title>T</title></head><body class=\(bodyClass)>\n"
        + "<main>\(main)</main>\n\(around)</body></html>")
  }

  private func configure(_ text: String = "") {
    folder.write("hugo.toml", "baseURL = 'https://e.org/'\ndefaultContentLanguage = 'fr'\n" + text)
  }

  private func linter(_ rules: [String]) -> Linter {
    var configuration = Configuration()
    configuration.root = folder.path
    configuration.settings.rules = ["all": .off]
    for rule in rules { configuration.settings.rules[rule] = .severity(.warning) }
    return Linter(configuration: configuration, paths: [folder("")], threads: 2)
  }

  /// `un.md:5 modèle ×2 layouts/x.html`, after having made sure that a run in parts says the same.
  private func told(_ rules: String...) -> [String] {
    let linter = linter(rules)
    let diagnostics = linter.run().diagnostics
    let merged = try? linter.merge((1...3).map { linter.shard($0, of: 3) })
    #expect(merged?.diagnostics == diagnostics)
    return diagnostics.map { diagnostic in
      let path = diagnostic.path.dropFirst(folder.path.count + 1)
      let place = "\(path):\(diagnostic.range.start.line)"
      guard case .template(let pages, let file)? = diagnostic.origin else { return place }
      return "\(place) modèle ×\(pages) \(file ?? "?")"
    }
  }

  // MARK: Shortcodes

  @Test func `what the template of a shortcode lacks is told once`() {
    configure()
    folder.write("layouts/shortcodes/note.html", "<div class=note><img class=signe src=/n.svg>{{ .Inner }}</div>")
    for name in ["un", "deux", "trois"] {
      let text = "Le texte de la page \(name)."
      page(
        name, "\n\(text)\n\n{{< note >}}\nÀ lire sur \(name).\n{{< /note >}}\n",
        "<p>\(text)</p>\n<div class=note><img class=signe src=/n.svg><p>À lire sur \(name).</p></div>")
    }
    #expect(
      told("images/missing-alternative") == ["public/deux/index.html:3 modèle ×3 layouts/shortcodes/note.html"])
  }

  @Test func `what an author did not give to a shortcode is told at the call`() {
    configure()
    folder.write(
      "layouts/_shortcodes/image.html",
      "<img src=\"{{ .Get \"src\" }}\"{{ with .Get \"alt\" }} alt=\"{{ . }}\"{{ end }}>")
    page(
      "un", "\nTexte.\n\n{{< image src=\"/a.png\" alt=\"Un pont\" >}}\n\n{{< image src=\"/b.png\" >}}\n",
      "<p>Texte.</p>\n<img src=/a.png alt=\"Un pont\">\n<img src=/b.png>")
    page("deux", "\nRien.\n", "<p>Rien.</p>")
    #expect(told("images/missing-alternative") == ["content/un.md:9"])
  }

  @Test func `words are their author's, attributes the template's`() {
    configure()
    folder.write(
      "layouts/shortcodes/bouton.html", "<a class=bouton href=\"{{ .Get 0 }}\" target=_blank>{{ .Get 1 }}</a>")
    page(
      "un", "\nTexte.\n\n{{< bouton \"/deux/\" \"cliquez ici\" >}}\n",
      "<p>Texte.</p>\n<a class=bouton href=/deux/ target=_blank>cliquez ici</a>")
    page(
      "deux", "\nRien.\n\n{{< bouton \"/un/\" \"La première page\" >}}\n",
      "<p>Rien.</p>\n<a class=bouton href=/un/ target=_blank>La première page</a>")
    #expect(told("links/generic-text") == ["content/un.md:7"])
    #expect(told("links/new-window") == ["public/deux/index.html:3 modèle ×2 layouts/shortcodes/bouton.html"])
  }

  @Test func `the text of a shortcode's argument is told at the argument`() {
    configure()
    folder.write("layouts/shortcodes/lieu.html", "<p>Adresse: {{ .Get \"rue\" }}</p>")
    page(
      "un", "\nTexte.\n\n{{< lieu rue=\"12 rue de l'Alma\" >}}\n", "<p>Texte.</p>\n<p>Adresse: 12 rue de l'Alma</p>")
    page("deux", "\nRien.\n\n{{< lieu rue=\"Le port\" >}}\n", "<p>Rien.</p>\n<p>Adresse: Le port</p>")
    #expect(told("typography/apostrophe") == ["content/un.md:7"])
    #expect(
      told("typography/space-before-colon") == ["public/deux/index.html:3 modèle ×2 layouts/shortcodes/lieu.html"])
  }

  @Test func `HTML within a shortcode is told where it is written`() {
    configure()
    folder.write("layouts/shortcodes/brut.html", "{{ .Inner | safeHTML }}")
    page(
      "un", "\nTexte.\n\n{{< brut >}}\n<iframe src=\"https://e.org/carte\"></iframe>\n{{< /brut >}}\n",
      "<p>Texte.</p>\n<iframe src=\"https://e.org/carte\"></iframe>")
    page("deux", "\nRien.\n", "<p>Rien.</p>")
    #expect(told("frames/missing-name") == ["content/un.md:8"])
  }

  // MARK: Render hooks

  @Test func `what a render hook adds to headings and links is told once`() {
    configure()
    folder.write("layouts/_default/_markup/render-heading.html", "<h{{ .Level }}>{{ .Text }}<a class=ancre></a></h>")
    folder.write("layouts/_markup/render-link.html", "<a href=\"{{ .Destination }}\" target=_blank>{{ .Text }}</a>")
    for (name, level) in [("un", 2), ("deux", 2), ("trois", 3)] {
      page(
        name, "\n\(level == 2 ? "##" : "###") Le titre de \(name)\n\nVoir [le site \(name)](https://e.com/\(name)).\n",
        "<h\(level) id=titre-\(name)>Le titre de \(name)<a class=ancre href=#titre-\(name)></a></h\(level)>\n"
          + "<p>Voir <a href=https://e.com/\(name) target=_blank>le site \(name)</a>.</p>")
    }
    #expect(
      told("links/no-accessible-name") == [
        "public/deux/index.html:2 modèle ×3 layouts/_default/_markup/render-heading.html"
      ])
    #expect(told("links/new-window") == ["public/deux/index.html:3 modèle ×3 layouts/_markup/render-link.html"])
  }

  // MARK: Texts

  @Test func `texts of the settings, of translations and of data are told in their files`() {
    configure("title = \"L'essai des services\"\n[params]\npied = 'Un mot: merci'\n")
    folder.write("i18n/fr.yaml", "lire: \"Lire l'article\"\nmin: \"{{ .Count }} minutes; environ\"\n")
    folder.write("data/equipe/noms.json", "[\n{\"role\": \"Chargé de l'image\"}\n]")
    folder.write("layouts/_default/single.html", "<p class=haut>{{ site.Title }}</p>")
    for (name, count) in [("un", 3), ("deux", 4)] {
      page(
        name, "\nTexte de \(name).\n", "<p>Texte de \(name).</p>",
        around: "<p>L'essai des services – <a href=/>Lire l'article</a></p><p>\(count) minutes; environ</p>"
          + "<p>Chargé de l'image</p><p>Un mot: merci</p>")
    }
    #expect(
      told("typography/apostrophe", "typography/space-before-colon", "typography/space-before-high-punctuation") == [
        "data/equipe/noms.json:2", "hugo.toml:3", "hugo.toml:5", "i18n/fr.yaml:1", "i18n/fr.yaml:2",
      ])
  }

  @Test func `texts of any key of a front matter are told there, whichever page shows them`() {
    configure()
    folder.write("layouts/partials/menu.html", "<nav class=menu></nav>")
    let menu = "<nav class=menu><a href=/un/>Le menu ; l'essai</a></nav><p class=suite>Article suivant: Deux</p>"
    page("un", head: "court: Le menu ; l'essai\n", "\nTexte un.\n", "<p>Texte un.</p>", around: menu)
    page(
      "deux", head: "atouts:\n- texte: \"Rien à dire: tout va\"\n", "\nTexte deux.\n",
      "<p>Texte deux.</p><p>Rien à dire: tout va</p>", around: menu)
    generate("tags/index.html", "<h1>Mots</h1>", menu)
    #expect(
      told("typography/apostrophe", "typography/space-before-high-punctuation") == [
        "content/un.md:3", "content/un.md:3",
      ])
    #expect(
      told("typography/space-before-colon") == ["content/deux.md:4", "public/deux/index.html:3 modèle ×3 ?"])
  }

  @Test func `titles in sentences of a template make one fault, and are told where they are written`() {
    configure()
    folder.write("layouts/_default/single.html", "<p class=suite>Article suivant: {{ .Next.Title }}</p>")
    let titles = ["un": "L'an passé au village", "deux": "Une saison au port", "trois": "Les jours de marché"]
    for (name, title) in titles.sorted(by: { $0.key < $1.key }) {
      folder.write("content/\(name).md", "---\ntitle: \"\(title)\"\n---\n\nTexte de \(name).\n")
      let next = titles[name == "deux" ? "un" : name == "un" ? "trois" : "deux"] ?? ""
      generate(
        "\(name)/index.html", "<h1>\(title)</h1><p>Texte de \(name).</p>",
        "<p class=suite>Article suivant: \(next)</p>",
        bodyClass: name)
    }
    #expect(
      told("typography/space-before-colon") == ["public/deux/index.html:3 modèle ×3 layouts/_default/single.html"])
    #expect(told("typography/apostrophe") == ["content/un.md:2"])
  }

  @Test func `a word that many pages have is told once`() {
    configure()
    let cards = (1...5).map { "<p class=carte><a href=/tags/ecole/>Ecole</a></p><p>Page p\($0)</p>" }.joined()
    for number in 1...5 {
      page("p\(number)", head: "tags: [ecole]\n", "\nTexte \(number).\n", "<p>Texte \(number).</p>", around: cards)
    }
    #expect(told("typography/accented-capital") == ["content/p1.md:3"])
  }

  @Test func `a short title does not answer for the words of a template`() {
    configure()
    folder.write("layouts/partials/pied.html", "<p class=pied>La qualité de l'eau douce</p>")
    let footer = "<p class=pied>La qualité de l'eau douce</p>"
    folder.write("content/eau.md", "---\ntitle: Eau\ncourt: L'eau\n---\n\nTexte.\n")
    generate("eau/index.html", "<h1>Eau</h1><p>Texte.</p>", footer)
    page("autre", "\nRien.\n", "<p>Rien.</p>", around: footer)
    #expect(told("typography/apostrophe") == ["public/autre/index.html:3 modèle ×2 layouts/partials/pied.html"])
  }

  @Test func `what a template computes does not part its faults`() {
    configure()
    folder.write("layouts/partials/pied.html", "<a class=\"lien\" aria-label=\"{{ .Title }}\"><img class=logo></a>")
    for (name, kind) in [("un", "page"), ("deux", "section")] {
      folder.write("content/\(name).md", "---\ntitle: \(name)\n---\n\nTexte de \(name).\n")
      generate(
        "\(name)/index.html", "<p>Texte de \(name).</p>",
        "<a class=\"lien lien-\(name)\" aria-label=\"\(name)\"><img class=logo src=/x.png></a>", bodyClass: kind)
    }
    #expect(told("images/missing-alternative") == ["public/deux/index.html:3 modèle ×2 layouts/partials/pied.html"])
  }

  @Test func `two pictures that a template names are two, those that it computes are one`() {
    configure()
    folder.write("content/_index.md", "---\ntitle: Accueil\n---\n\nTexte.\n")
    page("un", "\nTexte.\n", "<p>Texte.</p>")
    folder.write(
      "layouts/index.html",
      "<div class=marques><img src=/img/a.png>\n<img src=/img/b.png></div>{{ range .Params.x }}<img class=x src={{ . }}>"
    )
    generate(
      "index.html", "<h1>Accueil</h1><p>Texte.</p>",
      "<div class=marques><img src=/img/a.png>\n<img src=/img/b.png></div>\n<img class=cadre src=/1.png>\n"
        + "<img class=cadre src=/2.png>")
    folder.write("layouts/partials/cadre.html", "<img class=cadre src={{ . }}>")
    #expect(
      told("images/missing-alternative") == [
        "public/index.html:3 modèle ×1 layouts/index.html", "public/index.html:4 modèle ×1 layouts/index.html",
        "public/index.html:5 modèle ×1 layouts/partials/cadre.html",
      ])
  }

  @Test func `on a page of shortcodes alone, only their own elements are theirs`() {
    configure()
    folder.write("layouts/shortcodes/cartes.html", "<div class=cartes><img class=vue src=\"{{ .Get 0 }}\"></div>")
    folder.write("layouts/partials/tete.html", "<a class=langue href=/en/><img src=/en.svg></a>")
    let header = "<a class=langue href=/en/><img src=/en.svg></a>"
    for name in ["un", "deux"] {
      folder.write("content/\(name).md", "---\ntitle: \(name)\n---\n\n{{< cartes \"/a-\(name).png\" >}}\n")
      generate("\(name)/index.html", "<div class=cartes><img class=vue src=/a-\(name).png></div>", header)
    }
    #expect(
      told("images/missing-alternative", "links/image-link-without-alternative") == [
        "public/deux/index.html:2 modèle ×2 layouts/shortcodes/cartes.html",
        "public/deux/index.html:3 modèle ×2 layouts/partials/tete.html",
      ])
  }
}

import RelireModel
import RelireSite
import Testing

@Suite struct TemplateLibraryTests {
  static let templates: TemplateLibrary? = {
    let tree = memoryTree([
      "hugo.toml": "theme = 'sobre'\n", "content/_index.md": "",
      "layouts/shortcodes/carte.html": "<div class=\"carte\">{{ .Inner }}</div>",
      "layouts/shortcodes/grille.html": "<h3>{{ .Get 0 }}</h3>{{/* <p> */}}",
      "layouts/shortcodes/ancien.html": "{{/* <h2> */}}{{- /* <h2> */ -}}<header><hr></header>",
      "layouts/shortcodes/niveau.html": "<h{{ .Get \"niveau\" }}>Titre</h{{ .Get \"niveau\" }}>",
      "layouts/shortcodes/balise.html": "{{ $b := \"p\" }}<{{ $b }}>a</{{ $b }}>",
      "layouts/shortcodes/page.html": "{{ (site.GetPage (.Get 0)).Content }}",
      "layouts/shortcodes/marques.html": "## Titre\n",
      "layouts/shortcodes/bloc/avis.html": "{{ partial \"avis\" . }}",
      "layouts/shortcodes/lien.html": "{{ partial \"avis.html\" . }}{{ partial \"intitule\" . }}",
      "layouts/shortcodes/choix.html": "{{ partial (printf \"%s.html\" .Name) . }}",
      "layouts/shortcodes/perdu.html": "{{ partial \"absent\" . }}",
      "layouts/_shortcodes/neuf.html": "<p>a</p>", "layouts/partials/avis.html": "<p>{{ partial \"avis\" . }}</p>",
      "layouts/partials/intitule.html": "<H2>a</H2>", "themes/sobre/layouts/shortcodes/grille.html": "<p>a</p>",
      "themes/sobre/layouts/shortcodes/theme.html": "<p>a</p>",
    ])
    return (try? Site.find(from: "", in: tree)).flatMap { $0 }.map { SiteIndex($0, tree: tree).templates }
  }()

  @Test(arguments: [
    "carte", "Carte", "ancien", "bloc/avis", "neuf", "theme", "details", "youtube",
  ]) func `prints no heading`(name: String) throws {
    #expect(try !#require(Self.templates).mayPrintHeading(name, call: "{{< \(name) >}}"))
  }

  /// A template that is not there, or whose parts are not, may print anything.
  @Test(arguments: [
    "grille", "niveau", "balise", "page", "marques", "lien", "choix", "perdu", "inconnu",
  ]) func `may print a heading`(name: String) throws {
    #expect(try #require(Self.templates).mayPrintHeading(name, call: "{{< \(name) >}}"))
  }

  @Test func `a figure prints its title as one`() throws {
    let templates = try #require(Self.templates)
    #expect(templates.mayPrintHeading("figure", call: "{{< figure src=\"a.png\" title=\"Plan\" >}}"))
    #expect(!templates.mayPrintHeading("figure", call: "{{< figure src=\"a.png\" >}}"))
  }
}

import RelireDocuments
import RelireModel
import Testing

@testable import RelireAccessibility

@Suite struct AccessibleNameTests {
  private func name(_ html: String) -> String {
    let document = HTMLReader.read(SourceText(html))
    let tree = AccessibilityTree(document)
    return tree.name(of: tree.element(withID: "x") ?? .none).text
  }

  @Test(arguments: [
    ("<a id=x href=/>Lire <b>la</b> suite</a>", "Lire la suite"),
    ("<a id=x href=/><img alt='Accueil'></a>", "Accueil"),
    ("<a id=x href=/><img alt=''></a>", ""),
    ("<a id=x href=/ title=T></a>", "T"),
    ("<a id=x href=/ title=T><i class=i></i></a>", "T"),
    ("<a id=x href=/ title=T> le <img alt=' plan '>du<b> jour</b></a>", "le plandu jour"),
    ("<a id=x href=/><i class=i></i>\n<img></a>", ""),
    ("<a id=x href=/>a<p>b</p>c</a>", "a b c"),
    ("<h2 id=x hidden>a<b>b</b></h2>", "a"),
    ("<h2 id=x>a\u{A0}\u{200B}b\n c<!-- d --></h2>", "a b c"),
    ("<a id=x href=/ aria-label=' A  b '>c</a>", "A b"),
    ("<a id=x href=/ aria-labelledby='y z'>c</a><p id=y hidden>Un</p><p id=z>deux", "Un deux"),
    ("<a id=x href=/ aria-labelledby='nulle'>c</a>", "c"),
    ("<a id=x href=/><span hidden>a</span><span style='display: none'>b</span><i aria-hidden=true>c</i>d</a>", "d"),
    ("<a id=x href=/><svg><title>Plan</title><path/></svg></a>", "Plan"),
    ("<button id=x><p>a</p><p>b</p></button>", "a b"),
    ("<button id=x>a<br>b &amp; <code>c</code></button>", "a b & c"),
    ("<label>Nom <input id=x></label>", "Nom"),
    ("<label for=x>Nom</label><label for=x>usuel</label><input id=x>", "Nom usuel"),
    ("<template><label for=x>Nom</label></template><input id=x>", ""),
    ("<input id=x placeholder=P>", "P"),
    ("<input id=x type=submit>", "Submit"),
    ("<input id=x type=submit value=''>", ""),
    ("<input id=x type=submit value=Envoyer>", "Envoyer"),
    ("<input id=x type=image alt=Chercher>", "Chercher"),
    ("<fieldset id=x><legend>Adresse</legend></fieldset>", "Adresse"),
    ("<table id=x><caption>Prix</caption></table>", "Prix"),
    ("<h2 id=x>a <input value=3> <select><option>b<option selected>c</select></h2>", "a 3 c"),
    ("<h2 id=x><span title=T></span></h2>", "T"),
    ("<div id=x>a</div>", ""),
    // A label may be hidden as a whole, and named as any element.
    ("<label for=x hidden><span>Nom</span></label><input id=x>", "Nom"),
    ("<label for=x>Nom<span hidden> usuel</span></label><input id=x>", "Nom"),
    ("<label aria-label=Nom><input id=x></label>", "Nom"),
    ("<label title=Nom><input id=x></label>", "Nom"),
    ("<select id=x placeholder=P><option>a</select>", ""),
    // What is entered in a field may name another element.
    ("<button id=x aria-labelledby=y></button><input id=y value=3>", "3"),
    ("<button id=x aria-labelledby=y></button><select id=y><option>a<option selected>b</select>", "b"),
    ("<a id=x href=/><template shadowrootmode=open>a</template></a>", "a"),
    ("<a id=x href=/><template>a</template></a>", ""),
    // The words of a drawing are text, unless the drawing is an image.
    ("<a id=x href=/><svg><defs><text>b</text></defs><text>a</text></svg></a>", "a"),
    ("<a id=x href=/><svg><g><title>a</title></g></svg></a>", "a"),
    ("<a id=x href=/><svg role=img><text>a</text></svg></a>", ""),
    ("<a id=x href=/><canvas>a</canvas></a>", "a"),
    ("<div id=x role=button>a</div>", "a"),
    ("<svg id=x role=img><title>Carte</title></svg>", "Carte"),
    ("<details><summary id=x>Voir</summary></details>", "Voir"),
    ("<a id=x href=/ aria-owns=y>a</a><span id=y>b</span>", "a b"),
    // A circle of references ends.
    ("<a id=x href=/ aria-labelledby=y>a</a><a id=y href=/ aria-labelledby=x>b</a>", "b"),
    ("<label for=x><input id=x type=button><input id=y type=button></label><label for=y><input id=x></label>", ""),
  ])
  func name(_ html: String, expected: String) {
    #expect(name(html) == expected)
  }
}

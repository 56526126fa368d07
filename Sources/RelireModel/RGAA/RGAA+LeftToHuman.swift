extension RGAA {
  /// What of a test that rules check in part is left to a human; nil where nothing is said.
  public static func leftToHuman(_ test: String) -> Message? { left[test] }

  private static let left: [String: Message] = {
    var notes: [String: Message] = [:]
    for line in leftTable.split(separator: "\n") {
      let columns = line.split(separator: "|").map { String($0) }
      if columns.count == 3 { notes[columns[0]] = Message(fr: columns[1], en: columns[2]) }
    }
    return notes
  }()

  /// A test a line: its number, what is left in French and in English.
  private static let leftTable = """
    1.1.1|dire si l’image informe ou décore|say whether the image informs or decorates
    1.1.3|rien, hors des alternatives posées par script|nothing, but alternatives that scripts set
    1.1.5|dire si le dessin informe|say whether the drawing informs
    1.1.6|dire si l’objet informe|say whether the object informs
    1.1.7|dire si le contenu embarqué informe|say whether the embedded content informs
    1.2.1|dire si l’image décore|say whether the image decorates
    1.3.1|juger si l’alternative rend ce que montre l’image|judge whether the alternative renders what the image shows
    1.3.9|juger si l’alternative est courte et concise|judge whether the alternative is short and concise
    1.9.1|vérifier que la légende est reliée à l’image|check that the caption is tied to the image
    2.1.1|vérifier que le titre est dans l’attribut title|check that the title is in the title attribute
    2.2.1|juger si le titre décrit le cadre|judge whether the title describes the frame
    5.1.1|reconnaître les tableaux complexes sans en-têtes superposés|find complex tables without headers above each other
    5.4.1|reconnaître les titres placés ailleurs que juste avant le tableau|find titles that stand elsewhere than right before the table
    5.6.1|vérifier que chaque en-tête de colonne est déclaré|check that every column header is declared
    5.6.2|vérifier que chaque en-tête de ligne est déclaré|check that every row header is declared
    5.6.4|vérifier les cellules à plusieurs en-têtes|check cells with several headers
    5.7.1|vérifier scope ou id sur les en-têtes|check scope or id on headers
    5.7.2|vérifier que scope dit la bonne direction|check that scope tells the right direction
    5.7.4|vérifier que headers nomme les bons en-têtes|check that headers names the right headers
    6.1.1|juger les liens textes dans leur contexte|judge text links in their context
    6.1.2|juger les liens images dans leur contexte|judge image links in their context
    6.2.1|vérifier que l’intitulé est entre les balises du lien|check that the text stands between the link’s tags
    7.1.1|essayer les composants écrits en JavaScript|try the components written in JavaScript
    7.3.1|essayer les scripts au clavier et au pointeur|try scripts by keyboard and pointer
    8.1.2|vérifier que le type de document est valide|check that the document type is valid
    8.2.1|passer la page au validateur du W3C|run the page through W3C’s validator
    8.4.1|vérifier la langue des pages courtes|check the language of short pages
    8.6.1|juger si le titre décrit la page|judge whether the title describes the page
    8.7.1|chercher les mots étrangers isolés|look for single foreign words
    8.8.1|vérifier que le code est celui de la langue du passage|check that the code is that of the passage’s language
    8.9.1|vérifier que les autres balises servent au sens|check that the other tags serve the meaning
    9.1.2|juger si les titres décrivent ce qui suit|judge whether headings describe what follows
    9.1.3|chercher les titres qui ne sont que mis en forme|look for headings that are only styled
    9.2.1|vérifier l’en-tête, la navigation et le pied de page|check header, navigation and footer
    9.3.1|chercher les énumérations sans puces|look for enumerations without bullets
    9.3.2|chercher les énumérations sans numéros|look for enumerations without numbers
    9.3.3|chercher les listes de définitions sans balises|look for description lists without tags
    10.1.1|chercher les autres balises de présentation (basefont, blink)|look for other presentational tags (basefont, blink)
    10.1.2|chercher ces attributs ailleurs qu’où HTML les a admis|look for them elsewhere than HTML once had them
    10.4.2|agrandir le texte dans un navigateur|enlarge the text in a browser
    10.8.1|vérifier les contenus masqués par les styles|check content hidden by styles
    11.1.1|vérifier que l’étiquette est visible|check that the label is visible
    11.2.5|comparer le nom à tout l’intitulé affiché|compare the name with all of the label that is seen
    11.6.1|vérifier les groupes faits avec role|check groups made with role
    11.9.1|juger si l’intitulé dit ce que fait le bouton|judge whether the text says what the button does
    11.13.1|dire quels champs concernent l’utilisateur|say which fields are about the user
    12.6.1|vérifier toutes les zones, sur chaque page|check all areas, on every page
    12.7.1|vérifier que le lien fonctionne et se voit|check that the link works and is seen
    12.8.1|parcourir la page au clavier|go through the page with the keyboard
    13.1.1|chercher les rafraîchissements par script|look for scripts that reload the page
    """
}

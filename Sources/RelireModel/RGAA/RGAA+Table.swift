extension RGAA {
  /// A criterion a line: its number, the subjects of its tests in order, its title in French and in English.
  static let table = """
    #1|Images|Images
    1.1|img area imageButton serverMap svg object embed canvas|Alternative de chaque image informative|Alternative of every informative image
    1.2|img area object svg canvas embed|Images décoratives ignorées|Decorative images passed over
    1.3|img area imageButton object embed svg canvas*2 image|Alternatives pertinentes|Relevant alternatives
    1.4|img area imageButton object embed svg canvas|Alternative des CAPTCHA et des images-tests|Alternative of CAPTCHAs and test images
    1.5|image imageButton|Autre accès que le CAPTCHA|A way around the CAPTCHA
    1.6|img object embed imageButton svg*2 canvas*2 image img|Description détaillée où il en faut|Long description where needed
    1.7|img imageButton object embed svg canvas|Description détaillée pertinente|Relevant long description
    1.8|img imageButton object embed canvas svg|Texte stylé plutôt qu’image de texte|Styled text rather than images of text
    1.9|img object embed svg canvas|Légendes reliées à leur image|Captions tied to their image
    #2|Cadres|Frames
    2.1|frame|Titre de chaque cadre|Title of every frame
    2.2|frame|Titre de cadre pertinent|Relevant frame title
    #3|Couleurs|Colours
    3.1|page*4 image media|Rien par la couleur seule|Nothing by colour alone
    3.2|page*5|Contraste du texte|Contrast of text
    3.3|page*4|Contraste des composants et des graphiques|Contrast of controls and graphics
    #4|Multimédia|Multimedia
    4.1|media*3|Transcription ou audiodescription|Transcript or audio description
    4.2|media*3|Transcription ou audiodescription pertinente|Relevant transcript or audio description
    4.3|media*2|Sous-titres|Captions
    4.4|media|Sous-titres pertinents|Relevant captions
    4.5|media*2|Audiodescription|Audio description
    4.6|media*2|Audiodescription pertinente|Relevant audio description
    4.7|media|Média temporel identifiable|Time-based media can be identified
    4.8|media*2|Alternative des médias non temporels|Alternative of other media
    4.9|media|Alternative de média pertinente|Relevant alternative of media
    4.10|media|Son automatique contrôlable|Control of sound that starts by itself
    4.11|media*3|Consultation des médias au clavier|Time-based media by keyboard
    4.12|media*2|Médias non temporels au clavier|Other media by keyboard
    4.13|media*2|Médias compatibles avec les aides techniques|Media that assistive technologies understand
    #5|Tableaux|Tables
    5.1|table|Résumé des tableaux complexes|Summary of complex tables
    5.2|table|Résumé de tableau pertinent|Relevant table summary
    5.3|layoutTable|Tableaux de mise en forme compréhensibles à la suite|Layout tables that read well in order
    5.4|table|Titre relié à son tableau|Title tied to its table
    5.5|table|Titre de tableau pertinent|Relevant table title
    5.6|table*4|En-têtes de tableau déclarés|Table headers declared
    5.7|table*5|Cellules reliées à leurs en-têtes|Cells tied to their headers
    5.8|layoutTable|Tableaux de mise en forme sans balises de données|Layout tables without data markup
    #6|Liens|Links
    6.1|link*5|Liens explicites|Links that say where they lead
    6.2|link|Intitulé de chaque lien|Text of every link
    #7|Scripts|Scripts
    7.1|script*3|Scripts compatibles avec les aides techniques|Scripts that assistive technologies understand
    7.2|script*2|Alternative de script pertinente|Relevant alternative of scripts
    7.3|script*2|Scripts au clavier et au pointeur|Scripts by keyboard and pointer
    7.4|script|Changements de contexte annoncés|Changes of context announced
    7.5|script*3|Messages de statut restitués|Status messages announced
    #8|Éléments obligatoires|Mandatory elements
    8.1|page*3|Type de document|Document type
    8.2|page|Code source valide|Valid markup
    8.3|page|Langue de la page déclarée|Language of the page declared
    8.4|page|Code de langue pertinent|Relevant language code
    8.5|page|Titre de page|Page title
    8.6|page|Titre de page pertinent|Relevant page title
    8.7|page|Changements de langue déclarés|Changes of language declared
    8.8|languagePart|Codes des changements de langue|Codes of changes of language
    8.9|page|Pas de balises pour la seule présentation|No markup for looks alone
    8.10|page direction|Sens de lecture|Reading direction
    #9|Structuration de l’information|Structure of information
    9.1|heading*2 page|Titres appropriés|Appropriate headings
    9.2|page|Structure du document|Structure of the document
    9.3|page*3|Listes structurées|Structured lists
    9.4|page*2|Citations indiquées|Quotations marked
    #10|Présentation de l’information|Presentation of information
    10.1|page*3|Présentation par feuilles de style|Looks by style sheets
    10.2|page|Contenu présent sans styles|Content there without styles
    10.3|page|Contenu compréhensible sans styles|Content that reads well without styles
    10.4|page*2|Texte agrandi à 200\u{A0}%|Text enlarged to 200%
    10.5|page*3|Couleurs de texte et de fond|Colours of text and background
    10.6|link|Liens visibles dans le texte|Links seen in text
    10.7|page|Prise de focus visible|Visible focus
    10.8|page|Contenus cachés|Hidden content
    10.9|page image media*2|Rien par la forme, la taille ou la position seule|Nothing by shape, size or place alone
    10.10|page image media*2|Autre moyen que la forme, la taille ou la position|Another way than shape, size or place
    10.11|page*2|Contenu sur petit écran|Content on small screens
    10.12|page|Espacement du texte|Spacing of text
    10.13|page*3|Contenus au survol ou au focus contrôlables|Control of content on hover or focus
    10.14|page*2|Contenus par CSS au clavier|Content by CSS with the keyboard
    #11|Formulaires|Forms
    11.1|field*3|Étiquette de chaque champ|Label of every field
    11.2|field*6|Étiquettes pertinentes|Relevant labels
    11.3|field*2|Étiquettes cohérentes|Consistent labels
    11.4|field*3|Étiquettes accolées à leur champ|Labels beside their field
    11.5|field|Champs de même nature regroupés|Like fields grouped
    11.6|fieldGroup|Légende de chaque regroupement|Legend of every group
    11.7|fieldGroup|Légendes pertinentes|Relevant legends
    11.8|select optgroup*2|Choix regroupés dans les listes|Choices grouped in lists
    11.9|button*2|Intitulés des boutons|Texts of buttons
    11.10|field*7|Contrôle de saisie|Validation of input
    11.11|field*2|Aide à la correction|Help to correct
    11.12|form*2|Saisies modifiables ou annulables|Input that can be changed or undone
    11.13|field|Remplissage automatique|Purpose of input
    #12|Navigation|Navigation
    12.1|page|Deux systèmes de navigation|Two ways to navigate
    12.2|page|Menus toujours à la même place|Menus always in one place
    12.3|page*3|Plan du site pertinent|Relevant site map
    12.4|page*3|Plan du site accessible partout|Site map reached from everywhere
    12.5|page*3|Moteur de recherche accessible partout|Search reached from everywhere
    12.6|page|Zones à atteindre ou éviter|Areas to reach or pass
    12.7|page*2|Lien d’évitement|Skip link
    12.8|page script|Ordre de tabulation|Tab order
    12.9|page|Pas de piège au clavier|No keyboard trap
    12.10|page|Raccourcis clavier contrôlables|Control of keyboard shortcuts
    12.11|page|Contenus additionnels au clavier|Additional content by keyboard
    #13|Consultation|Consultation
    13.1|page redirection page*2|Limites de temps|Time limits
    13.2|page|Pas de nouvelle fenêtre sans action|No new window without action
    13.3|download|Version accessible des documents|Accessible version of documents
    13.4|download|Version accessible équivalente|Equivalent accessible version
    13.5|page|Alternative des contenus cryptiques|Alternative of cryptic content
    13.6|page|Alternative de contenu cryptique pertinente|Relevant alternative of cryptic content
    13.7|image page*2|Pas de flash|No flashes
    13.8|page*2|Mouvements contrôlables|Control of movement
    13.9|page|Orientation libre|Any orientation
    13.10|page*2|Gestes simples|Simple gestures
    13.11|page|Annulation du pointage|Pointer cancellation
    13.12|page*3|Mouvements de l’appareil|Motion of the device
    """
}

import RelireModel
import TestSupport
import Testing

@testable import RelireDocuments

@Suite struct ProseScannerTests {
  private func tokens(_ text: String) -> [Token] {
    TextReader.read(SourceText(text)).prose.tokens
  }

  private func described(_ text: String) -> String {
    let prose = TextReader.read(SourceText(text)).prose
    return prose.tokens.map { token in
      let string = prose.string(token.range)
      return token.kind == .word || token.kind == .number ? string : "\(token.kind)"
    }.joined(separator: " ")
  }

  private func technical(_ text: String) -> [String] {
    let prose = TextReader.read(SourceText(text)).prose
    return prose.tokens.filter { $0.kind == .technical }.map { prose.string($0.range) }
  }

  @Test(arguments: [
    ("Le site : une page.", "Le site colon une page period"),
    ("l'eau et l’air", "l straightApostrophe eau et l apostrophe air"),
    ("aujourd'hui", "aujourd straightApostrophe hui"),
    ("1,5 km", "1 comma 5 km"),
    ("14h30 et 3x5", "14 h 30 et 3 x 5"),
    ("CO2 H2O 2e 3D", "CO2 H2O 2 e 3 D"),
    ("Attention !!! Ah bon ?!", "Attention highMark Ah bon highMark"),
    ("Suite... fin…", "Suite periodRun fin ellipsis"),
    ("«\u{A0}mot\u{202F}»", "openingGuillemet noBreakSpace mot narrowNoBreakSpace closingGuillemet"),
    ("deux  espaces\tune", "deux spaceRun espaces tab une"),
    ("mixte\u{A0} ici", "mixte spaceRun ici"),
    (
      "“a” „b‚ ″ ‹c›",
      "openingEnglishQuote a closingEnglishQuote lowQuote b lowQuote doublePrime singleGuillemet c singleGuillemet"
    ),
    ("a -- b – c — d − e", "a hyphenRun b enDash c emDash d minus e"),
    ("<<mot>>", "angleRun mot angleRun"),
    ("5 % ‰ 10 € $ 20°", "5 percent percent 10 currency currency 20 degree"),
    ("m² XIXᵉ", "m superscript XIX superscript"),
    ("agent·e·s", "agent bullet e bullet s"),
    // Their first byte is that of most letters with accents.
    ("prix × taux ÷ 2, a×b÷é", "prix mathematical taux mathematical 2 comma a mathematical b mathematical é"),
    ("× ÷", "mathematical mathematical"),
    ("C++ & R&D", "C mathematical mathematical symbol R symbol D"),
    ("☀️ 👩‍💻!", "symbol symbol highMark"),
    ("zéro\u{200B}largeur", "zéro invisible largeur"),
    ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
    ("por\u{AD}tail", "por\u{AD}tail"),
    ("(voir [1])", "openingParenthesis voir openingBracket 1 closingBracket closingParenthesis"),
    ("l′eau d´un c`est", "l apostropheLike eau d apostropheLike un c apostropheLike est"),
    ("année 2O11", "année 2 O 11"),
    // A number that ends a block is not glued to the next block's first word.
    ("Annexe 3\nG195", "Annexe 3 G195"),
  ])
  func cutsTextIntoTokens(_ text: String, _ expected: String) {
    #expect(described(text) == expected)
  }

  @Test(arguments: [
    ("à 10:30 précises", ["10:30"]), ("03:03:12.", ["03:03:12"]), ("ratio 16:9, échelle 1:25000", ["16:9", "1:25000"]),
    ("☀️9:00", ["9:00"]), ("(10:30-11:45)", ["10:30-11:45"]),
    ("sur localhost:3000 ou :8080", ["localhost:3000", ":8080"]), ("fe80::1", ["fe80::1"]),
    ("00:80:41:ae:fd:7e", ["00:80:41:ae:fd:7e"]), ("std::vector<int>", ["std::vector<int>"]),
    ("a::before", ["a::before"]),
    ("a:hover et xml:lang", ["a:hover", "xml:lang"]),
    ("https://exemple.org/a?b=1&c=d.", ["https://exemple.org/a?b=1&c=d"]),
    ("(voir https://exemple.org)", ["https://exemple.org"]),
    ("Voir http://exemple.org: la suite", ["http://exemple.org"]),
    ("https://fr.wikipedia.org/wiki/Donnée_(terme), puis", ["https://fr.wikipedia.org/wiki/Donnée_(terme)"]),
    ("d'exemple.fr, l’exemple.fr", ["exemple.fr", "exemple.fr"]),
    ("écrire à nom.prenom@exemple.nc.", ["nom.prenom@exemple.nc"]), ("mailto:a@b.fr", ["mailto:a@b.fr"]),
    ("?a=1&b", ["?a=1&b"]), ("*.json", ["*.json"]), (".htaccess, \".docx\"", [".htaccess", ".docx"]),
    ("C:\\dossier\\...\\fichier", ["C:\\dossier\\...\\fichier"]), ("..\\", ["..\\"]), ("../a/.../b", ["../a/.../b"]),
    ("content/fr/_index.md", ["content/fr/_index.md"]), ("data.gouv.nc/pages", ["data.gouv.nc/pages"]),
    ("le Monde.fr", ["Monde.fr"]), ("URL-TO-IMAGE-5.JPG", ["URL-TO-IMAGE-5.JPG"]),
    ("v1.2.3 et 3.3.5", ["v1.2.3", "3.3.5"]), ("192.168.0.1", ["192.168.0.1"]), ("0x10", ["0x10"]),
    ("2026-09-12T10:30:00Z", ["2026-09-12T10:30:00Z"]), ("le 2026-09-12.", ["2026-09-12"]),
    ("32.17-918", ["32.17-918"]), ("snake_case", ["snake_case"]), ("url%to%image%5.jpg", ["url%to%image%5.jpg"]),
    (":) ;-) :p :smile:", [":)", ";-)", ":p", ":smile:"]), ("Merci :-).", [":-)"]),
    ("!important", ["!important"]), ("{#id .classe}", ["{#id .classe}"]), ("{{ nom }}", ["{{ nom }}"]),
    ("${x} et {nom}", ["${x}", "{nom}"]), ("prix$variable", ["prix$variable"]), ("\\frac{a}{b}", ["\\frac{a}{b}"]),
    ("x^2", ["x^2"]), ("&notaname;", ["&notaname;"]), ("<a href=\"#\">lien</a>", ["<a href=\"#\">", "</a>"]),
    ("git log --oneline", ["--oneline"]), ("f(...args)", ["f(...args)"]), ("foo()", ["foo()"]), ("|:--|", ["|:--|"]),
    ("[texte](cible.md)", ["](cible.md)"]), ("#ancre", ["#ancre"]), ("org.apache.commons", ["org.apache.commons"]),
  ])
  func findsWhatIsTechnical(_ text: String, _ expected: [String]) {
    #expect(technical(text) == expected)
  }

  @Test(arguments: [
    "mot:suite", "fin.Début", "et/ou", "M./Mme", "l'adresse: rue", "hommes/femmes", "km/h", "Voyelles:a.", "mot,mot",
    "espace;manquant", "espace?manquant", "Merde .Ça", "protectrices et.d’un", "et.d'un", "800*600", "1,5", "1 234,5",
    "12.5",
    "14h30", "nom(s)", "(r)évolution", "les A.N.P.E.", "c.-à-d.", "b.a.-ba", "100 %", "puis -je", "--incise--",
    "(voir ci-dessous :)", "Titre:", "**", "a & b", "x < y", "R&D", "n°5", "25-60-00", "US$", "M. X... et Mme Y",
    "rad/s",
    "Prix:100", "'mot'", "\"mot\".", "(mot)", "[…]", "10 000$", "50%", "12/05/2024", ":12/05/2024", "12.Suite", "etc.)",
    "p.12",
  ])
  func leavesProseToTheRules(_ text: String) {
    #expect(technical(text) == [])
  }

  @Test func flagsWords() {
    let words = tokens("Etat NOUVELLE deSQL été co2 x")
    #expect(
      words.map(\.flags.rawValue)
        == [
          Token.Flags([.capitalised, .first]), [.capitalised, .allCapitals], [.innerCapital], [.nonASCII], [.hasDigit],
          [],
        ].map { (flags: Token.Flags) in flags.rawValue })
    #expect(tokens("É Éa ÉA Œ œ").map { $0.flags.contains(.capitalised) } == [true, true, true, true, false])
    #expect(tokens("ÉA")[0].flags.contains(.allCapitals))
    #expect(tokens("e\u{301}")[0].flags.contains(.decomposed))
    #expect(tokens("por\u{AD}tail")[0].flags.contains(.softHyphen))
  }

  @Test func hashesWordsAsTheLexiconDoes() {
    for word in ["état", "œuvre", "Nouvelle", "ÉCOLE", "naïf", "co2"] {
      #expect(tokens(word)[0].hash == FoldedHash.of(Array(word.utf8)))
    }
    #expect(tokens("por\u{AD}tail")[0].hash == FoldedHash.of("portail".utf8))
    #expect(tokens("École")[0].hash == FoldedHash.of("école".utf8))
  }

  @Test func saysWhatIsJoined() {
    #expect(tokens("mot: suite").map { $0.flags.contains(.joined) } == [false, true, false])
    #expect(tokens("mot\u{A0}:").map { $0.flags.contains(.joined) } == [false, true, true])
    #expect(tokens("a b")[1].flags == [])
  }

  /// Tokens are in order, do not overlap, and leave only single blanks and line ends between them.
  @Test func leavesNothingOut() {
    var random = SplitMix64(seed: 7)
    let pieces = [
      "mot", "État", "l'", "’", " ", "  ", "\u{A0}", "\u{202F}", ":", "::", ";", "!", "?", ".", "...", "…", "(", ")",
      "«", "»",
      "\"", "“", "”", "12", "3:4", "@", "x.fr", "/", "\\", "{", "}", "{{", "<", ">", "=", "_", "*", "-", "--", "–",
      "\u{FFFC}",
      "\u{2028}", "\t", "👍", "\u{FE0F}", "\u{200D}", "\u{AD}", "e\u{301}", "\u{301}", "http://", "%", "€", "#", "&",
      "~", "^", "|", "0x",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let prose = TextReader.read(SourceText(text)).prose
      for block in prose.blocks {
        var end = block.range.lowerBound
        for token in prose.tokens(of: block) {
          #expect(Int(token.start) >= end, "\(text.debugDescription)")
          #expect(token.end > token.start)
          #expect(Int(token.start) - end <= 1 && prose.bytes[end..<Int(token.start)].allSatisfy { $0 == 0x20 })
          #expect(
            token.flags.contains(.first)
              == (Int(token.start) - block.range.lowerBound <= 1 && end == block.range.lowerBound))
          end = Int(token.end)
        }
        #expect(end == block.range.upperBound, "\(text.debugDescription)")
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func staysLinearOnEndlessChunks() {
    for piece in [":x", "a:", "{", "<a", "=\"", "1:2,", "http://", "::", "](", "@", "'a:b", "_"] {
      let text = String(repeating: piece, count: 1000)
      #expect(!tokens(text).isEmpty)
    }
  }
}

import RelireModel
import Testing

/// A run that every reporter must survive, and how it is called in the golden files.
struct Fixture: Sendable, CustomTestStringConvertible {
  let name: String
  let result: RunResult

  var testDescription: String { name }

  static let all: [Fixture] = [
    empty, one, many, multiLine, endOfFile, crlf, byteOrderMark, emoji, spaces, rightToLeft, hostile, longLine, unread,
  ]
}

/// Makes diagnostics out of a page in which ⟦ ⟧ mark the faults.
struct FixturePage {
  let path: String
  let text: String
  let faults: [SourceRange]
  private let lines: LineIndex

  init(_ path: String, _ marked: String) {
    self.path = path
    (text, faults) = Example(marked).unmarked
    let bytes = Array(text.utf8)
    lines = LineIndex(bytes, contentStart: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// - Parameter replacement: what a fix writes instead of the fault; nil for no fix.
  func diagnostic(
    _ index: Int = 0, _ rule: RuleID = "typography/space-before-colon", _ severity: Severity = .warning,
    message: Message? = nil, replacement: String? = nil, _ safety: FixSafety = .safe
  ) -> Diagnostic {
    let fault = faults[index]
    let line = lines.range(ofLine: lines.line(at: fault.start))
    let bytes = Array(text.utf8)
    return Diagnostic(
      rule: rule, severity: severity,
      message: message
        ?? Message(
          fr: "Il faut une espace insécable avant «\u{A0}:\u{A0}».", en: "A no-break space belongs before “:”."),
      path: path, range: lines.positions(of: fault),
      fix: replacement.map { text in
        LocatedFix(
          title: Message(fr: "mettre une espace insécable", en: "put a no-break space"), safety: safety,
          edits: [LocatedFix.Edit(range: lines.positions(of: fault), text: text)])
      },
      excerpt: Excerpt(text: String(decoding: bytes[line.bounds], as: UTF8.self), offset: line.start))
  }
}

extension Fixture {
  static let rules: [RuleID: RuleMetadata] = {
    let colon = RuleMetadata(
      id: "typography/space-before-colon", severity: .warning, fix: .safe,
      summary: Message(
        fr: "L’espace avant le deux-points est absente ou sécable.", en: "The space before a colon breaks."),
      rationale: Message(
        fr: "Le deux-points ne doit jamais commencer une ligne\u{A0}: une espace insécable l’attache au mot.",
        en: "A colon must never begin a line: a no-break space ties it to its word."),
      exceptions: Message(fr: "Les heures et les ratios, comme 16:9.", en: "Times and ratios, as 16:9."),
      references: [.imprimerieNationale("Ponctuation"), .usage(Message(fr: "du web", en: "of the web"))],
      examples: [
        Example("Le site⟦ ⟧: une page.", fixed: "Le site\u{A0}: une page."), Example("Le site\u{A0}: une page."),
      ])
    let link = RuleMetadata(
      id: "links/generic-text", severity: .info,
      summary: Message(fr: "Le lien ne dit pas où il mène.", en: "The link does not say where it leads."),
      rationale: Message(fr: "On parcourt les liens d’une page à l’oreille.", en: "People listen to a page’s links."),
      references: [.rgaa("6.1.1"), .wcag("2.4.4"), .act("c487ae")],
      examples: [Example("⟦[ici](a.md)⟧"), Example("[Le guide](a.md)")])
    return [colon.id: colon, link.id: link]
  }()

  private init(_ name: String, _ diagnostics: [Diagnostic], fileCount: Int = 1) {
    self.name = name
    result = RunResult(
      diagnostics: diagnostics.sorted(by: Diagnostic.precedes),
      files: Self.files(diagnostics, count: fileCount), rules: Self.rules)
  }

  /// The faulty pages and as many clean ones as are missing to `count`.
  private static func files(_ diagnostics: [Diagnostic], count: Int) -> [String] {
    let faulty = Set(diagnostics.map(\.path))
    guard count >= faulty.count else { return [] }
    let clean = (0..<(count - faulty.count)).map { "content/fr/propre/page-\($0).md" }
    return (clean + faulty).sorted()
  }

  static let empty = Fixture("empty", [], fileCount: 12)

  static let one = Fixture(
    "one", [FixturePage("content/fr/page.md", "# Guide\n\nLe site⟦ ⟧: une page.\n").diagnostic(replacement: "\u{A0}")])

  static let many: Fixture = {
    let first = FixturePage(
      "content/fr/a.md", "Objectifs⟦ ⟧: ⟦A compléter⟧\n\n⟦[ici](b.md)⟧ et l⟦'⟧Etat\n\n## ⟦Titre :⟧\n")
    let second = FixturePage("content/fr/sous dossier/é.md", "Un mot⟦ ⟧: deux mots.\n")
    let published = FixturePage("public/index.html", "<html>⟦<head>⟧</head></html>\n")
    return Fixture(
      "many",
      [
        first.diagnostic(0, replacement: "\u{A0}"),
        first.diagnostic(
          1, "sections/placeholder-text", .error,
          message: Message(fr: "Ce texte reste à écrire.", en: "This text is still to be written.")),
        first.diagnostic(
          2, "links/generic-text", .info,
          message: Message(fr: "Le lien «\u{A0}ici\u{A0}» ne dit pas où il mène.", en: "“ici” says nothing."),
          replacement: "[le guide](b.md)", .suggestion),
        first.diagnostic(3, "typography/apostrophe", .info, replacement: "’", .safe),
        first.diagnostic(4, "headings/trailing-punctuation", .warning, replacement: "Titre", .unsafe),
        second.diagnostic(0, replacement: "\u{A0}"),
        published.diagnostic(
          0, "page/missing-title", .error,
          message: Message(fr: "La page n’a pas de titre.", en: "The page has no title.")),
      ], fileCount: 1204)
  }()

  static let multiLine = Fixture(
    "multi-line",
    [FixturePage("a.md", "Un ⟦début\nune suite\nune fin⟧ ici.\n").diagnostic(replacement: "tout\nautre", .unsafe)])

  static let endOfFile = Fixture(
    "end of file",
    [
      FixturePage("a.md", "Sans fin⟦⟧").diagnostic(replacement: ".", .unsafe),
      FixturePage("vide.md", "⟦⟧").diagnostic(0, "page/missing-title", .error),
    ], fileCount: 2)

  static let crlf = Fixture("crlf", [FixturePage("a.md", "Un\r\nDeux⟦ ⟧: trois\r\n").diagnostic(replacement: "\u{A0}")])

  static let byteOrderMark = Fixture(
    "byte order mark", [FixturePage("a.md", "\u{FEFF}Un⟦ ⟧: deux\n").diagnostic(replacement: "\u{A0}")])

  /// Wide characters, a family of four in one emoji, a flag, and a decomposed accent.
  static let emoji = Fixture(
    "emoji",
    [
      FixturePage("a.md", "👨\u{200D}👩\u{200D}👧 🇳🇨 漢字 e\u{301}te\u{301}⟦ ⟧: oui\n").diagnostic(replacement: "\u{A0}"),
      FixturePage("b.md", "e⟦\u{301}⟧tat\n").diagnostic(0, "typography/decomposed-accent", replacement: "\u{E9}"),
    ], fileCount: 2)

  /// Every kind of space, a tab, and characters that nobody sees.
  static let spaces = Fixture(
    "spaces",
    [
      FixturePage("a.md", "Un\u{202F}; deux\u{A0}: trois\u{2009}! zéro\u{200B}⟦\t ⟧fin\u{AD}ale\n")
        .diagnostic(replacement: "\u{202F}"),
      FixturePage("b.md", "\tdécalé⟦  ⟧ici\n").diagnostic(0, "typography/multiple-spaces", replacement: " "),
    ], fileCount: 2)

  static let rightToLeft = Fixture(
    "right to left",
    [
      FixturePage("a.md", "La page שלום عربي⟦ ⟧: oui \u{202E}trevni\u{202C}\n").diagnostic(replacement: "\u{A0}")
    ])

  /// Text that would take over a terminal, a log, a page or a shell.
  static let hostile = Fixture(
    "hostile",
    [
      FixturePage(
        "mé chant'\"\n::error::<b>|`$(x).md", "\u{1B}[31m::error::⟦</script><!--⟧\u{7}]]>&amp;\u{9B}1m|`x`<img src=x>\n"
      ).diagnostic(
        0, "typography/space-before-colon", .error,
        message: Message(
          fr: "\u{1B}]0;titre\u{7}</script>\n::error::%0A [x](javascript:alert(1)) | <b> `code` *gras* \u{2028}",
          en: "\u{1B}]0;title\u{7}</script>\n::error::%0A [x](javascript:alert(1)) | <b> `code` *bold* \u{2028}"),
        replacement: "\u{1B}[0m<script>alert('x')</script>", .unsafe)
    ])

  /// A line of which only a window is there, and wider than a terminal.
  static let longLine: Fixture = {
    let page = FixturePage(
      "public/long.html", String(repeating: "mot ", count: 60) + "ici⟦ ⟧: " + String(repeating: "mot ", count: 60))
    let whole = page.diagnostic(replacement: "\u{A0}")
    let window = Excerpt(
      text: String(whole.excerpt.text.dropFirst(100).dropLast(100)), offset: 100, isCutBefore: true, isCutAfter: true)
    return Fixture(
      "long line",
      [
        Diagnostic(
          rule: whole.rule, severity: whole.severity, message: whole.message, path: whole.path, range: whole.range,
          fix: whole.fix, excerpt: window)
      ])
  }()

  static let unread: Fixture = {
    let start = Position(line: 1, column: 1, offset: 0)
    return Fixture(
      "unread",
      [
        Diagnostic(
          rule: "file/unreadable-file", severity: .error,
          message: Message(fr: "Ce fichier n’existe pas.", en: "This file does not exist."), path: "absent.md",
          range: PositionRange(start: start, end: start), fix: nil, excerpt: Excerpt(text: "", offset: 0))
      ], fileCount: 0)
  }()

  /// Not in `all`: too much for a golden file.
  static let tenThousand: Fixture = {
    let diagnostics = (0..<100).flatMap { page -> [Diagnostic] in
      let text = String(repeating: "Le mot de la fin\u{A0}; un site⟦ ⟧: une page, et l’état des lieux.\n", count: 100)
      let page = FixturePage("content/fr/dossier-\(page % 10)/page-\(page).md", text)
      return page.faults.indices.map { page.diagnostic($0, replacement: "\u{A0}") }
    }
    return Fixture("ten thousand", diagnostics, fileCount: 200)
  }()
}

import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// A download that does not say what one will receive.
public struct DownloadDetails: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/download-details",
    severity: .warning,
    fix: .suggestion,
    summary: Message(
      fr: "Un téléchargement n’annonce pas son format, son poids ou sa langue.",
      en: "A download does not announce its format, weight or language."),
    rationale: Message(
      fr:
        "Avant d’ouvrir un fichier, le lecteur veut savoir s’il pourra le lire, s’il est lourd pour sa connexion et dans "
        + "quelle langue il est\u{A0}: «\u{A0}Guide (PDF, 2,3 Mo)\u{A0}».",
      en: "Before they open a file readers want to know whether they can read it, whether it is heavy for their "
        + "connection and in which language it is: “Guide (PDF, 2.3 MB)”."),
    exceptions: Message(
      fr:
        "Ce qui est dit à côté du lien compte\u{A0}: dans sa phrase, sa carte, sa figure, sa définition, le titre qui "
        + "précède ou la rangée du tableau. Un poids qui manque seul est une information. Le RGAA 4 n’a plus de critère à "
        + "ce sujet.",
      en:
        "What is said beside the link counts: in its sentence, card, figure, definition, the heading before it or the "
        + "table’s row. A weight that is missing alone is information. RGAA 4 has no criterion on this any more."),
    references: [
      .goodPractice(
        Message(
          fr: "format, poids et langue des fichiers à télécharger", en: "format, weight and language of downloads"))
    ],
    examples: [
      Example("⟦[Le guide](https://exemple.nc/guide.pdf)⟧\n"),
      Example("⟦<a href=/guide.odt>⟧Le guide</a>", format: .html),
      Example("⟦[Le guide (PDF)](https://exemple.nc/guide.pdf)⟧\n"),
      Example("⟦<a href=/guide.pdf hreflang=en>⟧Le guide (PDF, 2 Mo)</a>", format: .html),
      Example("⟦[Le modèle](/doc/modele.odt)⟧\n", path: "content/accueil.md"),
      Example("[Le guide (PDF, 2,3 Mo)](https://exemple.nc/guide.pdf)\n"),
      Example("<a href=/guide.pdf>Le guide</a> (PDF, 230 ko)", format: .html),
      Example("| Fichier | Format | Poids |\n|---|---|---|\n| [Guide](https://a.nc/g.pdf) | PDF | 2 Mo |\n"),
      Example("[Le guide](/guide/) et [sa carte](/carte.png)\n"),
      Example("<div><h3><a href=/plan.pdf>Le plan</a></h3><p>Des rues.</p><p>PDF – 61 ko</p></div>", format: .html),
      Example("<dl><dt><a href=/plan.pdf>Le plan</a><dd>PDF, 3 Mo</dl>", format: .html),
      Example(
        "<figure><a href=/plan.pdf><img src=v.png alt=\"Le plan\"></a><figcaption>PDF, 3 Mo</figcaption></figure>",
        format: .html),
      Example("Le plan en PDF (2 Mo)\u{A0}: [le télécharger](/plan.pdf).\n"),
      Example("## Le plan (PDF, 2 Mo)\n\n[Télécharger le plan](/plan.pdf)\n"),
      Example("<a href=/plan.pdf download data-fr-assess-file>Le plan</a>", format: .html),
      Example(
        "<ul><li><a href=/a.pdf>Le plan</a> (PDF, 2 Mo)<li>⟦<a href=/b.pdf>⟧La carte</a></ul>", format: .html),
      Example("<a href=/guide.pdf hreflang=en>Le guide (PDF, 2 Mo, en anglais)</a>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let downloads = page.links.filtered(.isDownload)
    for index in downloads.indices { check(index, of: downloads, on: page, &findings) }
  }

  private func check(_ index: Int, of downloads: [PageLink], on page: Page, _ findings: inout Findings) {
    let document = page.document
    let link = downloads[index]
    let element = link.node
    guard let number = link.href, let (format, stem) = DownloadFormat.of(document.attributes[number].value) else {
      return
    }
    let href = document.attributes[number]
    let tree = page.accessibility
    guard tree.isExposed(element) else { return }
    let name = tree.name(of: element).text
    // Without a name, that is the fault.
    guard !name.isEmpty else { return }
    let language = Self.language(of: element, stem, page)
    func lacks(_ words: [String]) -> (format: Bool, weight: Bool, language: Bool) {
      (
        !words.contains { word in format.synonyms.contains { $0 == word } }, !Self.tellsWeight(words),
        language.map { tag in !words.contains { Self.names(of: tag).contains($0) } } ?? false
      )
    }
    let said = name + " " + tree.description(of: element) + " " + context(of: element, page)
    var missing = lacks(FoldedText(said).wordList)
    guard missing.format || missing.weight || missing.language else { return }
    // The script of the State's design system writes them.
    if document.attributes(of: element).contains(where: { document.spelling($0.name) == "data-fr-assess-file" }) {
      return
    }
    missing = lacks(FoldedText(said + " " + Self.surroundings(of: index, downloads, page)).wordList)
    let (lacksFormat, lacksWeight, lacksLanguage) = missing
    guard lacksFormat || lacksWeight || lacksLanguage else { return }
    let weight = page.site.flatMap { site in page.targetFile(href.value).flatMap { site.size(of: $0) } }
    let isFrench = page.language(of: element).isFrench
    findings.report(
      document.signpost(of: element), .lacks(format: lacksFormat, weight: lacksWeight, language: lacksLanguage),
      fix: suggestion(
        element, lacksFormat ? format.name : nil,
        lacksWeight ? weight.map { Weight.text($0, isFrench: isFrench) } : nil,
        page),
      severity: lacksFormat || lacksLanguage && Self.declares(element, document) ? nil : .info)
  }

  /// What is said of the file beside the link: the rest of the row in a table, else what follows.
  private func context(of element: NodeID, _ page: Page) -> String {
    if let row = page.document.ancestor(.tr, of: element) { return page.accessibility.visibleText(of: row) }
    return page.text(after: element, upTo: 80)
  }

  /// What is said of the file around the link: in the sentence before it, in the card, figure or list item that is about
  /// this file alone, in the definition of its term, in the heading above.
  private static func surroundings(of index: Int, _ downloads: [PageLink], _ page: Page) -> String {
    let document = page.document
    let link = downloads[index]
    var texts: [String] = []
    // What holds another download holds one of the nearest.
    let others = downloads[max(0, index - 3)..<min(downloads.count, index + 4)].filter { $0.node != link.node }
    let start = link.text.lowerBound
    if let block = document.prose.block(at: start) {
      let before = others.last { $0.text.upperBound <= start }?.text.upperBound ?? 0
      texts.append(document.prose.string(max(block.range.lowerBound, before, start - reach)..<start))
    }
    var outer = document[link.node].parent
    var part: NodeID?
    while outer != .none, outer != .root {
      let element = document[outer]
      if element.name == .main || element.name == .body || element.name == .section { break }
      if element.name == .dt, let definition = document.nextSibling(of: outer), document.isElement(definition, .dd) {
        texts.append(page.accessibility.visibleText(of: definition))
      }
      if element.text.count > reach { break }
      // The card of another file says nothing of this one.
      let holdsOthers = others.contains { other in
        outer < other.node && other.node.index < element.subtreeEnd && !isSameTarget(other, link, document)
      }
      if holdsOthers { break }
      part = outer
      outer = element.parent
    }
    if let part { texts.append(page.accessibility.visibleText(of: part)) }
    if let heading = page.outline.headings.last(where: { ($0.node ?? .root) < link.node }), heading.node != nil {
      texts.append(heading.string(in: document))
    }
    return texts.joined(separator: " ")
  }

  /// In bytes: what is longer is about more than the file.
  private static let reach = 400

  private static func isSameTarget(_ a: PageLink, _ b: PageLink, _ document: Document) -> Bool {
    guard let first = a.href, let second = b.href else { return false }
    return document.attributes[first].value == document.attributes[second].value
  }

  /// Whether a number stands before a unit of weight.
  private static func tellsWeight(_ words: [String]) -> Bool {
    for (index, word) in words.enumerated() {
      let unit = word.utf8.drop(while: isDigit)
      guard units.contains(String(Substring(unit))) else { continue }
      if unit.startIndex > word.startIndex || (index > 0 && words[index - 1].utf8.allSatisfy(isDigit)) { return true }
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static let units: Set<String> = [
    "o", "ko", "mo", "go", "kio", "mio", "gio", "octets", "kilooctets", "megaoctets", "gigaoctets", "b", "kb", "mb",
    "gb",
    "kib", "mib", "gib", "bytes",
  ]

  // MARK: Language

  /// The language of the file where it is another one than the text's: by `hreflang`, or by the end of its name.
  private static func language(of element: NodeID, _ stem: Substring, _ page: Page) -> String? {
    let own = page.language(of: element).primary
    if let tag = page.document.value(.hreflang, of: element) {
      let primary = LanguageTag(tag).primary
      return primary.isEmpty || primary == own ? nil : primary
    }
    guard own == "fr", let mark = stem.utf8.lastIndex(where: { $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }) else {
      return nil
    }
    let ending = stem[stem.utf8.index(after: mark)...].lowercased()
    return ["en", "eng", "english"].contains(ending) ? "en" : nil
  }

  private static func declares(_ element: NodeID, _ document: Document) -> Bool {
    document.attribute(.hreflang, of: element) != nil
  }

  /// Words that announce a language, folded.
  private static func names(of tag: String) -> [String] {
    switch tag {
    case "en": ["anglais", "anglaise", "english", "en"]
    case "fr": ["francais", "francaise", "french", "fr"]
    case "es": ["espagnol", "espagnole", "espanol", "spanish", "es"]
    case "de": ["allemand", "allemande", "deutsch", "german", "de"]
    case "it": ["italien", "italienne", "italiano", "italian", "it"]
    case "pt": ["portugais", "portugaise", "portugues", "portuguese", "pt"]
    default: [tag]
    }
  }

  // MARK: Suggestion

  /// Adds what is known to the link’s text.
  private func suggestion(_ element: NodeID, _ format: String?, _ weight: String?, _ page: Page) -> Fix? {
    let details = [format, weight].compactMap { $0 }.joined(separator: ", ")
    let text = page.document.trimmedText(of: element)
    guard !details.isEmpty, !text.isEmpty else { return nil }
    let prose = page.document.prose
    var end = text.upperBound
    var addition = " (\(details))"
    // « Guide (PDF) » has its parenthesis.
    if prose.bytes[end - 1] == UInt8(ascii: ")"), format == nil {
      end -= 1
      addition = ", \(details)"
    }
    let written = page.settings.spaces == .entity ? addition.replacing("\u{A0}", with: "&nbsp;") : addition
    guard let edits = prose.edits(replacing: end..<end, with: written) else { return nil }
    return Fix(.add(details), .suggestion, edits)
  }
}

/// How heavy a file is, as people say it.
enum Weight {
  /// - Parameter bytes: decimal multiples are given, as browsers and public sites do.
  static func text(_ bytes: Int, isFrench: Bool) -> String {
    let units = isFrench ? ["ko", "Mo", "Go"] : ["kB", "MB", "GB"]
    var tenths = max(1, (bytes + 99) / 100)
    var unit = 0
    while tenths >= 10_000, unit + 1 < units.count {
      tenths = (tenths + 500) / 1000
      unit += 1
    }
    // Tenths mean something of a few megabytes only.
    if unit == 0 || tenths >= 100 || tenths % 10 == 0 { return "\(max(1, (tenths + 5) / 10))\u{A0}\(units[unit])" }
    return "\(tenths / 10)\(isFrench ? "," : ".")\(tenths % 10)\u{A0}\(units[unit])"
  }
}

extension Page {
  /// The language of an element's text.
  func language(of node: NodeID) -> LanguageTag {
    let prose = document.prose
    let start = Int(document[node].text.lowerBound)
    guard !prose.segments.isEmpty, start < prose.bytes.count else { return prose.languages[0] }
    return prose.languages[Int(prose.segments[prose.segmentIndex(at: start)].language)]
  }
}

extension Message {
  fileprivate static func lacks(format: Bool, weight: Bool, language: Bool) -> Message {
    var french: [String] = []
    var english: [String] = []
    if format {
      french.append("le format")
      english.append("the format")
    }
    if weight {
      french.append("le poids")
      english.append("the weight")
    }
    if language {
      french.append("la langue")
      english.append("the language")
    }
    let pronoun = french.count > 1 ? "les" : language ? "la" : "le"
    let example = language ? "(PDF, 2,3 Mo, en anglais)" : "(PDF, 2,3 Mo)"
    return Message(
      fr:
        "Ce lien télécharge un fichier sans en annoncer \(list(french, "et"))\u{A0}: ajoutez-\(pronoun) à l’intitulé, "
        + "comme «\u{A0}\(example)\u{A0}».",
      en:
        "This link downloads a file without announcing \(list(english, "and")): add \(english.count > 1 ? "them" : "it") "
        + "to the text, as in “\(language ? "(PDF, 2.3 MB, in English)" : "(PDF, 2.3 MB)")”.")
  }

  private static func list(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  fileprivate static func add(_ details: String) -> Message {
    Message(fr: "Ajouter `(\(details))`", en: "Add `(\(details))`")
  }
}

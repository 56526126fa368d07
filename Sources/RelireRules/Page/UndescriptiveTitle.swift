import RelireDocuments
import RelireLexicon
import RelireModel

/// A page title that has an empty part, or says nothing of the page.
public struct UndescriptiveTitle: DocumentRule, SiteRule {
  public static let metadata = RuleMetadata(
    id: "page/undescriptive-title",
    severity: .warning,
    fix: .suggestion,
    summary: Message(
      fr: "Le titre de la page est incomplet ou ne dit rien d’elle.",
      en: "The page’s title is incomplete or says nothing of the page."),
    rationale: Message(
      fr: "Le titre est la première chose que lit un lecteur d’écran, et tout ce que montrent un onglet, un signet ou "
        + "un moteur de recherche. «\u{A0}Open data |\u{A0}» y laisse une barre après laquelle rien ne vient\u{A0}: le "
        + "nom du site manque, souvent parce que la configuration ne le donne pas.",
      en: "The title is the first thing a screen reader says, and all that a tab, a bookmark or a search engine shows. "
        + "“Open data |” leaves a bar with nothing after it: the site’s name is missing, often because the configuration "
        + "does not give it."),
    exceptions: Message(
      fr: "Une partie vide que le modèle du site répète de page en page n’est signalée qu’une fois.",
      en: "An empty part that the site’s template repeats on every page is reported once."),
    references: [.rgaa("8.6.1"), .wcag("2.4.2")],
    examples: [
      Example("<title>⟦Données ouvertes |⟧</title>", format: .html),
      Example("<title>⟦| Le portail⟧</title>", format: .html),
      Example("<title>⟦Licences |⟧</title>", format: .html, others: ["<title>Formats |</title>"]),
      Example("<title>⟦Données – – Le portail⟧</title>", format: .html),
      Example("<html lang=fr><head><title>⟦Sans titre⟧</title></head></html>", format: .html),
      Example("---\ntitle: ⟦index.html⟧\n---\n"),
      Example("<title>⟦Document⟧</title>", format: .html),
      Example("<title>⟦undefined⟧</title>", format: .html),
      Example("<title>Données ouvertes | Le portail</title>", format: .html),
      Example("---\ntitle: Données ouvertes\n---\n"),
      Example("<svg><title>Image</title></svg>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    if document.format == .html, document.frontMatter == nil {
      guard let title = document.titleElement else { return }
      let range = document.trimmedText(of: title)
      // Those of a site are judged together.
      if !hasEmptyPart(range, document) { check(range, document, &findings) }
    } else if let block = document.prose.blocks.last(where: { $0.kind == .frontMatterTitle }) {
      check(document.prose.trimmed(block.range), document, &findings)
    }
  }

  private func check(_ range: Range<Int>, _ document: Document, _ findings: inout Findings) {
    guard !range.isEmpty else { return }
    if let finding = emptyPart(of: range, document) {
      findings.report(finding)
    } else if range.count <= Self.longestGeneric, Self.mayBeGeneric(document.prose.bytes[range]),
      Self.isGeneric(FoldedText(utf8: document.prose.bytes[range]), document.format)
    {
      findings.report(document.prose.sourceRange(of: range), .generic(document.prose.string(range)))
    }
  }

  private func emptyPart(of range: Range<Int>, _ document: Document) -> Finding? {
    guard TitleParts.mayHaveParts(document.prose.bytes[range]) else { return nil }
    let parts = TitleParts(document.prose.bytes[range])
    guard parts.hasEmptyPart else { return nil }
    let filled = parts.filled.joined(separator: " \(parts.separator) ")
    let fix = filled.isEmpty ? nil : document.prose.edits(replacing: range, with: filled)
    return Finding(
      document.prose.sourceRange(of: range), .emptyPart, fix: fix.map { Fix(.leaveOut, .suggestion, $0) })
  }

  private func hasEmptyPart(_ range: Range<Int>, _ document: Document) -> Bool {
    TitleParts.mayHaveParts(document.prose.bytes[range]) && TitleParts(document.prose.bytes[range]).hasEmptyPart
  }

  // MARK: The published site

  public func collect(from page: Page) -> Finding? {
    guard page.document.format == .html, let title = page.document.titleElement else { return nil }
    return emptyPart(of: page.document.trimmedText(of: title), page.document)
  }

  public func judge(_ pages: [PageEvidence<Finding>], _ findings: inout SiteFindings) {
    guard pages.count > 1, let first = pages.first else {
      for page in pages { findings.report(page: page.page, page.value.range, page.value.message, fix: page.value.fix) }
      return
    }
    findings.report(page: first.page, first.value.range, .emptyPart(onPages: pages.count))
  }

  /// Whether a title begins as generic ones do, or has a period where an ending of files does.
  private static func mayBeGeneric(_ title: ArraySlice<UInt8>) -> Bool {
    if title.suffix(12).contains(UInt8(ascii: ".")) { return true }
    guard let first = title.firstIndex(where: { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 || $0 &- 0x30 < 10 }),
      first + 1 < title.endIndex, title[first] < 0x80, title[first + 1] < 0x80
    else { return true }
    return openings.contains(opening(title[first], title[first + 1]))
  }

  private static let openings = Set(
    (generic.union(genericOfPages).map(\.description) + ["www"]).map { title in
      let letters = Array(title.utf8)
      return opening(letters[0], letters[1])
    })

  /// The first two letters of a title as one number, their case aside.
  private static func opening(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first | 0x20) << 8 | UInt16(second | 0x20)
  }

  private static func isGeneric(_ title: FoldedText, _ format: Document.Format) -> Bool {
    if generic.contains(title) { return true }
    // Of a published page, whose title also names the site.
    if format == .html, genericOfPages.contains(title) || title.description.hasPrefix("www ") { return true }
    let text = title.description
    guard text.utf8.suffix(6).contains(UInt8(ascii: ".")), !text.utf8.contains(0x20) else { return false }
    return fileEndings.contains { text.hasSuffix($0) }
  }

  private static let generic: Set<FoldedText> = [
    "sans titre", "sans nom", "titre de la page", "titre par defaut", "nouvelle page", "nouveau document",
    "page sans titre", "document sans titre", "index", "default", "untitled", "untitled document", "untitled page",
    "new page", "no title", "page title",
  ]

  private static let genericOfPages: Set<FoldedText> = [
    "document", "home", "undefined", "null", "wordpress", "page 1", "accueil wordpress", "un site utilisant wordpress",
  ]

  /// In bytes; longer titles need not be compared.
  private static let longestGeneric = 80

  private static let fileEndings = [".html", ".htm", ".md", ".php", ".docx", ".doc", ".pdf", ".odt"]
}

/// A title cut at the marks that set its parts apart: `Page | Site`, `Page – Section – Site`.
private struct TitleParts {
  private let title: ArraySlice<UInt8>
  /// The separators, in order.
  private var marks: [Range<Int>] = []
  private(set) var hasEmptyPart = false

  init(_ title: ArraySlice<UInt8>) {
    self.title = title
    let scalars = Array(String(decoding: title, as: UTF8.self).unicodeScalars)
    var offset = title.startIndex
    var isEmpty = true
    for (index, scalar) in scalars.enumerated() {
      let end = offset + UTF8.width(scalar)
      if Self.isSeparator(index, scalars) {
        marks.append(offset..<end)
        if isEmpty { hasEmptyPart = true }
        isEmpty = true
      } else if isEmpty, scalar.isVisible {
        isEmpty = false
      }
      offset = end
    }
    // A title in one part, as nearly all are, is a matter for other rules.
    if isEmpty, !marks.isEmpty { hasEmptyPart = true }
  }

  /// The last one there is.
  var separator: String { marks.last.map { String(decoding: title[$0], as: UTF8.self) } ?? "|" }

  /// The parts that say something.
  var filled: [String] {
    var parts: [String] = []
    var start = title.startIndex
    for end in marks + [title.endIndex..<title.endIndex] {
      let part = String(decoding: title[start..<end.lowerBound], as: UTF8.self).singleSpaced
      if part.hasVisibleText { parts.append(part) }
      start = end.upperBound
    }
    return parts
  }

  /// Whether a separator, or a character of the same last byte, is in the title: a bar, or a sign beside which there
  /// is a blank or nothing.
  static func mayHaveParts(_ title: ArraySlice<UInt8>) -> Bool {
    let title = title.span
    var previous: UInt8 = 0x20
    for offset in title.indices {
      let byte = title[offset]
      if byte < 0x80 {
        if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") && previous == 0x20 { return true }
      } else {
        // The last bytes of – — • › · »; those of ’ and of no-break spaces are others.
        switch (previous, byte) {
        case (0x80, 0x93), (0x80, 0x94), (0x80, 0xA2), (0x80, 0xBA), (0xC2, 0xB7), (0xC2, 0xBB): return true
        default: break
        }
      }
      previous = byte
    }
    return false
  }

  /// A bar anywhere; a dash or a dot only between spaces or at an end, where it joins no words.
  private static func isSeparator(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    switch scalars[index] {
    case "|": return true
    case "-", "–", "—", "·", "•", "»", "›":
      let opens = index == 0 || scalars[index - 1].isProseSpace
      let closes = index + 1 == scalars.count || scalars[index + 1].isProseSpace
      // « Guide » is a quotation, not a path.
      return opens && closes && !(scalars[index] == "»" && scalars.contains("«"))
    default: return false
    }
  }
}

extension Message {
  fileprivate static let emptyPart = Message(
    fr: "Une partie du titre est vide\u{A0}: complétez-la (le nom du site, le plus souvent), ou retirez le séparateur.",
    en: "Part of the title is empty: fill it in (the site’s name, most often), or remove the separator.")

  fileprivate static func emptyPart(onPages count: Int) -> Message {
    Message(
      fr: "Sur \(count) pages, une partie du titre est vide\u{A0}: corrigez-le une fois, dans le modèle ou la "
        + "configuration du site (le nom du site manque, le plus souvent).",
      en: "On \(count) pages part of the title is empty: correct it once, in the site’s template or configuration "
        + "(the site’s name is missing, most often).")
  }

  fileprivate static let leaveOut = Message(
    fr: "Retirer les parties vides du titre", en: "Leave out the empty parts of the title")

  fileprivate static func generic(_ title: String) -> Message {
    Message(
      fr: "Le titre «\u{A0}\(title.singleSpaced)\u{A0}» ne dit rien de la page\u{A0}: nommez son sujet.",
      en: "The title “\(title.singleSpaced)” says nothing of the page: name its subject.")
  }
}

import RelireDocuments
import RelireLexicon
import RelireModel

/// A paragraph in bold that stands for a heading.
public struct EmphasisAsHeading: ElementRule, SiteRule {
  public static let metadata = RuleMetadata(
    id: "headings/emphasis-as-heading",
    severity: .warning,
    fix: .unsafe,
    summary: Message(
      fr: "Un texte en gras tient lieu de titre.", en: "Bold text stands in for a heading."),
    rationale: Message(
      fr: "Un texte en gras ressemble à un titre sans en être un\u{A0}: il manque au sommaire, on ne peut pas y sauter "
        + "d’une touche, et rien ne rattache ce qui suit à lui.",
      en:
        "Bold text looks like a heading but is none: it is missing from the table of contents, no key jumps to it, and "
        + "nothing ties what follows to it."),
    exceptions: Message(
      fr: "Un paragraphe en gras qui se termine par une ponctuation, qui est long, qui est un lien ou que rien ne suit "
        + "est une mise en valeur. Dans une liste, une citation ou un tableau, le gras n’est jamais jugé. Un gras "
        + "suivi de deux-points introduit la liste qui vient après lui et, devant autre chose, est laissé au jugement d’une "
        + "personne, sauf s’il nomme une section attendue. Ce que le "
        + "modèle du site répète n’est signalé qu’une fois.",
      en:
        "A bold paragraph that ends in punctuation, is long, is a link or has nothing after it is emphasis. In a list, a "
        + "quotation or a table bold is never judged. Bold text that ends in a colon introduces the list after it, and before "
        + "anything else is left to a person, unless it names an expected section. What the theme repeats is reported once."
    ),
    references: [.rgaa("9.1.3"), .wcag("1.3.1")],
    examples: [
      Example(
        "⟦**Les pièces à joindre**⟧\n\nUne copie suffit.\n", fixed: "## Les pièces à joindre\n\nUne copie suffit.\n"),
      Example(
        "---\ntitle: Déposer\n---\n\n## Le dossier\n\n⟦**Les pièces**⟧\n\nUne copie suffit.\n",
        fixed: "---\ntitle: Déposer\n---\n\n## Le dossier\n\n### Les pièces\n\nUne copie suffit.\n"),
      Example(
        "⟦**_Objectifs\u{A0}:_**⟧\nComprendre la démarche.\n", fixed: "## Objectifs\n\nComprendre la démarche.\n"),
      Example("<p>⟦<strong>⟧Les pièces</strong></p><p>Une copie suffit.</p>", format: .html),
      Example("<div>⟦<strong>⟧Objectifs :</strong><ul><li>Comprendre</li></ul></div>", format: .html),
      Example("**Attention, le guichet est fermé.**\n\nRevenez demain.\n"),
      Example("**Pour faire sa demande, il faut\u{A0}:**\n\n- une copie\u{202F};\n- un acte.\n"),
      Example("**[Le formulaire](/formulaire/)**\n\nÀ remplir.\n"),
      Example("- **Les pièces**\n\n  Une copie suffit.\n"),
      Example("Une copie.\n\n**OU**\n\nUn acte.\n"),
      Example("Une **copie** suffit.\n\nPas deux.\n"),
      Example("## Les pièces\n\nUne copie suffit.\n"),
    ])

  public static let elements: [ElementName] = [.strong, .b]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    guard page.document.format != .html, let finding = finding(element, on: page) else { return }
    findings.report(finding)
  }

  // MARK: The published site

  /// A label on a published page, by what it says: the theme's are the same on all pages.
  public struct PublishedLabel: Sendable {
    let text: FoldedText
    let shown: String
    let finding: Finding
  }

  public func collect(from page: Page) -> [PublishedLabel]? {
    let document = page.document
    guard document.format == .html else { return nil }
    var labels: [PublishedLabel] = []
    for element in page.elements.bold {
      guard let finding = finding(element, on: page) else { continue }
      let text = document.text(of: element)
      labels.append(PublishedLabel(text: FoldedText(text), shown: text.singleSpaced, finding: finding))
    }
    return labels.isEmpty ? nil : labels
  }

  public func judge(_ pages: [PageEvidence<[PublishedLabel]>], _ findings: inout SiteFindings) {
    var groups: [FoldedText: [(page: Int, label: PublishedLabel)]] = [:]
    for page in pages {
      for label in page.value { groups[label.text, default: []].append((page.page, label)) }
    }
    for (_, group) in groups.sorted(by: { $0.key.description < $1.key.description }) {
      let pageCount = Set(group.map(\.page)).count
      if pageCount > 1, let (page, label) = group.first {
        findings.report(
          page: page, label.finding.range, .repeated(label.shown, pageCount), verdict: label.finding.verdict,
          pages: pageCount)
      } else {
        for (page, label) in group {
          findings.report(page: page, label.finding.range, label.finding.message, verdict: label.finding.verdict)
        }
      }
    }
  }

  // MARK: One label

  private func finding(_ element: NodeID, on page: Page) -> Finding? {
    let document = page.document
    guard let label = BoldLabel(element, on: page), label.endsLine, !page.outline.isHidden(element) else { return nil }
    let name = FoldedText(label.text)
    let section = page.settings.sections.first { $0.isTitle(name) }
    let isSection = section != nil
    if document.format == .markdown, let section, let key = page.usualKey(of: section),
      let fix = page.move(label, to: key)
    {
      return Finding(document.signpost(of: element), .belongsInFrontMatter(label.text.singleSpaced, key), fix: fix)
    }
    guard isSection || (label.fillsBlock && looksLikeHeading(label, document)) else { return nil }
    return Finding(
      document.signpost(of: element), .notAHeading(label.text.singleSpaced, document.format), fix: fix(label, on: page),
      verdict: isSection || !label.endsInColon ? .fault : .review)
  }

  private func looksLikeHeading(_ label: BoldLabel, _ document: Document) -> Bool {
    let text = label.text
    guard text.unicodeScalars.count <= 80, text.hasVisibleText, !text.unicodeScalars.contains("\u{FFFC}"),
      let last = text.unicodeScalars.last,
      last.properties.isAlphabetic || last == ")" || last == "?" || label.endsInColon,
      let first = text.unicodeScalars.first(where: { $0.properties.isAlphabetic }), !first.properties.isLowercase,
      // « Délai : deux mois », « Figure 2 : … » carry their content with them.
      !text.utf8.dropLast(label.endsInColon ? 1 : 0).contains(UInt8(ascii: ":")), !text.utf8.span.holds(". "),
      !text.utf8.span.holds(".\u{A0}"),
      !text.utf8.contains(UInt8(ascii: "_")), text.utf8.split(separator: 0x20).count <= 12,
      // « **OU** » between two choices
      text.utf8.count > 2, let next = document.nextSibling(of: label.follower)
    else { return false }
    guard document[next].kind == .element, !isInSmallFlow(label.block, document) else { return false }
    // « **Il vous faut :** » leads in to its list.
    if label.endsInColon, document.isElement(next, .ul) || document.isElement(next, .ol) { return false }
    switch document[next].name {
    case .p, .ul, .ol, .dl, .div, .pre, .blockquote: break
    default: return false
    }
    // A run of bold paragraphs is a way of shouting, not an outline.
    return document.isElement(next, .p) ? !document.isAllBold(next) : true
  }

  /// Whether the block stands inside something whose text is not the page's own flow.
  private func isInSmallFlow(_ block: NodeID, _ document: Document) -> Bool {
    var current = document[block].parent
    var steps = 0
    // Far enough out for any sane page, and no cost on a page of 100,000 nested blocks.
    while current != .none, current != .root, steps < 64 {
      switch document[current].name {
      case .li, .td, .th, .dd, .dt, .blockquote, .figure, .figcaption, .aside, .nav, .footer, .header, .address, .a,
        .button, .label, .details, .summary, .form, .dialog:
        return true
      default: current = document[current].parent
      }
      steps += 1
    }
    return steps == 64
  }

  // MARK: Fix

  /// Writes a Markdown heading in place of the label.
  private func fix(_ label: BoldLabel, on page: Page) -> Fix? {
    let document = page.document
    let bytes = document.source.bytes
    let element = document[label.element]
    guard document.format == .markdown, bytes[element.range.start] != 0x3C,
      element.range.start == 0 || bytes[element.range.start - 1] == 0x0A
    else { return nil }
    let above = page.outline.headings.last { ($0.node ?? .root) < label.element }?.level ?? 1
    let title = document.source.string(label.titleSource(document))
    guard !title.isEmpty, !title.contains("\n") else { return nil }
    var end = element.range.end
    // The label's own line ends here; what follows in the paragraph becomes one of its own.
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    var heading = String(repeating: "#", count: min(above + 1, 6)) + " " + title
    if end < bytes.count, bytes[end] == 0x0A, !label.fillsBlock { heading += "\n" }
    return Fix(.makeHeading, .unsafe, [TextEdit(SourceRange(element.range.start, end), heading)])
  }
}

extension Message {
  fileprivate static func notAHeading(_ text: String, _ format: Document.Format) -> Message {
    let heading = format == .html ? "h2" : "## …"
    return Message(
      fr: "«\u{A0}\(text)\u{A0}» est en gras mais n’est pas un titre\u{A0}: faites-en un titre (`\(heading)`).",
      en: "“\(text)” is bold but no heading: make it one (`\(heading)`).")
  }

  fileprivate static func belongsInFrontMatter(_ text: String, _ key: String) -> Message {
    Message(
      fr:
        "«\u{A0}\(text)\u{A0}» est en gras mais n’est pas un titre\u{A0}: déplacez ce qui suit dans l’en-tête, sous la "
        + "clé `\(key)`, comme les autres pages.",
      en: "“\(text)” is bold but no heading: move what follows to the front matter, under the key `\(key)`, as other "
        + "pages do.")
  }

  fileprivate static func repeated(_ text: String, _ pageCount: Int) -> Message {
    Message(
      fr: "Sur \(pageCount) pages, «\u{A0}\(text)\u{A0}» est en gras mais n’est pas un titre\u{A0}: "
        + "corrigez-le une fois, dans le modèle du site.",
      en: "On \(pageCount) pages “\(text)” is bold but no heading: correct it once, in the site’s template.")
  }

  fileprivate static let makeHeading = Message(
    fr: "Transformer ce texte en gras en titre", en: "Turn this bold text into a heading")
}

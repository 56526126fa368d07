import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// A link that opens a new window without saying so.
public struct NewWindow: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/new-window",
    severity: .warning,
    summary: Message(
      fr: "Un lien ouvre une nouvelle fenêtre sans le dire.", en: "A link opens a new window without saying so."),
    rationale: Message(
      fr:
        "Dans une nouvelle fenêtre, le bouton «\u{A0}Page précédente\u{A0}» ne ramène plus d’où l’on vient\u{A0}: qui ne "
        + "voit pas l’écran ne comprend pas pourquoi. Le mieux est de laisser le lecteur choisir\u{202F}; sinon, dites-le "
        + "dans l’intitulé ou dans le titre du lien.",
      en:
        "In a new window the Back button no longer leads back: whoever does not see the screen cannot tell why. It is "
        + "best to let readers choose; otherwise say so in the link’s text or title."),
    exceptions: Message(
      fr:
        "Les liens d’une page générée sont signalés ensemble, au premier d’entre eux\u{A0}: c’est le modèle du site qui "
        + "les fait.",
      en: "The links of a generated page are reported together, at the first of them: the site’s template makes them."),
    references: [
      .wcag("3.2.5"),
      .goodPractice(
        Message(
          fr: "annoncer les nouvelles fenêtres\u{A0}: le RGAA ne l’exige plus depuis sa version 4",
          en: "announce new windows: RGAA no longer asks for it since version 4")),
    ],
    examples: [
      Example("Voir <a href=\"https://exemple.nc\" target=⟦_blank⟧>le portail</a>.\n"),
      Example("<a href=/a target=⟦_blank⟧>A</a> <a href=/b target=_blank>B</a>", format: .html),
      Example("<a href=/a target=_blank>Le portail (nouvelle fenêtre)</a>", format: .html),
      Example("<a href=/a target=_blank title=\"Le portail - nouvel onglet\">Le portail</a>", format: .html),
      Example("<a href=/a target=_blank>Le portail</a> (s’ouvre dans une nouvelle fenêtre)", format: .html),
      Example("<a href=/a target=_self>Le portail</a>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    var first: SourceRange?
    var count = 0
    for link in page.links.filtered(.hasTarget) where link.href != nil {
      guard let number = document.attributeNumber(.target, of: link.node),
        Self.opensWindow(document.attributes[number].value), !isAnnounced(link.node, page)
      else { continue }
      let target = document.attributes[number]
      if document.format == .markdown {
        findings.report(target.valueRange, .unannounced(1))
      } else {
        first = first ?? target.valueRange
        count += 1
      }
    }
    if let first { findings.report(first, .unannounced(count)) }
  }

  private static func opensWindow(_ target: String) -> Bool {
    // No need to read `_blank`: no other target has its length.
    switch target.utf8.count {
    case 0: false
    case 4, 5, 7: !["_self", "_parent", "_top"].contains(target.lowercased())
    default: true
    }
  }

  private func isAnnounced(_ link: NodeID, _ page: Page) -> Bool {
    let document = page.document
    let tree = page.accessibility
    guard tree.isExposed(link) else { return true }
    // The link's text and what follows it in its block; then what attributes say.
    let start = Int(document[link].text.lowerBound)
    let end = Int(document[link].text.upperBound)
    let block = document.prose.block(at: max(start, end - 1))?.range.upperBound ?? end
    if Self.isAnnounced(in: document.prose.bytes[start..<max(end, min(block, end + 60))]) { return true }
    // Titles, labels and alternatives, of the link and of what is in it.
    for index in Int(link.index)..<min(Int(document[link].subtreeEnd), Int(link.index) + 100) {
      for number in document.nodes[index].attributes {
        switch document.attributes[Int(number)].name {
        case .title, .alt, .ariaLabel, .ariaDescription:
          if Self.isAnnounced(in: document.attributes[Int(number)].value) { return true }
        case .ariaLabelledby, .ariaDescribedby:
          let node = NodeID(index)
          if Self.isAnnounced(in: tree.name(of: node).text + " " + tree.description(of: node)) { return true }
        default: break
        }
      }
    }
    return false
  }

  /// Whether a text speaks of a window or a tab.
  static func isAnnounced(in text: String) -> Bool {
    text.utf8.count > 2 && isAnnounced(in: Array(text.utf8)[...])
  }

  private static func isAnnounced(in bytes: ArraySlice<UInt8>) -> Bool {
    // Their first letters are looked for before words are.
    guard mayAnnounce(bytes.span) else { return false }
    return FoldedText(utf8: bytes).wordList.contains { announcingWords.contains($0) }
  }

  private static let announcingWords: Set<String> = [
    "fenetre", "fenetres", "onglet", "onglets", "window", "windows", "tab", "tabs",
  ]

  /// The first three letters of each, as one number.
  private static let openings = Array(
    Set(announcingWords.map { $0.utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) } }))

  /// Whether the first letters of one of the words are anywhere in a text.
  private static func mayAnnounce(_ bytes: Span<UInt8>) -> Bool {
    let openings = openings
    var letters: UInt32 = 0
    for index in bytes.indices {
      letters = letters << 8 & 0xFF_FFFF | UInt32(bytes[index] | 0x20)
      if openings.contains(letters) { return true }
    }
    return false
  }
}

extension Message {
  fileprivate static func unannounced(_ count: Int) -> Message {
    count == 1
      ? Message(
        fr: "Ce lien ouvre une nouvelle fenêtre sans le dire\u{A0}: retirez target, ou ajoutez «\u{A0}(nouvelle "
          + "fenêtre)\u{A0}» à l’intitulé.",
        en: "This link opens a new window without saying so: remove target, or add “(new window)” to its text.")
      : Message(
        fr:
          "\(count) liens de la page, à partir de celui-ci, ouvrent une nouvelle fenêtre sans le dire\u{A0}: retirez "
          + "target, ou ajoutez «\u{A0}(nouvelle fenêtre)\u{A0}» à leurs intitulés.",
        en: "\(count) links of the page, from this one on, open a new window without saying so: remove target, or add "
          + "“(new window)” to their texts.")
  }
}

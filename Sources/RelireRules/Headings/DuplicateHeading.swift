import RelireDocuments
import RelireLexicon
import RelireModel

/// Two headings with the same text in the same part of the page.
public struct DuplicateHeading: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/duplicate",
    severity: .warning,
    summary: Message(
      fr: "Deux titres d’une même partie portent le même texte.",
      en: "Two headings of the same part have the same text."),
    rationale: Message(
      fr: "Dans un sommaire ou une liste de titres, rien ne distingue deux lignes identiques, et un lien vers l’une "
        + "mène toujours à la première.",
      en: "In a table of contents or a list of headings nothing tells two identical lines apart, and a link to either "
        + "leads to the first."),
    exceptions: Message(
      fr: "Le même titre peut revenir dans des parties différentes («\u{A0}Exemple\u{A0}» sous chacune).",
      en: "The same heading may come back in different parts (“Example” under each)."),
    references: [.rgaa("9.1.2"), .wcag("2.4.6")],
    examples: [
      Example("## Les pièces\n\n## Les délais\n\n⟦## Les pièces⟧\n"),
      Example("<h2>Les pièces</h2><h2>Les délais</h2>⟦<h2>⟧Les pièces</h2>", format: .html),
      Example("## Le dépôt\n\n### Les pièces\n\n## Le retrait\n\n### Les pièces\n"),
      Example("<main><h2>Les pièces</h2></main><footer><h2>Les pièces</h2></footer>", format: .html),
      Example("<h2>Les pièces</h2><div hidden><h2>Les pièces</h2></div>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let headings = page.outline.headings
    guard headings.count > 1 else { return }
    /// The open levels, each with a number for the part of the page that its headings share.
    var open: [(level: Int, part: Int)] = []
    var places: [Place] = []
    /// Their numbers, from 1.
    var known = HashTable(capacity: headings.count)
    var parts = 0
    for heading in headings where heading.node != nil {
      while let last = open.last, last.level > heading.level { open.removeLast() }
      if open.last?.level != heading.level {
        open.append((heading.level, parts))
        parts += 1
      }
      guard let text = hash(heading, page.document) else { continue }
      let place = Place(part: open[open.count - 1].part, text: text, node: heading.node ?? .root)
      let earlier = known.find(place.hash, where: { places[Int($0) - 1] == place })
      if earlier > 0 {
        if let node = heading.node, !Self.isOneLandmark(places[Int(earlier) - 1].node, node, page.document) { continue }
        findings.report(heading.range(in: page.document), .duplicate)
      } else {
        places.append(place)
        known.insert(place.hash, UInt32(places.count))
      }
    }
  }

  /// A text in a part of the page.
  private struct Place: Equatable {
    let part: Int
    let text: UInt64
    let node: NodeID

    static func == (a: Place, b: Place) -> Bool { a.part == b.part && a.text == b.text }

    var hash: UInt32 {
      UInt32(truncatingIfNeeded: text ^ text >> 32) &+ UInt32(truncatingIfNeeded: part) &* 0x9E37_79B1
    }
  }

  /// Whether two headings stand in the same landmark: the page's foot or an aside is a part of its own.
  private static func isOneLandmark(_ a: NodeID, _ b: NodeID, _ document: Document) -> Bool {
    guard document.format == .html else { return true }
    return landmark(of: a, document) == landmark(of: b, document)
  }

  private static func landmark(of node: NodeID, _ document: Document) -> NodeID? {
    var outer = document[node].parent
    while outer != .none, outer != .root {
      switch document[outer].name {
      case .main, .aside, .nav, .header, .footer, .article, .dialog: return outer
      default: outer = document[outer].parent
      }
    }
    return nil
  }

  private func hash(_ heading: Heading, _ document: Document) -> UInt64? {
    guard heading.node != nil, !heading.text.isEmpty, heading.text.count <= 400 else { return nil }
    return FoldedText.hash(utf8: document.prose.bytes[heading.text])
  }
}

extension Message {
  fileprivate static let duplicate = Message(
    fr: "Un titre de la même partie porte déjà ce texte\u{A0}: dites ce qui distingue celui-ci.",
    en: "A heading of the same part has this text already: say what sets this one apart.")
}

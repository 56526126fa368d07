import RelireAccessibility
import RelireDocuments
import RelireModel

/// An object that shows an image, a sound or a film, and has no name.
public struct ObjectWithoutAlternative: ElementRule {
  public static let metadata = RuleMetadata(
    id: "images/object-without-alternative",
    severity: .error,
    summary: Message(
      fr: "Un contenu embarqué n’a pas d’alternative.",
      en: "Embedded content has no text alternative."),
    rationale: Message(
      fr: "Un lecteur d’écran ne sait rien dire d’un élément object sans nom\u{A0}: son contenu de remplacement "
        + "ne sert que si le fichier manque.",
      en: "A screen reader has nothing to say of an object element without a name: its fallback content only "
        + "serves when the file is missing."),
    references: [.rgaa("1.1.6"), .rgaa("1.1.7"), .wcag("1.1.1"), .act("8fc3b6")],
    examples: [
      Example("⟦<object data=carte.png>⟧</object>", format: .html),
      Example("<object data=carte.png title=\"Carte des stations\"></object>", format: .html),
      Example("<object data=page.html></object>", format: .html),
      Example("⟦<embed src=carte.png type=image/png>⟧", format: .html),
      Example("<embed src=carte.png type=image/png aria-label=\"Carte des stations\">", format: .html),
    ])

  public static let elements: [ElementName] = [.object, .embed]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let tree = page.accessibility
    guard tree.isExposed(element), tree.role(element) != .none, Self.isMedia(element, page.document),
      !tree.isNamed(element)
    else { return }
    findings.report(page.document.signpost(of: element), .noAlternative)
  }

  /// Extensions of files that are no text, by the usual types of servers.
  private static let mediaExtensions: Set<String> = [
    "apng", "avif", "bmp", "flac", "gif", "jpeg", "jpg", "m4a", "mov", "mp3", "mp4", "oga", "ogg", "ogv", "png", "svg",
    "wav", "webm", "webp",
  ]

  private static func isMedia(_ element: NodeID, _ document: Document) -> Bool {
    guard let data = document.value(document[element].name == .embed ? .src : .data, of: element), !data.isEmpty else {
      return false
    }
    if let type = document.value(.type, of: element)?.lowercased() {
      return type.hasPrefix("image/") || type.hasPrefix("audio/") || type.hasPrefix("video/")
    }
    let path = data.prefix { $0 != "?" && $0 != "#" }
    guard let dot = path.lastIndex(of: ".") else { return false }
    return mediaExtensions.contains(path[path.index(after: dot)...].lowercased())
  }
}

extension Message {
  fileprivate static let noAlternative = Message(
    fr: "Ce contenu embarqué n’a pas d’alternative\u{A0}: donnez-lui un attribut aria-label ou title.",
    en: "This embedded content has no alternative: give it an aria-label or a title attribute.")
}

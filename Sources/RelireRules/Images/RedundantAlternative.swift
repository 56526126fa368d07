import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// An alternative that says what is known already: that there is an image, or the text beside it.
public struct RedundantAlternative: ElementRule {
  public static let metadata = RuleMetadata(
    id: "images/redundant-alternative",
    severity: .warning,
    summary: Message(
      fr: "L’alternative d’une image dit ce que l’on sait déjà.",
      en: "An image’s alternative says what is known already."),
    rationale: Message(
      fr:
        "Un lecteur d’écran annonce déjà «\u{A0}image\u{A0}»\u{A0}: «\u{A0}image de\u{A0}» fait entendre deux fois le même "
        + "mot. Une image placée à côté du même texte, dans un lien ou un bouton, le fait entendre deux fois aussi\u{A0}: "
        + "laissez-lui un alt vide.",
      en:
        "A screen reader says “image” already: “image of” has the same word heard twice. An image beside the same text, "
        + "in a link or button, has that heard twice too: give it an empty alt."),
    exceptions: Message(
      fr:
        "«\u{A0}Photographie\u{A0}», «\u{A0}carte\u{A0}», «\u{A0}capture d’écran\u{A0}» disent quelque chose de l’image et "
        + "sont admis.",
      en: "“Photograph”, “map”, “screenshot” say something of the image and are fine."),
    references: [
      .rgaa("1.3.1"), .wcag("1.1.1"), .specification("HTML, 4.8.4.4, Requirements for providing text alternatives"),
    ],
    examples: [
      Example("![⟦Image de la carte des stations⟧](carte.png)\n"),
      Example("<img src=a.png alt=⟦image⟧>", format: .html),
      Example("<a href=/guide><img src=a.png alt=\"⟦Le guide⟧\"> Le guide</a>", format: .html),
      Example("![Carte des stations](carte.png)\n"),
      Example("![Image satellite du lagon](carte.png)\n"),
      Example("![Image d’archives\u{A0}: le port en 1944](port.png)\n"),
      Example("![⟦Une image du port⟧](port.png)\n"),
      Example("<a href=/guide><img src=a.png alt=\"\"> Le guide</a>", format: .html),
    ])

  public static let elements: [ElementName] = [.img, .area]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    guard let alternative = document.attribute(.alt, of: element), !alternative.value.isEmpty else { return }
    if let message = Self.announcement(in: alternative.value, isInLink: document.ancestor(.a, of: element) != nil) {
      guard page.accessibility.isExposed(element) else { return }
      findings.report(alternative.valueRange, message)
    } else if let control = control(around: element, document), !document.trimmedText(of: control).isEmpty {
      let text = FoldedText(utf8: Self.text(of: control, document)[...])
      guard !text.isEmpty, text == FoldedText(alternative.value), page.accessibility.isExposed(control) else { return }
      findings.report(alternative.valueRange, .repeated)
    }
  }

  /// The text of an element without its objects.
  private static func text(of control: NodeID, _ document: Document) -> [UInt8] {
    let range = document[control].text
    let bytes = document.prose.bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      // U+FFFC.
      if bytes[index] == 0xEF, index + 2 < bytes.endIndex, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBC {
        index += 3
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return text
  }

  /// Beginnings that only say that there is an image.
  private static let openings = [
    "image de ", "image d'", "image du ", "image des ", "image of ", "image representant ", "image montrant ",
    "une image de ", "une image d'", "une image du ", "une image des ", "une icone de ", "picture of ", "icone de ",
    "icone d'", "graphic of ",
  ]
  /// Beginnings that say of which kind the image is.
  private static let kinds = [
    "image d'archive", "image de synthese", "image d'epinal", "image d'illustration",
    "image de marque", "image de presse", "image d'artiste", "image de drone", "image de microscop",
    "image de satellite",
    "image de film", "image de television", "image de radar", "image de camera",
  ]
  private static let wholes: Set<String> = [
    "image", "une image", "img", "photo", "picture", "icone", "icon", "graphic", "illustration", "logo", "visuel",
  ]

  private static func announcement(in text: String, isInLink: Bool) -> Message? {
    // The first letters of all of these.
    guard let first = text.utf8.first(where: { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }),
      "iupglv".utf8.contains(first | 0x20)
    else { return nil }
    let folded = FoldedText(text).description
    if wholes.contains(folded) { return .onlyKind(text, isInLink: isInLink) }
    guard openings.contains(where: { folded.utf8.starts(with: $0.utf8) }) else { return nil }
    return kinds.contains { folded.utf8.starts(with: $0.utf8) } ? nil : .announced
  }

  private func control(around image: NodeID, _ document: Document) -> NodeID? {
    var node = document[image].parent
    for _ in 0..<10 where node != .none && document[node].kind == .element {
      switch document[node].name {
      case .a where document.attribute(.href, of: node) != nil, .button: return node
      case _ where document[node].name.isBlock: return nil
      default: node = document[node].parent
      }
    }
    return nil
  }
}

extension Message {
  fileprivate static let announced = Message(
    fr: "Un lecteur d’écran annonce déjà qu’il s’agit d’une image\u{A0}: dites seulement ce qu’elle montre.",
    en: "A screen reader says already that this is an image: say only what it shows.")

  fileprivate static func onlyKind(_ text: String, isInLink: Bool) -> Message {
    if !isInLink {
      return Message(
        fr: "«\u{A0}\(text.singleSpaced)\u{A0}» ne dit pas ce que montre l’image\u{A0}: dites-le.",
        en: "“\(text.singleSpaced)” does not tell what the image shows: say so.")
    }
    return Message(
      fr: "«\u{A0}\(text.singleSpaced)\u{A0}» ne dit pas ce que montre l’image, ni où mène le lien dont elle fait "
        + "partie\u{A0}: dites-le.",
      en: "“\(text.singleSpaced)” tells neither what the image shows nor where the link it is part of leads: say so.")
  }

  fileprivate static let repeated = Message(
    fr: "Cette alternative répète le texte placé à côté\u{A0}: laissez-la vide, et le texte ne sera lu qu’une fois.",
    en: "This alternative repeats the text beside it: leave it empty, and the text is read once.")
}

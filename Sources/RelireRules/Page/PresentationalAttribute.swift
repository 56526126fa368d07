import RelireAccessibility
import RelireDocuments
import RelireModel

/// Attributes that only say how things look. Those of an element are told together.
public struct PresentationalAttribute: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "page/presentational-attribute",
    severity: .warning,
    fix: .suggestion,
    summary: Message(
      fr: "Un attribut ne sert qu’à la présentation.", en: "An attribute only serves how things look."),
    rationale: Message(
      fr:
        "Une couleur, un alignement ou une largeur écrits dans la page échappent à la feuille de style\u{A0}: le lecteur "
        + "qui agrandit le texte ou change les couleurs ne peut pas les adapter.",
      en:
        "A colour, an alignment or a width written into the page is out of the style sheet’s reach: readers who enlarge "
        + "the text or change its colours cannot adapt it."),
    exceptions: Message(
      fr:
        "Les dimensions des images, des dessins et des objets sont admises\u{202F}; celles d’un cadre ou d’une vidéo, que "
        + "HTML admet mais non le RGAA, ne sont qu’une information.",
      en:
        "Sizes of images, drawings and objects are accepted; those of a frame or a video, which HTML accepts and the RGAA "
        + "does not, are information only."),
    references: [.rgaa("10.1.2"), .specification("HTML, 16.2, Non-conforming features")],
    examples: [
      Example("<p ⟦align⟧=\"center\">Le guide</p>\n"),
      Example("<table ⟦border⟧=1 cellpadding=4><tr><td>a</td></tr></table>", format: .html),
      Example("<table><tr><td ⟦width⟧=\"50%\">a</td></tr></table>", format: .html),
      Example("<iframe src=a.html title=Carte ⟦width⟧=560 height=315></iframe>", format: .html),
      Example("<img src=a.png alt=\"\" width=32 height=32>", format: .html),
      Example("<svg width=32 height=32><rect width=8 height=8 color=red></rect></svg>", format: .html),
      Example("<select size=3><option>a</option></select>", format: .html),
      Example("<button link=\"/guide/\" text=\"Le guide\">Lire</button>\n"),
    ])

  public static let attributes: [AttributeName]? = [.align] + places.keys

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    let document = tree.document
    let name = document[element].name
    // An author's own element knows what its attributes mean; what a presentational tag has is told with the tag.
    guard !name.isCustom, !attribute.nameRange.isEmpty, let verdict = Self.verdict(on: attribute.name, of: name),
      !PresentationalMarkup.elements.contains(name), !tree.isInDrawing(element)
    else { return }
    let alike = document.attributes(of: element).filter {
      !$0.nameRange.isEmpty && Self.verdict(on: $0.name, of: name) == verdict
    }
    guard alike.first?.nameRange == attribute.nameRange else { return }
    findings.report(
      attribute.nameRange,
      .looks(alike.map { document.spelling($0.name) }, on: document.spelling(name), verdict),
      fix: Fix(.remove, .suggestion, TextEdits(alike.map { document.removal(of: $0) })), verdict: verdict)
  }

  /// Nil where the attribute is in its place, or means nothing: authors give their components a `text` or a `link`.
  private static func verdict(on attribute: AttributeName, of element: ElementName) -> Finding.Verdict? {
    if attribute == .align { return .fault }
    if places[attribute]?.contains(element) ?? false { return .fault }
    switch attribute {
    case .width, .height: return [.iframe, .video, .source, .input].contains(element) ? .review : nil
    case .size: return element == .input ? .review : nil
    default: return nil
    }
  }

  /// The elements to which former versions of HTML let an attribute give looks.
  private static let places: [AttributeName: Set<ElementName>] = {
    let rows: Set<ElementName> = [.table, .thead, .tbody, .tfoot, .tr, .td, .th]
    let cells: Set<ElementName> = [.col, .colgroup, .thead, .tbody, .tfoot, .tr, .td, .th]
    let objects: Set<ElementName> = [.embed, .iframe, .img, .input, .object]
    return [
      .alink: [.body], .background: rows.union([.body]), .bgcolor: rows.union([.body]),
      .border: [.img, .input, .object, .table], .cellpadding: [.table], .cellspacing: [.table], .char: cells,
      .charoff: cells, .clear: [.br], .color: [.hr], .compact: [.dl, .menu, .ol, .ul], .frameborder: [.iframe],
      .height: rows, .hspace: objects, .link: [.body], .marginheight: [.body, .iframe],
      .marginwidth: [.body, .iframe], .size: [.hr], .text: [.body], .valign: cells, .vlink: [.body], .vspace: objects,
      .width: [.col, .colgroup, .hr, .pre, .table, .td, .th],
    ]
  }()
}

extension Message {
  fileprivate static func looks(_ attributes: [String], on element: String, _ verdict: Finding.Verdict) -> Message {
    let isOne = attributes.count == 1
    let attributes = attributes.map { "`\($0)`" }.joined(separator: ", ")
    switch verdict {
    case .fault:
      return Message(
        fr:
          "La balise dit comment la page se présente (\(attributes))\u{A0}: laissez-\(isOne ? "le" : "les") à la feuille de "
          + "style.",
        en: "The tag says how the page looks (\(attributes)): leave that to the style sheet.")
    case .review:
      return Message(
        fr:
          "Le RGAA n’admet pas de dimensions sur `\(element)` (\(attributes))\u{A0}: laissez-les à la feuille "
          + "de style.",
        en: "The RGAA does not accept sizes on `\(element)` (\(attributes)): leave them to the style sheet.")
    }
  }

  fileprivate static let remove = Message(
    fr: "Retirer de la page ce qui est de présentation", en: "Remove what is presentation from the page")
}

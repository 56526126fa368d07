import RelireAccessibility
import RelireDocuments
import RelireModel

/// An image whose alternative is the name of its file.
public struct FileNameAsAlternative: RoleRule {
  public static let metadata = RuleMetadata(
    id: "images/file-name-as-alternative",
    severity: .warning,
    summary: Message(
      fr: "L’alternative d’une image est le nom de son fichier.",
      en: "An image’s alternative is its file name."),
    rationale: Message(
      fr: "«\u{A0}IMG_2041.jpg\u{A0}» ne dit rien de ce que montre l’image.",
      en: "“IMG_2041.jpg” says nothing of what the image shows."),
    references: [.rgaa("1.3.1"), .wcag("1.1.1"), .act("9eb3f6")],
    examples: [
      Example("<img src=/img/carte-stations.png alt=⟦carte-stations.png⟧>", format: .html),
      Example("<img src=carte.png alt=\"Carte des stations\">", format: .html),
      Example("<img src=carte.png alt=carte.png aria-label=\"Carte des stations\">", format: .html),
    ])

  public static let roles: [Role] = [.img, .button]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    let document = tree.document
    guard let alternative = Self.alternative(of: element, document),
      alternative.value.utf8.contains(UInt8(ascii: ".")), let source = document.value(.src, of: element)
    else {
      return
    }
    let text = alternative.value.trimmingSpaces.lowercased()
    let path = source.prefix { $0 != "?" && $0 != "#" }
    guard !text.isEmpty, text.contains("."), let name = path.split(separator: "/").last, name.lowercased() == text
    else {
      return
    }
    findings.report(alternative.valueRange, .fileName)
  }

  /// The attribute that is heard of the image, where it is one of its own.
  private static func alternative(of element: NodeID, _ document: Document) -> Attribute? {
    if document.value(.ariaLabelledby, of: element)?.hasVisibleText == true { return nil }
    if let label = document.attribute(.ariaLabel, of: element), label.value.hasVisibleText { return label }
    return document.attribute(.alt, of: element)
  }
}

extension Message {
  fileprivate static let fileName = Message(
    fr: "C’est le nom du fichier\u{A0}: décrivez plutôt ce que montre l’image, ou laissez `alt=\"\"` si elle "
      + "décore.",
    en: "This is the file’s name: describe what the image shows, or write `alt=\"\"` if it decorates.")
}

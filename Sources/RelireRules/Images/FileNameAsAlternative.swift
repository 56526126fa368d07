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
    exceptions: Message(
      fr:
        "Ce que laissent les modèles et les programmes («\u{A0}alt\u{A0}», «\u{A0}undefined\u{A0}», «\u{A0}...\u{A0}») "
        + "est signalé aussi.",
      en: "What templates and programs leave (“alt”, “undefined”, “...”) is reported too."),
    references: [.rgaa("1.3.1"), .wcag("1.1.1"), .act("9eb3f6")],
    examples: [
      Example("<img src=a.jpg alt=⟦IMG_2041⟧><img src=b.jpg alt=⟦port.jpg⟧>", format: .html),
      Example(
        "<img src=/a/port-1024x768.jpg alt=⟦port.jpg⟧><img src=vue%20port.png alt=\"⟦vue port.png⟧\">", format: .html),
      Example(
        "<img src=a.jpg alt=⟦undefined⟧><img src=b.jpg alt=⟦...⟧><img src=c.jpg alt=\"⟦[À MODIFIER]⟧\">", format: .html),
      Example("<img src=a.jpg alt=\"Exporter une image en .png\"><img src=port.jpg alt=Port>", format: .html),
      Example("<img src=/img/carte-stations.png alt=⟦carte-stations.png⟧>", format: .html),
      Example("<img src=carte.png alt=\"Carte des stations\">", format: .html),
      Example("<img src=carte.png title=⟦carte.png⟧>", format: .html),
      Example("<img src=carte.png alt=carte.png aria-label=\"Carte des stations\">", format: .html),
    ])

  public static let roles: [Role] = [.img, .button]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    let document = tree.document
    guard let alternative = Self.alternative(of: element, document) else { return }
    // The name of a file has a period or a line; a text left by a program is short or stands in brackets.
    let bytes = alternative.value.utf8
    guard bytes.count <= 16 || bytes.contains(where: { $0 == 0x2E || $0 == 0x5F || $0 == 0x2D || $0 == 0x5B }) else {
      return
    }
    let text = alternative.value.trimmingSpaces.lowercased()
    guard !text.isEmpty else { return }
    if Self.leftovers.contains(text) || text.hasPrefix("[à modifier") {
      findings.report(alternative.valueRange, .leftover(alternative.value.singleSpaced))
      return
    }
    let source = document.value(.src, of: element) ?? ""
    guard Self.isFileName(text, of: source) else { return }
    findings.report(alternative.valueRange, .fileName)
  }

  /// What programs and templates leave where nobody wrote an alternative.
  private static let leftovers: Set<String> = ["alt", "undefined", "null", "...", "…", "-", "–", "—"]

  private static let extensions: Set<String> = [
    "apng", "avif", "bmp", "gif", "heic", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp",
  ]

  /// Whether a text in lower case is the name of a file: that of the image, or one that no sentence looks like.
  private static func isFileName(_ text: String, of source: String) -> Bool {
    let path = source.prefix { $0 != "?" && $0 != "#" }
    let name = path.split(separator: "/").last.map { decoded($0).lowercased() } ?? ""
    if text.contains("."), text == name { return true }
    if let dot = text.lastIndex(of: "."), extensions.contains(String(text[text.index(after: dot)...])) {
      let stem = text[..<dot]
      // « Le format .png » is about a format.
      if !stem.isEmpty, stem.last != " ", !stem.contains(" ") || String(stem) == withoutSize(stem: name) { return true }
    }
    if isOfCamera(text) { return true }
    // `plan-ville-2` of plan-ville-2.png, which no one writes so.
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return text == stem && text.contains("_")
  }

  /// A file's name without its ending and the size that WordPress adds.
  private static func withoutSize(stem name: String) -> String {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    guard let line = stem.lastIndex(of: "-") else { return String(stem) }
    let size = stem[stem.index(after: line)...].split(separator: "x")
    return String(size.count == 2 && size.allSatisfy { $0.allSatisfy(\.isNumber) } ? stem[..<line] : stem)
  }

  /// `IMG_2041`, `DSC00012`: the names that cameras give.
  private static func isOfCamera(_ text: String) -> Bool {
    for prefix in ["img_", "img-", "pxl_", "dsc", "dscn", "dscf"] where text.hasPrefix(prefix) {
      let number = text.dropFirst(prefix.count).drop { $0 == "_" || $0 == "-" }
      if number.count >= 4, number.allSatisfy({ $0.isNumber || $0 == "_" }) { return true }
    }
    return false
  }

  /// With blanks for `%20`; other escapes stay, for no alternative has them.
  private static func decoded(_ name: Substring) -> String { String(name.replacing("%20", with: " ")) }

  /// The attribute that is heard of the image, where it is one of its own.
  private static func alternative(of element: NodeID, _ document: Document) -> Attribute? {
    if document.value(.ariaLabelledby, of: element)?.hasVisibleText == true { return nil }
    if let label = document.attribute(.ariaLabel, of: element), label.value.hasVisibleText { return label }
    // A title names the image where nothing else does.
    if let alternative = document.attribute(.alt, of: element) { return alternative }
    return document.isElement(element, .img) ? document.attribute(.title, of: element) : nil
  }
}

extension Message {
  fileprivate static func leftover(_ text: String) -> Message {
    Message(
      fr:
        "«\u{A0}\(text)\u{A0}» n’est pas une alternative\u{A0}: décrivez ce que montre l’image, ou laissez `alt=\"\"` si "
        + "elle décore.",
      en: "“\(text)” is no alternative: describe what the image shows, or write `alt=\"\"` if it decorates.")
  }

  fileprivate static let fileName = Message(
    fr: "C’est le nom du fichier\u{A0}: décrivez plutôt ce que montre l’image, ou laissez `alt=\"\"` si elle "
      + "décore.",
    en: "This is the file’s name: describe what the image shows, or write `alt=\"\"` if it decorates.")
}

import RelireDocuments
import RelireModel

/// A page that keeps its readers from enlarging it.
public struct BlockedZoom: ElementRule {
  public static let metadata = RuleMetadata(
    id: "page/blocked-zoom",
    severity: .error,
    summary: Message(
      fr: "La page empêche d’agrandir le texte.",
      en: "The page keeps readers from enlarging the text."),
    rationale: Message(
      fr: "Sur un téléphone, beaucoup de lecteurs agrandissent la page à deux doigts\u{A0}: user-scalable=no et "
        + "un petit maximum-scale l’interdisent.",
      en: "On a phone many readers enlarge the page with two fingers: user-scalable=no and a small maximum-scale "
        + "forbid it."),
    references: [.rgaa("10.4.2"), .wcag("1.4.4"), .act("b4f0c3")],
    examples: [
      Example("<meta name=viewport content=\"⟦width=device-width, user-scalable=no⟧\">", format: .html),
      Example("<meta name=viewport content=\"⟦maximum-scale = 1⟧\">", format: .html),
      Example("<meta name=viewport content=\"width=device-width, initial-scale=1\">", format: .html),
    ])

  public static let elements: [ElementName] = [.meta]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    guard let name = document.attributeNumber(.name, of: element), document.attributes[name].value.utf8.count == 8,
      document.attributes[name].value.holds("viewport"),
      let content = document.attribute(.content, of: element), Self.blocksZoom(content.value)
    else { return }
    findings.report(content.valueRange, .blocked)
  }

  /// Reads the list as browsers do (CSS Device Adaptation, 10.3): words stand for numbers, unknown ones for 0.
  private static func blocksZoom(_ content: String) -> Bool {
    guard content.holds("user") || content.holds("maximum") else { return false }
    for property in properties(content.lowercased()) {
      switch property.name {
      case "user-scalable":
        if abs(number(property.value) ?? 0) < 1 { return true }
      case "maximum-scale":
        if (0..<2).contains(number(property.value) ?? 0) { return true }
      default: break
      }
    }
    return false
  }

  /// Names and values: `=` between them, with or without spaces, and spaces, commas or semicolons after them.
  private static func properties(_ content: String) -> [(name: Substring, value: Substring)] {
    func isSpace(_ character: Character) -> Bool { character.isWhitespace }
    func isEnd(_ character: Character) -> Bool { isSpace(character) || ",;=".contains(character) }
    var found: [(Substring, Substring)] = []
    var rest = content.drop(while: isEnd)
    while !rest.isEmpty {
      let name = rest.prefix { !isEnd($0) }
      rest = rest.dropFirst(name.count).drop(while: isSpace)
      if rest.first == "=" {
        rest = rest.dropFirst().drop(while: isSpace)
        let value = rest.prefix { !isEnd($0) }
        rest = rest.dropFirst(value.count)
        found.append((name, value))
      }
      rest = rest.drop(while: isEnd)
    }
    return found
  }

  /// The number that a text begins with.
  private static func number(_ text: Substring) -> Double? {
    switch text {
    case "yes": 1
    case "device-width", "device-height": 10
    default: Double(text.prefix { $0.isNumber || $0 == "." || $0 == "-" })
    }
  }
}

extension Message {
  fileprivate static let blocked = Message(
    fr: "Cette ligne empêche d’agrandir la page\u{A0}: retirez user-scalable=no et maximum-scale.",
    en: "This line keeps readers from enlarging the page: remove user-scalable=no and maximum-scale.")
}

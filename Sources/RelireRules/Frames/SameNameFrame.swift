import RelireAccessibility
import RelireDocuments
import RelireModel

/// Two frames with one name that do not hold the same.
public struct SameNameFrame: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "frames/same-name",
    severity: .info,
    summary: Message(
      fr: "Deux cadres différents portent le même titre.",
      en: "Two different frames have the same title."),
    rationale: Message(
      fr: "Qui parcourt la liste des cadres ne peut pas les distinguer.",
      en: "Whoever goes through the list of frames cannot tell them apart."),
    references: [.rgaa("2.2.1"), .wcag("4.1.2"), .act("4b1c6c")],
    examples: [
      Example("<iframe title=Carte src=a.html></iframe>⟦<iframe title=Carte src=b.html>⟧</iframe>", format: .html),
      Example("<iframe title=Carte src=a.html></iframe><iframe title=Carte src=a.html></iframe>", format: .html),
      Example(
        "<iframe title=Carte srcdoc='<p>Nord</p>'></iframe>⟦<iframe title=Carte srcdoc='<p>Sud</p>'>⟧</iframe>",
        format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    /// The first content of each name, and whether it is written here.
    var known: [String: (content: String, isWritten: Bool)] = [:]
    guard page.elements.frames.count > 1 else { return }
    for element in page.elements.frames {
      let tree = page.accessibility
      guard tree.isExposed(element) else { continue }
      let name = tree.name(of: element).text.lowercased()
      guard !name.isEmpty, let content = document.value(.srcdoc, of: element) ?? document.value(.src, of: element)
      else {
        continue
      }
      let isWritten = document.hasAttribute(.srcdoc, of: element)
      if let first = known[name] {
        let isOther =
          isWritten && first.isWritten
          ? content.collapsingSpaces != first.content.collapsingSpaces
          : AddressComparison.isClearlyOther(first.content, content)
        if isOther {
          findings.report(document.signpost(of: element), .same, verdict: .review)
        }
      } else {
        known[name] = (content, isWritten)
      }
    }
  }
}

extension Message {
  fileprivate static let same = Message(
    fr: "Un autre cadre de la page a déjà ce titre\u{A0}: distinguez-les s’ils ne montrent pas la même chose.",
    en: "Another frame of the page has this title already: tell them apart if they do not show the same.")
}

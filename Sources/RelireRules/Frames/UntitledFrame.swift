import RelireAccessibility
import RelireDocuments
import RelireModel

/// An inline frame that has no title attribute: it is named in another way, or the Tab key passes over it.
public struct UntitledFrame: ElementRule {
  public static let metadata = RuleMetadata(
    id: "frames/untitled",
    severity: .warning,
    summary: Message(fr: "Un cadre n’a pas d’attribut title.", en: "An inline frame has no title attribute."),
    rationale: Message(
      fr:
        "Le RGAA demande que le nom d’un cadre soit dans son attribut title\u{A0}: aria-label ne le remplace pas, et un "
        + "cadre que la touche Tab ne rencontre pas s’annonce aussi.",
      en:
        "RGAA asks for a frame’s name in its title attribute: aria-label does not replace it, and a frame that the Tab "
        + "key passes over is announced, too."),
    exceptions: Message(
      fr: "Un cadre sans aucun nom relève de frames/missing-name\u{202F}; un cadre masqué n’est pas jugé.",
      en: "A frame without any name is a matter for frames/missing-name; a hidden one is not judged."),
    references: [.rgaa("2.1.1")],
    examples: [
      Example("⟦<iframe src=/plan aria-label=Plan>⟧</iframe>", format: .html),
      Example("⟦<iframe src=/plan tabindex=-1>⟧</iframe>", format: .html),
      Example("<iframe src=/plan title=Plan></iframe>", format: .html),
      Example("<iframe src=/plan></iframe>", format: .html),
      Example("<iframe src=/mesure tabindex=-1 aria-hidden=true></iframe>", format: .html),
      Example("<iframe src=/plan aria-label=Plan :title=nom></iframe>", format: .html),
    ])

  public static let elements: [ElementName] = [.iframe]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    guard !document.hasAttribute(.title, of: element) else { return }
    let tree = page.accessibility
    let isPassedOver = document.value(.tabindex, of: element).flatMap { Int($0) } ?? 0 < 0
    guard tree.isExposed(element), tree.role(element) != .none, isPassedOver || tree.hasAriaName(element),
      !document.binds(.title, of: element)
    else { return }
    findings.report(document.signpost(of: element), .noTitle)
  }
}

extension Message {
  fileprivate static let noTitle = Message(
    fr: "Ce cadre n’a pas d’attribut title\u{A0}: dites-y ce qu’il contient (le RGAA le demande).",
    en: "This frame has no title attribute: say in it what it holds (RGAA asks for it).")
}

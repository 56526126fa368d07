import RelireDocuments
import RelireModel

/// A page that goes away by itself.
public struct RefreshDelay: ElementRule {
  public static let metadata = RuleMetadata(
    id: "page/refresh-delay",
    severity: .error,
    summary: Message(
      fr: "La page se recharge ou change d’elle-même après un délai.",
      en: "The page reloads or goes elsewhere after a delay."),
    rationale: Message(
      fr: "Qui lit lentement n’a pas le temps de finir, et un lecteur d’écran reprend tout du début.",
      en: "Slow readers have no time to finish, and a screen reader starts again from the top."),
    references: [
      .rgaa("13.1.1"), .rgaa("13.1.2", isWhole: true), .wcag("2.2.1"), .wcag("3.2.5"), .act("bc659a"), .act("bisz58"),
    ],
    examples: [
      Example("⟦<meta http-equiv=refresh content=\"30\">⟧", format: .html),
      Example("⟦<meta http-equiv=refresh content=\"5; url=/suite\">⟧", format: .html),
      Example(
        "<meta http-equiv=refresh content=\"0; url=/suite\"><meta http-equiv=refresh content=\"5; url=/suite\">",
        format: .html),
      Example("<template><meta http-equiv=refresh content=5></template>", format: .html),
    ])

  public static let elements: [ElementName] = [.meta]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    guard let delay = page.document.refreshDelay(of: element), delay > 0, delay <= 72_000,
      page.document.ancestor(.template, of: element) == nil, !page.document.isRefreshedBefore(element)
    else { return }
    findings.report(page.document.signpost(of: element), .delay)
  }
}

extension Message {
  fileprivate static let delay = Message(
    fr: "Cette page se recharge ou change toute seule\u{A0}: laissez le lecteur décider, ou redirigez sans délai.",
    en: "This page reloads or goes elsewhere by itself: let the reader decide, or redirect without delay.")
}

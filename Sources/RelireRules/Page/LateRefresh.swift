import RelireDocuments
import RelireModel

/// A page that goes away by itself after a day or so.
public struct LateRefresh: ElementRule {
  public static let metadata = RuleMetadata(
    id: "page/late-refresh",
    severity: .info,
    summary: Message(
      fr: "La page se recharge ou change d’elle-même, après plus de vingt heures.",
      en: "The page reloads or goes elsewhere after more than twenty hours."),
    rationale: Message(
      fr: "Le niveau AAA des WCAG demande que rien ne change sans que le lecteur le veuille.",
      en: "Level AAA of WCAG asks that nothing changes unless the reader wants it."),
    references: [.wcag("2.2.4"), .wcag("3.2.5"), .act("bisz58")],
    examples: [
      Example("⟦<meta http-equiv=refresh content=\"72001\">⟧", format: .html),
      Example("<meta http-equiv=refresh content=\"0; url=/suite\">", format: .html),
      Example("<template><meta http-equiv=refresh content=\"72001\"></template>", format: .html),
    ])

  public static let elements: [ElementName] = [.meta]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    guard let delay = page.document.refreshDelay(of: element), delay > 72_000,
      page.document.ancestor(.template, of: element) == nil, !page.document.isRefreshedBefore(element)
    else { return }
    findings.report(page.document.signpost(of: element), .delay)
  }
}

extension Message {
  fileprivate static let delay = Message(
    fr: "Cette page se rechargera toute seule\u{A0}: laissez le lecteur décider.",
    en: "This page will reload by itself: let the reader decide.")
}

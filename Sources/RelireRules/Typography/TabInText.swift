import RelireDocuments
import RelireModel

/// A tabulation between words.
public struct TabInText: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/tab-in-text", severity: .warning, fix: .safe,
    summary: Message(fr: "Une tabulation sépare deux mots.", en: "A tabulation parts two words."),
    rationale: Message(
      fr: "Une tabulation dans le texte vient d’un copier-coller\u{A0}: elle s’affiche comme une espace, ou s’élargit.",
      en: "A tabulation in the text comes from pasting: it shows as a space, or as a gap."),
    exceptions: Message(
      fr: "Les retraits en début de ligne et les pages HTML sont laissés tels quels.",
      en: "Indentation and HTML pages are left alone."),
    references: [.usage(Message(fr: "typographie courante", en: "ordinary typography"))],
    examples: [
      Example("Bonjour⟦\t⟧le monde", fixed: "Bonjour le monde"),
      Example("<p>Bonjour\tle monde</p>", format: .html),
    ])

  public static let triggers: Token.Kinds = [.tab]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.page.document.format != .html, context.previous(index) != nil, context.next(index) != nil else {
      return
    }
    let range = context[index].range
    findings.report(context.source(range), .tab, fix: context.respace(range, " "))
  }
}

extension Message {
  fileprivate static let tab = Message(
    fr: "Remplacez la tabulation par une espace.", en: "Replace the tabulation by a space.")
}

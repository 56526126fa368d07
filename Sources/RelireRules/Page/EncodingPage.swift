import RelireDocuments
import RelireModel

/// A published page that does not say in which encoding it is written, or says another than UTF-8.
public struct EncodingPage: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "page/encoding",
    severity: .warning,
    summary: Message(
      fr: "La page publiée ne déclare pas l’encodage UTF-8.", en: "The published page does not declare UTF-8."),
    rationale: Message(
      fr:
        "Sans `<meta charset=\"utf-8\">` dans ses 1\u{202F}024 premiers octets, le navigateur devine l’encodage\u{A0}: selon "
        + "l’ordinateur, «\u{A0}é\u{A0}» devient «\u{A0}Ã©\u{A0}».",
      en: "Without `<meta charset=\"utf-8\">` in its first 1,024 bytes browsers guess the encoding: depending on the "
        + "computer “é” becomes “Ã©”."),
    exceptions: Message(
      fr:
        "Un fragment de HTML, une page sans aucun accent et une page qui commence par une marque d’ordre des octets ne "
        + "sont pas jugés. Une page qui ment sur son encodage relève de la règle file/broken-encoding.",
      en:
        "A fragment of HTML, a page without any accent and a page that begins with a byte order mark are not judged. A "
        + "page that lies about its encoding is a matter for file/broken-encoding."),
    references: [.specification("HTML, 4.2.5.4, Specifying the document’s character encoding")],
    examples: [
      Example("⟦<html lang=fr>⟧<head><title>Été</title></head><body>Bonjour</body></html>", format: .html),
      Example(
        "<html lang=fr><head><meta charset=utf-8><title>Été</title></head><body>Bonjour</body></html>", format: .html),
      Example(
        "<html lang=fr><head><meta http-equiv=Content-Type content=\"text/html; charset=utf-8\"><title>Été</title></head>"
          + "</html>", format: .html),
      Example("<p>Été</p>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard document.isWholePage, document.source.contentStart == 0, document.source.flaws.isEmpty,
      let html = document.rootElement, !declaresCharset(document),
      document.source.bytes.contains(where: { $0 >= 0x80 })
    else { return }
    let tag = document[html].startTag
    findings.report(tag.isEmpty ? document.titleElement.map { document.signpost(of: $0) } ?? tag : tag, .undeclared)
  }

  /// Whether a `meta` near the top of the page names a charset. A false one is the decoder’s to find.
  private func declaresCharset(_ document: Document) -> Bool {
    for (index, node) in document.nodes.enumerated() where node.kind == .element {
      if node.range.start >= 1024 { return false }
      guard node.name == .meta else { continue }
      let id = NodeID(index)
      if document.attribute(.charset, of: id) != nil { return true }
      if document.value(.httpEquiv, of: id)?.lowercased() == "content-type",
        document.value(.content, of: id)?.lowercased().contains("charset") == true
      {
        return true
      }
    }
    return false
  }
}

extension Message {
  fileprivate static let undeclared = Message(
    fr: "La page ne dit pas qu’elle est en UTF-8\u{A0}: écrivez `<meta charset=\"utf-8\">` au début de son `head`.",
    en: "The page does not say that it is in UTF-8: write `<meta charset=\"utf-8\">` at the start of its `head`.")
}

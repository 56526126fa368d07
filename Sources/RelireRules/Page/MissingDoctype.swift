import RelireDocuments
import RelireModel

/// A published page that does not begin with `<!doctype html>`.
public struct MissingDoctype: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "page/missing-doctype",
    severity: .error,
    summary: Message(
      fr: "La page publiée n’a pas de type de document.", en: "The published page has no document type."),
    rationale: Message(
      fr:
        "Sans `<!doctype html>` en tête, le navigateur imite ceux des années 1990\u{A0}: mise en page et agrandissement "
        + "du texte changent d’un navigateur à l’autre.",
      en:
        "Without `<!doctype html>` at its top browsers imitate those of the 1990s: layout and text size differ from one "
        + "to the other."),
    exceptions: Message(
      fr: "Un fragment de HTML n’est pas jugé. Les types de HTML 4 et de XHTML sont admis.",
      en: "A fragment of HTML is not judged. The types of HTML 4 and XHTML are fine."),
    references: [
      .rgaa("8.1.1", isWhole: true), .rgaa("8.1.2"), .rgaa("8.1.3", isWhole: true),
      .specification("HTML, 13.1.1, The DOCTYPE"),
    ],
    examples: [
      Example("⟦<html lang=fr>⟧<head><title>Le guide</title></head></html>", format: .html),
      Example("⟦<html lang=fr>⟧<!doctype html><head><title>Le guide</title></head></html>", format: .html),
      Example("<!doctype guide>⟦<html lang=fr>⟧<head><title>Le guide</title></head></html>", format: .html),
      Example("<!doctype html><html lang=fr><head><title>Le guide</title></head></html>", format: .html),
      Example(
        "<!-- généré -->\n<!DOCTYPE html>\n<html lang=fr><head><title>Le guide</title></head></html>", format: .html),
      Example("<p>Bonjour</p>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard document.isWholePage, let html = document.rootElement, !hasDoctype(document) else { return }
    let tag = document[html].startTag
    findings.report(tag.isEmpty ? document.titleElement.map { document.signpost(of: $0) } ?? tag : tag, .missing)
  }

  /// Whether the first thing on the page, comments apart, is a document type.
  private func hasDoctype(_ document: Document) -> Bool {
    let bytes = document.source.bytes
    var offset = document.source.contentStart
    for node in document.nodes.dropFirst() {
      guard node.kind == .comment, node.range.start >= offset, isBlank(bytes[offset..<node.range.start]) else { break }
      offset = node.range.end
    }
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    guard String(decoding: bytes[offset...].prefix(9), as: UTF8.self).holds("<!doctype") else { return false }
    let name = bytes[offset...].dropFirst(9).drop { $0 <= 0x20 }
    return String(decoding: name.prefix(4), as: UTF8.self).holds("html")
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy { $0 <= 0x20 } }
}

extension Message {
  fileprivate static let missing = Message(
    fr: "La page ne commence pas par `<!doctype html>`\u{A0}: ajoutez-le en tête du modèle du site.",
    en: "The page does not begin with `<!doctype html>`: add it at the top of the site’s template.")
}

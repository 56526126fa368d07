import RelireDocuments
import RelireModel
import RelireSite

/// A page that begins with a brace, which Hugo takes for a front matter in JSON.
public struct LeadingBrace: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "hugo/leading-brace",
    severity: .error,
    fix: .unsafe,
    summary: Message(
      fr: "Une page sans en-tête commence par une accolade.",
      en: "A page without front matter begins with a brace."),
    rationale: Message(
      fr:
        "Hugo prend ce qui suit l’accolade, un shortcode par exemple, pour un en-tête en JSON, et refuse de générer le "
        + "site entier. Un en-tête, même vide, l’en empêche.",
      en:
        "Hugo takes what follows the brace, a shortcode for instance, for a front matter in JSON, and refuses to build "
        + "the whole site. A front matter, even an empty one, prevents it."),
    references: [.specification("Hugo, Front matter")],
    examples: [
      Example(
        "⟦{{< encadre >}}⟧\nUne copie suffit.\n{{< /encadre >}}\n",
        fixed: "---\n---\n\n{{< encadre >}}\nUne copie suffit.\n{{< /encadre >}}\n", path: "content/accueil.md"),
      Example(
        "⟦{⟧.note}\nUne copie suffit.\n", fixed: "---\n---\n\n{.note}\nUne copie suffit.\n", path: "content/accueil.md"),
      Example("---\n---\n{{< tarif >}}\n", path: "content/accueil.md"),
      Example("{ \"title\": \"Accueil\" }\n\nUne copie suffit.\n", path: "content/accueil.md"),
      Example("Le prix\u{A0}: {{< tarif >}}\n", path: "content/accueil.md"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard document.format == .markdown, document.frontMatter == nil, let site = page.site,
      let start = document.firstVisibleByte, document.source.bytes[start] == UInt8(ascii: "{"),
      site.page(page.path) != nil
    else { return }
    let brace = SourceRange(start, start + 1)
    let range = document.masks.first { $0.kind == .shortcode && $0.range.start == start }?.range ?? brace
    findings.report(
      range, .brace, fix: Fix(.addFrontMatter, .unsafe, [TextEdit(SourceRange(at: start), "---\n---\n\n")]))
  }
}

extension Document {
  /// The offset of the first byte that is no white space; nil in an empty page.
  fileprivate var firstVisibleByte: Int? {
    let bytes = source.bytes
    var offset = source.contentStart
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] &- 0x09 < 5 { offset += 1 }
    return offset < bytes.count ? offset : nil
  }
}

extension Message {
  fileprivate static let brace = Message(
    fr:
      "Hugo prend cette accolade pour le début de l’en-tête et refuse de générer le site\u{A0}: commencez la page par un "
      + "en-tête entre deux lignes `---`.",
    en:
      "Hugo takes this brace for the beginning of the front matter and refuses to build the site: begin the page with a "
      + "front matter between two lines `---`.")

  fileprivate static let addFrontMatter = Message(fr: "Ajouter un en-tête vide", en: "Add an empty front matter")
}

import RelireDocuments
import RelireModel

/// A link to a page that travels unencrypted.
public struct InsecureTarget: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/insecure-target",
    severity: .info,
    fix: .suggestion,
    summary: Message(
      fr: "Un lien mène à une adresse non chiffrée (http).", en: "A link leads to an unencrypted address (http)."),
    rationale: Message(
      fr:
        "Presque tous les sites se lisent aujourd’hui en https\u{A0}: en http, ce que le lecteur voit ou saisit peut être "
        + "lu et changé en route, et le navigateur l’en avertit.",
      en:
        "Nearly all sites are read over https today: over http what readers see or type can be read and changed on its "
        + "way, and the browser warns them."),
    exceptions: Message(
      fr: "Une adresse de l’ordinateur lui-même ou d’un réseau privé n’est pas jugée. Les autres sites ne sont pas "
        + "visités\u{A0}: à vous de vérifier que la page existe en https.",
      en: "An address of the computer itself or of a private network is not judged. Other sites are not visited: it is "
        + "up to you to check that the page exists over https."),
    references: [
      .goodPractice(Message(fr: "des liens chiffrés", en: "encrypted links")),
      .specification("RFC 9110, 4.2.2, https URI Scheme"),
    ],
    examples: [
      Example("Voir [le portail](⟦http://data.gouv.nc⟧).\n"),
      Example("<a href=⟦HTTP://data.gouv.nc⟧>Le portail</a>", format: .html),
      Example("Ouvrir [le site de test](⟦http://172.67.10.4⟧).\n"),
      Example("Voir [le portail](https://data.gouv.nc).\n"),
      Example("Ouvrir [le site de test](http://localhost:1313/guide) ou [la borne](http://192.168.0.10).\n"),
      Example("Ouvrir [l’intranet](http://172.16.0.4).\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    for link in page.links.filtered(.mayBeInsecure) { check(link, page.document, &findings) }
  }

  private func check(_ link: PageLink, _ document: Document, _ findings: inout Findings) {
    guard let number = link.href,
      Self.isInsecure(document.attributes[number].value)
    else { return }
    let href = document.attributes[number]
    let written = document.source.bytes[href.valueRange.bounds]
    // `www.` that Markdown makes a link of has no scheme to correct.
    guard written.count > 7, written[written.startIndex + 4] == UInt8(ascii: ":") else { return }
    let edit = TextEdit(SourceRange(href.valueRange.start, href.valueRange.start + 4), "https")
    findings.report(href.valueRange, .insecure, fix: Fix(.secure, .suggestion, [edit]), verdict: .review)
  }

  private static func isInsecure(_ address: String) -> Bool {
    // The colon tells it from `https`, as nearly all addresses are.
    let bytes = address.utf8.span
    guard bytes.count > 7, bytes[4] == UInt8(ascii: ":"),
      zip(address.utf8, "http://".utf8).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
    else { return false }
    let host = String(
      Substring(address.utf8.dropFirst(7).prefix { $0 != 0x2F && $0 != 0x3A && $0 != 0x3F && $0 != 0x23 })
    )
    .lowercased()
    return host.contains(".") && !isPrivate(host)
  }

  /// Names of RFC 6761, RFC 6762 and RFC 7686, and those that local networks use; addresses of RFC 1918 and RFC 3927.
  private static func isPrivate(_ host: String) -> Bool {
    if [".local", ".localhost", ".test", ".internal", ".lan", ".onion"].contains(where: { host.hasSuffix($0) }) {
      return true
    }
    let numbers = host.split(separator: ".").map { UInt8($0) }
    guard numbers.count == 4, !numbers.contains(nil) else { return false }
    switch (numbers[0], numbers[1]) {
    case (127, _), (10, _), (192, 168), (169, 254), (172, .some(16...31)): return true
    default: return false
    }
  }
}

extension Message {
  fileprivate static let insecure = Message(
    fr: "Cette adresse n’est pas chiffrée\u{A0}: vérifiez qu’elle existe en https, et écrivez-la ainsi.",
    en: "This address is not encrypted: check that it exists over https, and write it so.")

  fileprivate static let secure = Message(fr: "Passer en https", en: "Use https")
}

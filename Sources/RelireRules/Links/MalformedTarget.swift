import RelireDocuments
import RelireModel

/// A link whose address no browser understands as it was meant.
public struct MalformedTarget: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/malformed-target",
    severity: .error,
    fix: .suggestion,
    summary: Message(fr: "L’adresse d’un lien est mal écrite.", en: "A link’s address is badly written."),
    rationale: Message(
      fr:
        "Une adresse mal recopiée (`http:/`, `www.` sans `https://`, une adresse électronique sans `mailto:`, un fichier "
        + "de votre ordinateur) ne mène nulle part, ou à une page de votre site qui n’existe pas.",
      en:
        "An address that was badly copied (`http:/`, `www.` without `https://`, a mail address without `mailto:`, a file "
        + "of your own computer) leads nowhere, or to a page of your site that does not exist."),
    exceptions: Message(
      fr: "Une adresse calculée par Hugo (`{{< … >}}`), ou écrite dans le texte sans crochets, n’est pas jugée.",
      en: "An address that Hugo computes (`{{< … >}}`), or that stands in the text without brackets, is not judged."),
    references: [
      .specification("WHATWG URL Standard, 4.4, URL parsing"), .wcag("2.4.4"),
    ],
    examples: [
      Example("Voir [le portail](⟦http:/data.gouv.nc⟧).\n"),
      Example("Voir [le portail](⟦www.gouv.nc/guide⟧) ou [écrire](⟦contact@gouv.nc⟧).\n"),
      Example("<a href=\"⟦htpps://data.gouv.nc⟧\">Le portail</a>", format: .html),
      Example("<a href=\"⟦https://https://data.gouv.nc⟧\">Le portail</a>", format: .html),
      Example("<a href=\"⟦file:///C:/Guide/guide.pdf⟧\">Le guide</a>", format: .html),
      Example("<a href=\"⟦mailto:contact⟧\">Écrire</a>", format: .html),
      Example("<a href=\"⟦https://data.gouv.nc/guide)⟧\">Le guide</a>", format: .html),
      Example("<a href=\"⟦data.gouv.nc⟧\">Le portail</a>", format: .html),
      Example(
        "[Le portail](https://data.gouv.nc), [écrire](mailto:contact@gouv.nc), [haut](#haut), [page](guide.html)\n"),
      Example("Le W3C (https://www.w3.org/TR/css3-values/#pixel).” le dit.\n"),
      Example(
        "[Wiki](https://fr.wikipedia.org/wiki/Lien_(homonymie)) [archive](https://web.archive.org/https://a.nc)\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    for link in page.links.filtered(.mayBeMalformed) { check(link, page.document, &findings) }
  }

  private func check(_ link: PageLink, _ document: Document, _ findings: inout Findings) {
    // An address that stands in Markdown's text by itself ends where each renderer sees fit.
    guard let number = link.href, !document.attributes[number].valueRange.isEmpty,
      document[link.node].range != document.attributes[number].valueRange,
      let fault = MalformedAddress(document.attributes[number].value)
    else { return }
    let href = document.attributes[number]
    // Written as it stands, so that what is proposed fits.
    let isPlain = document.source.string(href.valueRange) == href.value
    let fix = fault.correction.flatMap { text in
      isPlain ? Fix(.correct(text), .suggestion, [TextEdit(href.valueRange, text)]) : nil
    }
    findings.report(href.valueRange, .malformed(fault.kind), fix: fix)
  }
}

/// What is wrong with an address.
struct MalformedAddress {
  enum Kind {
    case scheme, noScheme, mail, doubled, localFile, noHost, trailing
  }

  let kind: Kind
  /// The address that was most likely meant.
  let correction: String?

  private init(_ kind: Kind, _ correction: String? = nil) {
    self.kind = kind
    self.correction = correction
  }

  /// Nil for an address without fault. Linear.
  init?(_ address: String) {
    guard !Self.isPlain(address.utf8.span) else { return nil }
    let text = String(address.trimmingBlanks)
    // What no slip begins with, as nearly all addresses: a fragment, a path, a full address.
    guard let first = text.utf8.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "/"),
      first != UInt8(ascii: "."),
      first != UInt8(ascii: "?"), !text.utf8.span.holds("{{")
    else { return nil }
    let bytes = Array(text.utf8)
    if let host = Self.hostStart(bytes) {
      guard let fault = Self.faultInHost(text, bytes, host) else { return nil }
      self = fault
    } else {
      guard let fault = Self.faultWithoutHost(text, bytes) else { return nil }
      self = fault
    }
  }

  /// Whether the address is a path, a fragment or a full address of letters, digits and the usual signs: nearly all
  /// are.
  static func isPlain(_ address: Span<UInt8>) -> Bool {
    guard !address.isEmpty else { return true }
    let first = address[0]
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "#") || first == UInt8(ascii: ".") { return true }
    let last = address[address.count - 1]
    guard address.begins(with: "https://"), address.count > 8, isLetterOrDigit(address[8]),
      isLetterOrDigit(last) || last == UInt8(ascii: "/")
    else { return false }
    var offset = 8
    while offset < address.count, address[offset] != UInt8(ascii: "/"), address[offset] != UInt8(ascii: "?") {
      if address[offset] == UInt8(ascii: ":") || address[offset] == UInt8(ascii: ",") { return false }
      offset += 1
    }
    return address.withUnsafeBufferPointer { address in
      // Without a branch, so that many bytes are looked at in one step.
      var unusual: UInt8 = 0
      for byte in address { unusual |= byte &- 0x21 > 0x5E || byte == UInt8(ascii: "\\") ? 1 : 0 }
      return unusual == 0
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// The offset after `https://` or `http://`.
  private static func hostStart(_ bytes: [UInt8]) -> Int? {
    for scheme in ["https://", "http://"] where bytes.count >= scheme.utf8.count {
      if zip(bytes, scheme.utf8).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) { return scheme.utf8.count }
    }
    return nil
  }

  private static func faultInHost(_ text: String, _ bytes: [UInt8], _ start: Int) -> MalformedAddress? {
    let rest = String(decoding: bytes[start...], as: UTF8.self)
    let lowered = rest.prefix(10).lowercased()
    if lowered.hasPrefix("http://") || lowered.hasPrefix("https:/") { return MalformedAddress(.doubled, rest) }
    let host = bytes[start...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    // `https://` alone is a placeholder.
    if host.isEmpty { return bytes.count > start ? MalformedAddress(.noHost) : nil }
    if host.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ",") }) {
      return MalformedAddress(.noHost)
    }
    // A sign of the sentence that was copied along.
    guard let last = text.unicodeScalars.last else { return nil }
    switch last {
    case ",", ";", "\u{BB}", "\u{201D}", "\u{A0}": break
    case ")" where !bytes.contains(UInt8(ascii: "(")): break
    default: return nil
    }
    var correction = text
    correction.unicodeScalars.removeLast()
    return MalformedAddress(.trailing, correction)
  }

  /// Slips of `http` and `https`.
  private static let misspelt: [String: String] = [
    "htp": "http", "htpp": "http", "htttp": "http", "hhttp": "http", "ttp": "http", "httpp": "http", "thtp": "http",
    "htps": "https", "htpps": "https", "htttps": "https", "hhttps": "https", "ttps": "https", "httpss": "https",
    "httsp": "https", "htts": "https", "httpps": "https", "https.": "https", "http.": "http", "ttttps": "https",
  ]

  private static func faultWithoutHost(_ text: String, _ bytes: [UInt8]) -> MalformedAddress? {
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      !bytes[..<colon].contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") })
    {
      return faultInScheme(bytes, colon)
    }
    let lowered = text.lowercased()
    for scheme in ["https", "http"] where lowered.hasPrefix(scheme + "//") {
      return MalformedAddress(.scheme, scheme + ":" + text.dropFirst(scheme.count))
    }
    if lowered.hasPrefix("www."), bytes.count > 4 { return MalformedAddress(.noScheme, "https://" + text) }
    let first = lowered.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if isMailAddress(first), first.count == text.count || text.utf8.contains(UInt8(ascii: "?")) {
      return MalformedAddress(.mail, "mailto:" + text)
    }
    // A host without its scheme; files have other extensions.
    let labels = first.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count >= 2, let top = labels.last, ["nc", "fr", "com", "org", "net", "eu", "pf", "wf"].contains(top),
      labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } })
    {
      return MalformedAddress(.noScheme, "https://" + text)
    }
    return nil
  }

  private static func faultInScheme(_ bytes: [UInt8], _ colon: Int) -> MalformedAddress? {
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    let rest = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
    switch scheme {
    case "http", "https":
      let target = rest.drop { $0 == "/" || $0 == "\\" || $0 == ":" || $0 == " " || $0 == ";" }
      return target.isEmpty ? nil : MalformedAddress(.scheme, scheme + "://" + target)
    case "mailto":
      let mail = rest.prefix { $0 != "?" }
      if mail.hasPrefix("//") { return MalformedAddress(.mail, "mailto:" + rest.drop { $0 == "/" }) }
      // `mailto:?subject=…` lets the reader choose whom to write to, `mailto:` is a placeholder.
      return mail.isEmpty || mail.contains("@") || mail.contains("%40") ? nil : MalformedAddress(.mail)
    case "file": return MalformedAddress(.localFile)
    case _ where scheme.count == 1: return MalformedAddress(.localFile)
    default:
      guard let meant = misspelt[scheme], rest.hasPrefix("/") else { return nil }
      return MalformedAddress(.scheme, meant + "://" + rest.drop { $0 == "/" })
    }
  }

  private static func isMailAddress(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let host = parts.last else { return false }
    return !name.isEmpty && host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix(".")
      && !text.contains(where: { $0.isWhitespace })
  }
}

extension Message {
  fileprivate static func malformed(_ kind: MalformedAddress.Kind) -> Message {
    switch kind {
    case .scheme:
      Message(
        fr: "Le début de cette adresse est mal écrit\u{A0}: commencez-la par `https://`.",
        en: "This address begins badly: start it with `https://`.")
    case .noScheme:
      Message(
        fr: "Sans `https://`, cette adresse est cherchée dans votre propre site\u{A0}: ajoutez-le.",
        en: "Without `https://` this address is looked for in your own site: add it.")
    case .mail:
      Message(
        fr: "Cette adresse électronique est mal écrite\u{A0}: donnez au lien la forme `mailto:nom@exemple.nc`.",
        en: "This mail address is badly written: write the link as `mailto:name@example.com`.")
    case .doubled:
      Message(
        fr: "Cette adresse commence deux fois\u{A0}: n’en gardez qu’un début.",
        en: "This address begins twice: keep one beginning only.")
    case .localFile:
      Message(
        fr: "Cette adresse est celle d’un fichier de votre ordinateur\u{A0}: personne d’autre ne peut l’ouvrir.",
        en: "This is the address of a file of your own computer: nobody else can open it.")
    case .noHost:
      Message(
        fr: "Le nom du site est mal écrit dans cette adresse\u{A0}: corrigez-le.",
        en: "The site’s name is badly written in this address: correct it.")
    case .trailing:
      Message(
        fr: "Cette adresse se termine par un signe de la phrase\u{A0}: retirez-le.",
        en: "This address ends in a sign of the sentence: remove it.")
    }
  }

  fileprivate static func correct(_ address: String) -> Message {
    Message(fr: "Écrire `\(address)`", en: "Write `\(address)`")
  }
}

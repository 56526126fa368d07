import RelireDocuments
import RelireModel
import RelireSite

/// A link to a place within a page that the page does not have.
public struct MissingAnchor: SiteRule {
  public static let metadata = RuleMetadata(
    id: "links/missing-anchor",
    severity: .warning,
    fix: .suggestion,
    summary: Message(
      fr: "Un lien vise un endroit de la page qui n’existe pas.",
      en: "A link targets a place of the page that does not exist."),
    rationale: Message(
      fr: "Le lecteur arrive en haut de la page et doit chercher lui-même ce qu’on lui promettait.",
      en: "The reader lands at the top of the page and has to look for what was promised."),
    exceptions: Message(
      fr: "Une page Markdown à shortcodes peut recevoir d’eux des ancres\u{A0}: elle n’est pas jugée, ni les morceaux de "
        + "pages hors d’un site Hugo. Un défaut répété par le thème n’est signalé qu’une fois.",
      en: "A Markdown page with shortcodes may get anchors from them: it is not judged, nor are pieces of pages outside a "
        + "Hugo site. A fault that the theme repeats is reported once."),
    references: [
      .specification("HTML, 7.4.6.4, Scrolling to a fragment"), .specification("Hugo, autoIDType"),
    ],
    examples: [
      Example("Voir [les pièces](⟦#pieces⟧).\n\n## Les pièces\n", path: "content/accueil.md"),
      Example(
        "<html lang=fr><p><a href=⟦#pieces⟧>Les pièces</a><h2 id=les-pieces>Les pièces</h2>", format: .html),
      Example(
        "Voir [les pièces](#les-pièces) et [le haut](#top).\n\n## Les pièces\n", path: "content/accueil.md"),
      Example("Voir [les pièces](#p).\n\n## Les pièces {#p}\n", path: "content/accueil.md"),
      Example("<html lang=fr><p><a href=#pieces>Les pièces</a><h2 id=pieces>Les pièces</h2>", format: .html),
    ])

  /// The anchors that a page has, and those that it aims at.
  public struct Evidence: Sendable {
    struct Link: Sendable {
      /// Of the page that is aimed at.
      let path: String
      let fragment: UInt64
      let range: SourceRange
      let message: Message
      let fix: Fix?
    }

    let path: String
    let isGenerated: Bool
    /// Whether anchors may come from elsewhere.
    let isOpen: Bool
    /// Hashes: the names themselves would fill the memory on large sites.
    let anchors: Set<UInt64>
    let links: [Link]
  }

  public init() {}

  public func collect(from page: Page) -> Evidence? {
    let document = page.document
    // Other generators name anchors in other ways, and pieces of a page are put together elsewhere.
    if page.site == nil ? !document.isWholePage : page.place.role == .loose { return nil }
    let anchors = document.anchors(page.site?.site.configuration?.markup)
    var links: [Evidence.Link] = []
    for (address, target) in targets(of: page) where address.kind == .link {
      guard let fragment = target.fragment,
        !fragment.isEmpty, fragment.lowercased() != "top", !fragment.hasPrefix("!")
      else { continue }
      let isHere = target.path == page.path
      if isHere, anchors.contains(fragment) { continue }
      let nearest = isHere ? NearestNames.of(fragment, among: anchors, atMost: 1).first : nil
      links.append(
        Evidence.Link(
          path: target.path, fragment: Self.hash(fragment), range: address.range,
          message: .missing(isHere: isHere, nearest), fix: fix(address, nearest)))
    }
    return Evidence(
      path: page.path, isGenerated: document.format == .html,
      isOpen: document.masks.contains { $0.kind == .shortcode }, anchors: Set(anchors.map(Self.hash)), links: links)
  }

  /// The places that the page aims at. Outside a site only the page itself is known.
  private func targets(of page: Page) -> [(AddressUse, (path: String, fragment: String?))] {
    guard page.site != nil else {
      if page.document.baseAddress != nil { return [] }
      return page.document.addresses().filter { $0.value.hasPrefix("#") }
        .map { ($0, (page.path, LinkAddress.fragment(of: $0.value))) }
    }
    return page.targets.compactMap { resolved in
      guard case .file(let path, let fragment) = resolved.target, fragment != nil else { return nil }
      return (resolved.use, (path, fragment))
    }
  }

  private func fix(_ address: AddressUse, _ nearest: String?) -> Fix? {
    guard let nearest, address.value.hasPrefix("#") else { return nil }
    return Fix(.aim(at: nearest), .suggestion, [TextEdit(address.range, "#" + nearest)])
  }

  /// FNV-1a.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private struct Fault: Hashable {
    let path: String
    let fragment: UInt64
  }

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    let byPath = Dictionary(pages.map { ($0.value.path, $0.value) }) { first, _ in first }
    func isMissing(_ link: Evidence.Link) -> Bool {
      guard let target = byPath[link.path], !target.isOpen else { return false }
      return !target.anchors.contains(link.fragment)
    }
    var holders: [Fault: Set<Int>] = [:]
    for page in pages where page.value.isGenerated {
      for link in page.value.links where isMissing(link) {
        holders[Fault(path: link.path, fragment: link.fragment), default: []].insert(page.page)
      }
    }
    var told: Set<Fault> = []
    for page in pages {
      for link in page.value.links where isMissing(link) {
        let fault = Fault(path: link.path, fragment: link.fragment)
        let count = page.value.isGenerated ? holders[fault]?.count ?? 1 : 1
        if count >= 3, !told.insert(fault).inserted { continue }
        findings.report(
          page: page.page, link.range, count >= 3 ? link.message.repeated(on: count) : link.message, fix: link.fix)
      }
    }
  }
}

extension Message {
  fileprivate static func missing(isHere: Bool, _ nearest: String?) -> Message {
    if let nearest {
      return Message(
        fr: "Ce lien vise un endroit qui n’existe pas dans la page\u{A0}: est-ce `#\(nearest)`\u{202F}?",
        en: "This link targets a place that does not exist in the page: is it `#\(nearest)`?")
    }
    return isHere
      ? Message(
        fr: "Ce lien vise un endroit qui n’existe pas dans la page\u{A0}: corrigez ce qui suit «\u{A0}#\u{A0}».",
        en: "This link targets a place that does not exist in the page: correct what follows '#'.")
      : Message(
        fr: "Ce lien vise un endroit qui n’existe pas dans la page visée\u{A0}: corrigez ce qui suit «\u{A0}#\u{A0}».",
        en: "This link targets a place that does not exist in the target page: correct what follows '#'.")
  }

  fileprivate func repeated(on count: Int) -> Message {
    Message(
      fr: "\(french) Le même défaut se répète sur \(count) pages.", en: "\(english) The same fault is on \(count) pages.")
  }

  fileprivate static func aim(at anchor: String) -> Message {
    Message(fr: "Viser `#\(anchor)`", en: "Aim at `#\(anchor)`")
  }
}

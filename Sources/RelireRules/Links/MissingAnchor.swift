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
      fr:
        "Une page Markdown à shortcodes peut recevoir d’eux des ancres\u{A0}: elle n’est pas jugée, ni les morceaux de "
        + "pages hors d’un site Hugo. Une faute répétée par le thème n’est signalée qu’une fois.",
      en:
        "A Markdown page with shortcodes may get anchors from them: it is not judged, nor are pieces of pages outside a "
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
      Example(
        "Voir [les pièces](⟦#pieces⟧) et [la suite]({{< ref \"guide/demande\" >}}).\n\n## Les pièces\n",
        path: "content/accueil.md"),
      Example("Voir [les pièces](#pieces).\n\n{{< encadre >}}Texte.{{< /encadre >}}\n", path: "content/accueil.md"),
      Example("Voir [les pièces](#p).\n\n## Les pièces {#p}\n", path: "content/accueil.md"),
      Example("<html lang=fr><p><a href=#pieces>Les pièces</a><h2 id=pieces>Les pièces</h2>", format: .html),
    ])

  /// The anchors that a page has, and those that it aims at.
  public struct Evidence: Sendable {
    struct Link: Sendable {
      /// Of the page that is aimed at; nil for this one, where the anchor is known to be missing.
      let path: String?
      let fragment: String
      let range: SourceRange
      /// For an anchor of this page.
      let nearest: String?
      /// Whether the range ends in the fragment as it is given here, so that it can be replaced.
      let isVerbatim: Bool
    }

    let path: String
    let isGenerated: Bool
    /// Whether anchors may come from elsewhere.
    let isOpen: Bool
    /// Hashes, sorted: the names themselves would fill the memory on large sites.
    let anchors: [UInt32]
    let links: [Link]
  }

  public static let isToldBy = [InvalidReference.id]

  public init() {}

  public func collect(from page: Page) -> Evidence? {
    let document = page.document
    // Other generators name anchors in other ways, and pieces of a page are put together elsewhere.
    if page.site == nil ? !document.isWholePage : page.place.role == .loose { return nil }
    let markup = page.site?.site.configuration?.markup
    // Names are compared only where a place is not found by its id.
    lazy var anchors = document.anchors(markup)
    // Names that older versions of Hugo give are accepted, not proposed.
    lazy var names = document.namedPlaces(markup).map(\.id).sorted()
    func isOfPage(_ name: String) -> Bool {
      document.format == .html && page.accessibility.element(withID: name) != nil || anchors.contains(name)
    }
    var links: [Evidence.Link] = []
    for (address, target) in targets(of: page) where address.kind == .link {
      guard let fragment = target.fragment, !fragment.isEmpty, fragment.utf8.first != UInt8(ascii: "!"),
        fragment.utf8.count != 3 || fragment.lowercased() != "top"
      else { continue }
      let isHere = target.path == page.path
      if isHere, isOfPage(fragment) { continue }
      links.append(
        Evidence.Link(
          path: isHere ? nil : target.path, fragment: fragment, range: address.range,
          nearest: isHere ? NearestNames.of(fragment, among: names, atMost: 1).first : nil,
          isVerbatim: address.isWhole && address.value.hasSuffix("#" + fragment)))
    }
    // Outside a site, no other page aims at this one.
    if page.site == nil, links.isEmpty { return nil }
    return Evidence(
      path: page.path, isGenerated: document.format == .html,
      isOpen: document.mayGetAnchors(in: page.site?.site) || document.redirectionDelay != nil,
      anchors: page.site == nil ? [] : document.anchorHashes(markup), links: links)
  }

  /// The places that the page aims at. Outside a site only the page itself is known.
  private func targets(of page: Page) -> [(AddressUse, (path: String, fragment: String?))] {
    guard page.site != nil else {
      let uses = page.openFragmentLinks
      if uses.isEmpty || page.document.baseAddress != nil { return [] }
      return uses.map { ($0, (page.path, LinkAddress.fragment(of: $0.value))) }
    }
    return page.targets.compactMap { resolved in
      guard case .file(let path, let fragment) = resolved.target, fragment != nil else { return nil }
      return (resolved.use, (path, fragment))
    }
  }

  // MARK: The site

  private struct Fault: Hashable {
    let path: String
    let fragment: String
  }

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    var byPath: [String: Int] = [:]
    for (index, page) in pages.enumerated() where byPath[page.value.path] == nil { byPath[page.value.path] = index }
    func isMissing(_ link: Evidence.Link, on page: Evidence) -> Bool {
      guard let path = link.path else { return !page.isOpen }
      guard let index = byPath[path], !pages[index].value.isOpen else { return false }
      return !pages[index].value.anchors.hasSorted(FNV1a.of(link.fragment.utf8))
    }
    var holders: [Fault: (count: Int, last: Int)] = [:]
    for page in pages where page.value.isGenerated {
      for link in page.value.links where isMissing(link, on: page.value) {
        let fault = Fault(path: link.path ?? page.value.path, fragment: link.fragment)
        let holder = holders[fault] ?? (0, -1)
        if holder.last != page.page { holders[fault] = (holder.count + 1, page.page) }
      }
    }
    var told: Set<Fault> = []
    for page in pages {
      for link in page.value.links where isMissing(link, on: page.value) {
        let fault = Fault(path: link.path ?? page.value.path, fragment: link.fragment)
        if !page.value.isGenerated, isOfTemplate(fault, findings.site) { continue }
        let count = page.value.isGenerated ? holders[fault]?.count ?? 1 : 1
        let isRepeated = count >= Repetition.leastPages
        if isRepeated, !told.insert(fault).inserted { continue }
        report(link, page.page, isRepeatedOn: isRepeated ? count : nil, &findings)
      }
    }
  }

  /// Whether the page as it is published has the place: templates have anchors of their own.
  private func isOfTemplate(_ fault: Fault, _ site: SiteIndex?) -> Bool {
    site?.publishedAnchors(of: fault.path)?.contains(fault.fragment) ?? false
  }

  private func report(_ link: Evidence.Link, _ page: Int, isRepeatedOn count: Int?, _ findings: inout SiteFindings) {
    var nearest = link.nearest
    if let path = link.path, let anchors = findings.site?.anchors(of: path) {
      nearest = NearestNames.of(link.fragment, among: anchors.sorted(), atMost: 1).first
    }
    let message = link.fragment == "ZgotmplZ" ? .refused : Message.missing(isHere: link.path == nil, nearest)
    // What stands before `#` stays as it is written: the end of the address is replaced.
    let length = link.fragment.utf8.count
    var fix: Fix?
    if let nearest, link.isVerbatim, link.range.count > length {
      fix = Fix(
        .aim(at: nearest), .suggestion, [TextEdit(SourceRange(link.range.end - length, link.range.end), nearest)])
    }
    findings.report(
      page: page, link.range, count.map { message.repeated(on: $0) } ?? message, fix: count == nil ? fix : nil,
      pages: count)
  }
}

extension [UInt32] {
  /// Whether a sorted list holds a number. A binary search.
  fileprivate func hasSorted(_ number: UInt32) -> Bool {
    let index = partitionPoint { $0 >= number }
    return index < count && self[index] == number
  }
}

extension Message {
  fileprivate static let refused = Message(
    fr:
      "Hugo a refusé l’adresse de ce lien et a écrit `#ZgotmplZ` à sa place\u{A0}: faites-la passer par `safeURL` dans "
      + "le modèle.",
    en:
      "Hugo refused the address of this link and wrote `#ZgotmplZ` instead: pass it through `safeURL` in the template.")

  fileprivate static func missing(isHere: Bool, _ nearest: String?) -> Message {
    if let nearest {
      return Message(
        fr: "Ce lien vise un endroit qui n’existe pas dans la page\u{A0}: est-ce `#\(nearest)`\u{202F}?",
        en: "This link targets a place that does not exist in the page: is it `#\(nearest)`?")
    }
    return isHere
      ? Message(
        fr: "Ce lien vise un endroit qui n’existe pas dans la page\u{A0}: corrigez ce qui suit «\u{A0}#\u{A0}».",
        en: "This link targets a place that does not exist in the page: correct what follows “#”.")
      : Message(
        fr: "Ce lien vise un endroit qui n’existe pas dans la page visée\u{A0}: corrigez ce qui suit «\u{A0}#\u{A0}».",
        en: "This link targets a place that does not exist in the target page: correct what follows “#”.")
  }

  fileprivate static func aim(at anchor: String) -> Message {
    Message(fr: "Viser `#\(anchor)`", en: "Aim at `#\(anchor)`")
  }
}

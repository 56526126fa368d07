import RelireDocuments
import RelireModel
import RelireSite

/// A place of a page that could be linked to before a change, and no longer can.
public struct RemovedAnchor: EngineRule {
  public static let metadata = RuleMetadata(
    id: "links/removed-anchor",
    severity: .info,
    fix: .suggestion,
    summary: Message(
      fr: "Une modification retire une ancre que des liens venus d’ailleurs visent peut-être.",
      en: "A change removes an anchor that links from elsewhere may rely on."),
    rationale: Message(
      fr:
        "L’ancre d’un titre vient de ses mots\u{A0}: quand on les change, un lien d’un autre site, d’un courriel ou d’un signet "
        + "mène en haut de la page. Les liens du site lui-même sont l’affaire de `links/missing-anchor`.",
      en:
        "The anchor of a heading comes from its words: when they change, a link from another site, a mail or a bookmark lands "
        + "at the top of the page. Links of the site itself are the concern of `links/missing-anchor`."),
    exceptions: Message(
      fr:
        "La règle compare avec l’état d’une révision\u{A0}: elle ne parle que sous `relire check --since`. Ni les brouillons, ni "
        + "les pages dont des shortcodes peuvent donner des ancres ne sont jugés.",
      en:
        "The rule compares with the state of a revision: it speaks under `relire check --since` only. Neither drafts nor pages "
        + "that may get anchors from shortcodes are judged."),
    references: [
      .specification("HTML, 7.4.6.4, Scrolling to a fragment"), .specification("Hugo, autoIDType"),
      .usage(Message(fr: "une adresse publiée ne change pas", en: "a published address does not change")),
    ],
    examples: [])

  public static let judgesPageAlone = false

  public init() {}

  /// - Parameter former: the page before the change.
  public static func findings(on page: Page, former: Document) -> [Finding] {
    guard let site = page.site, page.document.format == .markdown, site.publication(of: page.path) == .published,
      former.frontMatter?["draft"]?.bool != true, !page.document.mayGetAnchors(in: site.site),
      !former.mayGetAnchors(in: site.site)
    else { return [] }
    let markup = site.site.configuration?.markup
    let now = page.document.namedPlaces(markup)
    let before = former.namedPlaces(markup)
    let kept = page.document.anchors(markup)
    let known = Set(before.map(\.id))
    var findings: [Finding] = []
    // Where the place before the one that is gone stands today: what follows it there took the place.
    var next = now.startIndex
    for place in before {
      if let index = now.firstIndex(where: { $0.id == place.id }) { next = index + 1 }
      if kept.contains(place.id) { continue }
      let successor = now.indices.contains(next) && !known.contains(now[next].id) ? now[next] : nil
      if successor != nil { next += 1 }
      findings.append(finding(place.id, successor?.node, page.document, markup))
    }
    return findings
  }

  private static func finding(
    _ id: String, _ successor: NodeID?, _ document: Document, _ markup: HugoConfiguration.Markup?
  ) -> Finding {
    guard let successor else { return Finding(document.titlePlace, .gone(id), verdict: .review) }
    let range = document.signpost(of: successor)
    guard let edit = document.edit(writing: id, on: successor), markup?.hasTitleAttributes ?? true else {
      return Finding(range, .gone(id), verdict: .review)
    }
    let fix = Fix(.keep(id), .suggestion, [edit])
    return Finding(range, .renamed(id), fix: fix, verdict: .review)
  }
}

extension Message {
  fileprivate static func renamed(_ id: String) -> Message {
    Message(
      fr:
        "Ce titre avait l’ancre `#\(id)`\u{A0}: des liens venus d’ailleurs la visent peut-être. Gardez-la par `{#\(id)}` à la "
        + "fin du titre.",
      en:
        "This heading had the anchor `#\(id)`, which links from elsewhere may rely on. Keep it by `{#\(id)}` at the end of "
        + "the heading.")
  }

  fileprivate static func gone(_ id: String) -> Message {
    Message(
      fr:
        "La page n’a plus l’ancre `#\(id)`\u{A0}: les liens venus d’ailleurs qui la visent mèneront en haut de la page.",
      en:
        "The page no longer has the anchor `#\(id)`: links from elsewhere that rely on it will lead to the top of the page."
    )
  }

  fileprivate static func keep(_ id: String) -> Message {
    Message(fr: "Garder l’ancre `#\(id)`", en: "Keep the anchor `#\(id)`")
  }
}

import RelireDocuments
import RelireModel
import RelireSite

/// A `ref` or `relref` to a page or a place that does not exist.
public struct InvalidReference: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "hugo/invalid-reference",
    severity: .error,
    fix: .suggestion,
    summary: Message(
      fr: "Une référence `ref` ou `relref` vise une page ou un titre qui n’existe pas.",
      en: "A `ref` or `relref` targets a page or heading that does not exist."),
    rationale: Message(
      fr:
        "Hugo refuse de générer le site quand la page n’existe pas, ou quand c’est un brouillon, ou quand plusieurs portent ce nom. Quand seul le titre "
        + "manque, le lecteur arrive en haut de la page.",
      en:
        "Hugo refuses to build the site when the page does not exist, is a draft, or when several have that name. When only "
        + "the heading is missing, the reader lands at the top of the page."),
    exceptions: Message(
      fr: "Les titres d’une page à shortcodes ne sont pas jugés\u{A0}: ils peuvent lui en donner.",
      en: "Headings of a page with shortcodes are not judged: these may bring some."),
    references: [.specification("Hugo, ref and relref")],
    examples: [
      Example("Voir [la démarche]({{< ref \"⟦guide/demand.md⟧\" >}}).\n", path: "content/accueil.md"),
      Example("Voir [la démarche]({{% relref path=\"⟦/guide/demarche⟧\" %}}).\n", path: "content/accueil.md"),
      Example("Voir [les pièces]({{< ref \"⟦demande#delais⟧\" >}}).\n", path: "content/accueil.md"),
      Example("Voir [la démarche](⟦{{< ref >}}⟧).\n", path: "content/accueil.md"),
      Example("Voir [la suite]({{< ref \"⟦guide/suite.md⟧\" >}}).\n", path: "content/accueil.md"),
      Example("Voir [les pièces]({{< ref \"/guide/demande.md#pièces\" >}}).\n", path: "content/accueil.md"),
      Example("Voir [la démarche]({{< relref \"demande\" >}}) et {{< ref \"/\" >}}.\n", path: "content/accueil.md"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.document.format == .markdown, !page.document.masks.isEmpty, let site = page.site,
      site.site.configuration != nil, page.place.role != .loose
    else { return }
    for mask in page.document.masks where mask.kind == .shortcode && !mask.isClosing {
      let name = mask.name.lowercased()
      guard name == "ref" || name == "relref", let call = ShortcodeCall(mask, in: page.document.source) else {
        continue
      }
      check(call, on: page, site, &findings)
    }
  }

  private func check(_ call: ShortcodeCall, on page: Page, _ site: SiteIndex, _ findings: inout Findings) {
    guard let path = call.argument("path", or: 0), !path.value.isEmpty else {
      return findings.report(call.range, .noPath)
    }
    let parts = path.value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let fragment = parts.count > 1 ? parts[1] : ""
    var target = page.path
    if !parts[0].isEmpty {
      switch site.reference(parts[0], from: page.path, language: call.argument("lang", or: 1)?.value.lowercased()) {
      case .elsewhere: return
      case .missing(let nearest):
        let whole = nearest.map { fragment.isEmpty ? $0 : $0 + "#" + fragment }
        return findings.report(path.range, .noPage(parts[0], nearest), fix: fix(path, whole))
      case .ambiguous(let pages):
        return findings.report(path.range, .ambiguous(pages))
      case .page(let found):
        // Hugo does not know such a page when it builds the one that names it.
        if let message = Message.unpublished(site.publication(of: found)), site.publication(of: page.path) == .published
        {
          return findings.report(path.range, message)
        }
        target = found
      }
    }
    guard !fragment.isEmpty, let anchors = site.anchors(of: target), !anchors.contains(fragment) else { return }
    let nearest = NearestNames.of(fragment, among: anchors.sorted(), atMost: 1).first
    findings.report(
      path.range, .noAnchor(fragment, nearest), fix: fix(path, nearest.map { parts[0] + "#" + $0 }), severity: .warning)
  }

  private func fix(_ path: ShortcodeCall.Argument, _ nearest: String?) -> Fix? {
    guard let nearest, path.isVerbatim, !nearest.contains("\""), !nearest.contains("`") else { return nil }
    return Fix(.aim(at: nearest), .suggestion, [TextEdit(path.range, nearest)])
  }
}

extension Message {
  fileprivate static let noPath = Message(
    fr: "Cette référence ne dit pas quelle page elle vise\u{A0}: donnez son chemin entre guillemets.",
    en: "This reference does not say which page it targets: give its path in quotation marks.")

  fileprivate static func noPage(_ path: String, _ nearest: String?) -> Message {
    guard let nearest else {
      return Message(
        fr: "La page `\(path)` n’existe pas\u{A0}: corrigez son chemin.",
        en: "The page `\(path)` does not exist: correct its path.")
    }
    return Message(
      fr: "La page `\(path)` n’existe pas\u{A0}: est-ce `\(nearest)`\u{202F}?",
      en: "The page `\(path)` does not exist: is it `\(nearest)`?")
  }

  fileprivate static func ambiguous(_ pages: [String]) -> Message {
    let list = pages.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    return Message(
      fr: "Plusieurs pages portent ce nom (\(list))\u{A0}: donnez le chemin entier de la bonne.",
      en: "Several pages have this name (\(list)): give the whole path of the right one.")
  }

  fileprivate static func noAnchor(_ anchor: String, _ nearest: String?) -> Message {
    guard let nearest else {
      return Message(
        fr: "La page visée n’a pas de titre `#\(anchor)`\u{A0}: corrigez ce qui suit «\u{A0}#\u{A0}».",
        en: "The target page has no heading `#\(anchor)`: correct what follows “#”.")
    }
    return Message(
      fr: "La page visée n’a pas de titre `#\(anchor)`\u{A0}: est-ce `#\(nearest)`\u{202F}?",
      en: "The target page has no heading `#\(anchor)`: is it `#\(nearest)`?")
  }

  fileprivate static func aim(at path: String) -> Message {
    Message(fr: "Viser `\(path)`", en: "Aim at `\(path)`")
  }
}

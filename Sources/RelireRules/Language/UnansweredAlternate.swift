import RelireDocuments
import RelireModel
import RelireSite

/// A page that names another as its translation, which does not name it in return.
public struct UnansweredAlternate: SiteRule {
  public static let metadata = RuleMetadata(
    id: "language/unanswered-alternate",
    severity: .warning,
    summary: Message(
      fr: "Deux versions d’une page ne se désignent pas l’une l’autre (`hreflang`).",
      en: "Two versions of a page do not name each other (`hreflang`)."),
    rationale: Message(
      fr:
        "Les moteurs de recherche ne tiennent compte d’une traduction que si les deux pages se désignent l’une l’autre.",
      en: "Search engines take a translation into account only when both pages name each other."),
    exceptions: Message(
      fr: "Les versions publiées sur un autre site ne sont pas jugées.", en: "Versions on another site are not judged."),
    references: [.specification("Google Search Central, Localized versions of your pages")],
    examples: [
      Example(
        "<html lang=fr><link rel=alternate hreflang=en href=⟦/guide/demande/⟧>", format: .html,
        path: "public/accueil/index.html",
        others: ["@public/guide/demande/index.html\n<html lang=en><link rel=alternate hreflang=fr href=/guide/>"]),
      Example(
        "<html lang=fr><link rel=alternate hreflang=en href=/guide/demande/>", format: .html,
        path: "public/accueil/index.html",
        others: ["@public/guide/demande/index.html\n<html lang=en><link rel=alternate hreflang=fr href=/accueil/>"]),
    ])

  public struct Evidence: Sendable {
    struct Alternate: Sendable {
      let path: String
      let range: SourceRange
    }

    let path: String
    let alternates: [Alternate]
  }

  public init() {}

  public func collect(from page: Page) -> Evidence? {
    guard page.document.format == .html, page.place.role != .loose,
      (page.site?.site.configuration?.languages.count ?? 0) > 1
    else { return nil }
    let document = page.document
    var alternates: [Evidence.Alternate] = []
    for resolved in page.targets where resolved.use.kind == .asset {
      guard case .file(let path, _) = resolved.target, path != page.path, path.hasSuffix(".html"),
        let node = resolved.use.node, document.value(.hreflang, of: node) != nil,
        document.value(.rel, of: node)?.lowercased().contains("alternate") == true
      else { continue }
      alternates.append(Evidence.Alternate(path: path, range: resolved.use.range))
    }
    return Evidence(path: page.path, alternates: alternates)
  }

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    var answers: [String: Set<String>] = [:]
    for page in pages { answers[page.value.path] = Set(page.value.alternates.map(\.path)) }
    for page in pages {
      // The next pages of a list name the translations of the first one, itself among them.
      if page.value.alternates.contains(where: { Self.isLaterPage(page.value.path, of: $0.path) }) { continue }
      for alternate in page.value.alternates {
        guard let back = answers[alternate.path], !back.contains(page.value.path) else { continue }
        findings.report(page: page.page, alternate.range, .unanswered(alternate.path))
      }
    }
  }

  /// Whether a path is `x/page/2/index.html` for `x/index.html`.
  private static func isLaterPage(_ path: String, of first: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count > 3, parts.last == "index.html", parts[parts.count - 2].allSatisfy(\.isWholeNumber) else {
      return false
    }
    return (parts.dropLast(3) + ["index.html"]).joined(separator: "/") == first
  }
}

extension Message {
  fileprivate static func unanswered(_ path: String) -> Message {
    Message(
      fr: "Cette page donne `\(path)` pour sa traduction, mais celle-ci ne la désigne pas en retour (`hreflang`).",
      en: "This page gives `\(path)` as its translation, which does not name it in return (`hreflang`).")
  }
}

import RelireDocuments
import RelireModel
import RelireSite

/// A file of the site that no page uses.
public struct UnusedAsset: SiteRule {
  public static let metadata = RuleMetadata(
    id: "links/unused-asset",
    severity: .info,
    isOptIn: true,
    summary: Message(fr: "Aucune page n’utilise ce fichier du site.", en: "No page uses this file of the site."),
    rationale: Message(
      fr:
        "Une image ou un document que rien ne montre est publié tout de même\u{A0}: il alourdit le site, et reste trouvable "
        + "quand son contenu n’a plus cours.",
      en:
        "An image or a document that nothing shows is published all the same: it weighs on the site, and can be found when "
        + "its contents no longer hold."),
    exceptions: Message(
      fr:
        "Sont jugés les fichiers statiques, ceux des dossiers de pages et ceux d’`assets`, quand tout le site est vérifié. Un "
        + "fichier que nomme un modèle, une feuille de style, un script, une donnée ou la configuration est utilisé. Quand des "
        + "modèles choisissent des fichiers sans les nommer (`.Resources`, `resources.Match`), rien n’est dit de ceux-là. Les "
        + "fichiers que navigateurs, moteurs et hébergeurs demandent d’eux-mêmes (`favicon.ico`, `robots.txt`, `CNAME`…) sont "
        + "laissés de côté. Un nom composé par un script ne peut pas être reconnu\u{A0}: la règle n’est active que si on la demande.",
      en:
        "Judged are static files, those in the folders of pages and those in `assets`, when the whole site is checked. A file "
        + "that a template, a style sheet, a script, data or the configuration names is used. Where templates choose files "
        + "without naming them (`.Resources`, `resources.Match`), nothing is said of those. Files that browsers, search engines "
        + "and hosts ask for by themselves (`favicon.ico`, `robots.txt`, `CNAME`…) are left alone. A name that a script puts "
        + "together cannot be known: the rule is on only where it is asked for."),
    references: [
      .specification("Hugo, Directory structure, static"), .specification("Hugo, Page bundles"),
      .usage(Message(fr: "ce qui est publié sert à une page", en: "what is published serves a page")),
    ],
    examples: [])

  /// What one page uses, by hashes: what two share by chance is one fault missed.
  public struct Evidence: Sendable {
    /// From the site's root; nil for a generated page.
    let source: String?
    /// Files that the page leads to, sorted.
    let targets: [UInt32]
    /// Names of files in its front matter and its shortcodes, sorted.
    let names: [UInt32]
  }

  public init() {}

  public func collect(from page: Page) -> Evidence? {
    guard page.site?.site.configuration != nil, page.place.role != .loose else { return nil }
    var targets: Set<UInt32> = []
    for resolved in page.targets {
      if case .file(let path, _) = resolved.target { targets.insert(FNV1a.of(path.utf8)) }
    }
    var names: Set<UInt32> = []
    let document = page.document
    if let head = document.frontMatter {
      MentionedNames.insert(from: document.source.bytes[head.range.bounds], into: &names)
    }
    for mask in document.masks where mask.kind == .shortcode {
      MentionedNames.insert(from: document.source.bytes[mask.range.bounds], into: &names)
    }
    return Evidence(
      source: document.format == .html ? nil : page.path, targets: targets.sorted(), names: names.sorted())
  }

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    guard let site = findings.site else { return }
    let assets = site.assets
    guard !assets.isEmpty else { return }
    var targets: Set<UInt32> = []
    var names = site.mentionedNames(besides: Set(pages.lazy.compactMap(\.value.source)))
    for page in pages {
      targets.formUnion(page.value.targets)
      names.formUnion(page.value.names)
    }
    for asset in assets where !Self.isAskedFor(asset.path) {
      let name = asset.path.split(separator: "/").last ?? ""
      let isUsed =
        names.contains(MentionedNames.hash(of: name)) || targets.contains(FNV1a.of(asset.path.utf8))
        || asset.published.map { targets.contains(FNV1a.of($0.utf8)) } ?? false
      if !isUsed { findings.report(file: asset.path, .unused, verdict: .review) }
    }
  }

  /// Whether somebody asks for the file without any page's doing.
  private static func isAskedFor(_ path: String) -> Bool {
    if path.contains("/.well-known/") { return true }
    let name = path.split(separator: "/").last?.lowercased() ?? ""
    return beginnings.contains { name.hasPrefix($0) }
  }

  private static let beginnings = [
    "favicon", "apple-touch-icon", "android-chrome", "mstile", "browserconfig", "site.webmanifest", "manifest.json",
    "robots.txt", "humans.txt", "security.txt", "ads.txt", "sitemap", "cname", "_redirects", "_headers", "google",
    "licen",
    "readme", "sw.js", "404.html", "web.config",
  ]
}

extension Message {
  fileprivate static let unused = Message(
    fr: "Aucune page n’utilise ce fichier\u{A0}: supprimez-le, s’il ne sert pas ailleurs.",
    en: "No page uses this file: delete it, unless it serves elsewhere.")
}

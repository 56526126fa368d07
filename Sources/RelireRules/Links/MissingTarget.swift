import RelireDocuments
import RelireModel
import RelireSite

/// A link or a file that the site does not have.
public struct MissingTarget: SiteRule {
  public static let metadata = RuleMetadata(
    id: "links/missing-target",
    severity: .error,
    fix: .suggestion,
    summary: Message(
      fr: "Un lien ou un fichier de la page n’existe pas dans le site.",
      en: "A link or a file of the page does not exist in the site."),
    rationale: Message(
      fr:
        "Le lecteur qui suit ce lien tombe sur une erreur, et l’image ou la feuille de style qui manque ne s’affiche pas.",
      en: "A reader who follows this link meets an error, and the image or style sheet that is missing does not show."),
    exceptions: Message(
      fr:
        "Les autres sites ne sont pas visités. Une adresse qu’un thème absent du disque, ou Hugo lui-même, peut fournir "
        + "n’est pas jugée. Une faute répétée par le thème n’est signalée qu’une fois. Un lien vers un brouillon, une page "
        + "future ou expirée n’est qu’un avertissement, et rien n’est dit des liens d’un brouillon vers un autre.",
      en:
        "Other sites are not visited. An address that a theme which is not on disk, or Hugo itself, may provide is not "
        + "judged. A fault that the theme repeats is reported once. A link to a draft, to a future or expired page is a "
        + "warning only, and links from one draft to another are not judged."),
    references: [
      .specification("HTML, 4.6.3, Following hyperlinks"),
      .usage(
        Message(fr: "un lien interne mène à une page du site", en: "an internal link leads to a page of the site")),
    ],
    examples: [
      Example("Voir [la démarche](⟦demarche.md⟧).\n", path: "content/accueil.md"),
      Example("Voir [la démarche](⟦/guide/demarche/⟧).\n", path: "content/accueil.md"),
      Example("<p><a href=⟦/guide/demarche/⟧>La démarche</a>", format: .html, path: "public/accueil/index.html"),
      Example("<p><img src=\"⟦../img/carte.png⟧\" alt=\"\">", format: .html, path: "public/accueil/index.html"),
      Example("Voir [la suite](⟦guide/suite.md⟧) et [l’an prochain](⟦/guide/futur/⟧).\n", path: "content/accueil.md"),
      Example(
        "---\ntitle: Accueil\ndraft: true\n---\nVoir [la suite](suite.md).\n", path: "content/guide/brouillon.md"),
      Example(
        "Voir [la démarche](guide/demande.md), [son adresse](/guide/demande/#pieces) et ![le plan](/img/plan.png).\n",
        path: "content/accueil.md"),
      Example(
        "<p><a href=../guide/demande/>La démarche</a> <a href=https://example.com/x>ailleurs</a>", format: .html,
        path: "public/accueil/index.html"),
    ])

  /// What one page refers to in its site.
  public struct Evidence: Sendable {
    struct Missing: Sendable {
      /// From the top of the site.
      let path: String
      let nearest: String?
      let range: SourceRange
      let kind: AddressUse.Kind
      let isWhole: Bool
      /// Why the page, which is there, will not be read.
      var reason: Message?

      var isAsset: Bool { kind != .link }

      /// What two pages have in common that lack the same thing. Feeds and other files for one page each differ in
      /// their folders only.
      var fault: String { kind == .asset ? path.split(separator: "/").last.map(String.init) ?? path : path }

      var message: Message { reason ?? .missing(kind, nearest) }

      var fix: Fix? {
        guard let nearest, isWhole else { return nil }
        return Fix(.aim(at: nearest), .suggestion, [TextEdit(range, nearest)])
      }
    }

    let isGenerated: Bool
    /// How many addresses within the site lead somewhere: of pages, and of images, style sheets and the like.
    let links: Int32
    let assets: Int32
    let missing: [Missing]
  }

  public static let isToldBy = [InvalidReference.id]

  public init() {}

  public func collect(from page: Page) -> Evidence? {
    guard page.place.role != .loose else { return nil }
    var links: Int32 = 0
    var assets: Int32 = 0
    var missing: [Evidence.Missing] = []
    // What is no page itself may lead to others that are not: they will be published together.
    lazy var isPublished = page.site?.publication(of: page.path) == .published
    for resolved in page.targets {
      let address = resolved.use
      switch resolved.target {
      case .elsewhere: continue
      case .file, .redirected: if address.kind == .link { links += 1 } else { assets += 1 }
      case .missing(let path, let nearest):
        missing.append(
          Evidence.Missing(
            path: path, nearest: nearest, range: address.range, kind: address.kind, isWhole: address.isWhole))
      case .unpublished(_, let path, let publication):
        guard isPublished, let reason = Message.unpublished(publication) else { continue }
        missing.append(
          Evidence.Missing(
            path: path, nearest: nil, range: address.range, kind: address.kind, isWhole: address.isWhole, reason: reason
          ))
      }
    }
    if links + assets == 0, missing.isEmpty { return nil }
    return Evidence(isGenerated: page.document.format == .html, links: links, assets: assets, missing: missing)
  }

  // MARK: The site

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    var known: Set<String> = []
    for page in pages where !page.value.isGenerated {
      for missing in page.value.missing {
        known.insert(missing.path)
        findings.report(
          page: page.page, missing.range, missing.message, fix: missing.fix,
          severity: missing.reason == nil ? nil : .warning)
      }
    }
    judge(generated: pages.filter { $0.value.isGenerated }, known: known, &findings)
  }

  private func judge(
    generated pages: [PageEvidence<Evidence>], known: Set<String>, _ findings: inout SiteFindings
  ) {
    var found = (links: 0, assets: 0)
    var lost = (links: 0, assets: 0)
    var holders: [String: (count: Int, last: Int)] = [:]
    for page in pages {
      found.links += Int(page.value.links)
      found.assets += Int(page.value.assets)
      for missing in page.value.missing {
        if missing.isAsset { lost.assets += 1 } else { lost.links += 1 }
        let fault = missing.fault
        let holder = holders[fault] ?? (0, -1)
        if holder.last != page.page { holders[fault] = (holder.count + 1, page.page) }
      }
    }
    // Pages made for another address: what is missing then says nothing.
    if pages.count >= Repetition.leastPages, lost.links > found.links { return }
    // The folder holds the pages alone.
    let hasNoAssets = found.assets == 0 && lost.assets >= 2 * Repetition.leastPages
    var told: Set<String> = []
    for page in pages {
      for missing in page.value.missing where !known.contains(missing.path) {
        let count = holders[missing.fault]?.count ?? 1
        let isOfIncompleteFolder = hasNoAssets && missing.isAsset
        let isRepeated = count >= Repetition.leastPages && (isOfIncompleteFolder || count * 2 > pages.count)
        if isRepeated, !told.insert(missing.fault).inserted { continue }
        let message = isOfIncompleteFolder ? missing.message.inIncompleteFolder : missing.message
        findings.report(
          page: page.page, missing.range, isRepeated ? message.repeated(on: count, .ofTheme) : message,
          fix: isRepeated ? nil : missing.fix, verdict: isOfIncompleteFolder ? .review : .fault,
          pages: isRepeated ? count : nil)
      }
    }
  }
}

extension Message {
  fileprivate static func missing(_ kind: AddressUse.Kind, _ nearest: String?) -> Message {
    let subject =
      switch kind {
      case .link: Message(fr: "Ce lien mène à une page ou à un fichier", en: "This link leads to a page or file")
      case .image: Message(fr: "Cette image est un fichier", en: "This image is a file")
      case .asset: Message(fr: "La page a besoin d’un fichier", en: "The page needs a file")
      }
    guard let nearest else {
      return Message(
        fr: "\(subject.french) qui n’existe pas dans le site\u{A0}: corrigez l’adresse.",
        en: "\(subject.english) that does not exist in the site: correct the address.")
    }
    return Message(
      fr: "\(subject.french) qui n’existe pas dans le site\u{A0}: est-ce `\(nearest)`\u{202F}?",
      en: "\(subject.english) that does not exist in the site: is it `\(nearest)`?")
  }

  fileprivate var inIncompleteFolder: Message {
    Message(
      fr: "\(french) Aucun fichier de ce genre n’est dans le dossier des pages générées, qui est sans doute incomplet.",
      en: "\(english) No file of this kind is in the folder of the generated pages, which is probably incomplete.")
  }

  /// What most pages share is the theme's.
  fileprivate static let ofTheme = Message(fr: "elle vient du thème", en: "it comes from the theme")

  fileprivate static func aim(at address: String) -> Message {
    Message(fr: "Viser `\(address)`", en: "Aim at `\(address)`")
  }
}

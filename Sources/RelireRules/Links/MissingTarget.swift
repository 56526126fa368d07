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
      fr: "Le lecteur qui suit ce lien tombe sur une erreur, et l’image ou la feuille de style qui manque ne s’affiche pas.",
      en: "A reader who follows this link meets an error, and the image or style sheet that is missing does not show."),
    exceptions: Message(
      fr: "Les autres sites ne sont pas visités. Une adresse qu’un thème absent du disque, ou Hugo lui-même, peut fournir "
        + "n’est pas jugée. Un défaut répété par le thème n’est signalé qu’une fois.",
      en: "Other sites are not visited. An address that a theme which is not on disk, or Hugo itself, may provide is not "
        + "judged. A fault that the theme repeats is reported once."),
    references: [
      .specification("HTML, 4.6.3, Following hyperlinks"),
      .usage(Message(fr: "un lien interne mène à une page du site", en: "an internal link leads to a page of the site")),
    ],
    examples: [
      Example("Voir [la démarche](⟦demarche.md⟧).\n", path: "content/accueil.md"),
      Example("Voir [la démarche](⟦/guide/demarche/⟧).\n", path: "content/accueil.md"),
      Example("<p><a href=⟦/guide/demarche/⟧>La démarche</a>", format: .html, path: "public/accueil/index.html"),
      Example("<p><img src=\"⟦../img/carte.png⟧\" alt=\"\">", format: .html, path: "public/accueil/index.html"),
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
      let path: String
      /// What two pages have in common that lack the same thing. Feeds and other files for one page each differ in
      /// their folders only.
      let fault: String
      let range: SourceRange
      let message: Message
      let fix: Fix?
      let isAsset: Bool
    }

    let isGenerated: Bool
    /// How many addresses within the site lead somewhere: of pages, and of images, style sheets and the like.
    let links: Int
    let assets: Int
    let missing: [Missing]
  }

  public init() {}

  public func collect(from page: Page) -> Evidence? {
    guard page.place.role != .loose else { return nil }
    var links = 0
    var assets = 0
    var missing: [Evidence.Missing] = []
    for resolved in page.targets {
      let address = resolved.use
      let isAsset = address.kind != .link
      switch resolved.target {
      case .elsewhere: continue
      case .file, .redirected: if isAsset { assets += 1 } else { links += 1 }
      case .missing(let path, let nearest):
        missing.append(
          Evidence.Missing(
            path: path, fault: address.kind == .asset ? path.split(separator: "/").last.map(String.init) ?? path : path,
            range: address.range, message: .missing(address, nearest), fix: fix(address, nearest), isAsset: isAsset))
      }
    }
    if links + assets + missing.count == 0 { return nil }
    return Evidence(isGenerated: page.document.format == .html, links: links, assets: assets, missing: missing)
  }

  private func fix(_ address: AddressUse, _ nearest: String?) -> Fix? {
    guard let nearest, address.isWhole else { return nil }
    return Fix(.aim(at: nearest), .suggestion, [TextEdit(address.range, nearest)])
  }

  /// From this many pages on, a fault that most of them share is the theme's.
  private static let themePages = 3

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    let sources = pages.filter { !$0.value.isGenerated }
    var known: Set<String> = []
    for page in sources {
      for missing in page.value.missing {
        known.insert(missing.path)
        findings.report(page: page.page, missing.range, missing.message, fix: missing.fix)
      }
    }
    judge(generated: pages.filter { $0.value.isGenerated }, known: known, &findings)
  }

  private func judge(
    generated pages: [PageEvidence<Evidence>], known: Set<String>, _ findings: inout SiteFindings
  ) {
    var found = (links: 0, assets: 0)
    var lost = (links: 0, assets: 0)
    var holders: [String: Set<Int>] = [:]
    for page in pages {
      found.links += page.value.links
      found.assets += page.value.assets
      for missing in page.value.missing {
        if missing.isAsset { lost.assets += 1 } else { lost.links += 1 }
        holders[missing.fault, default: []].insert(page.page)
      }
    }
    // Pages made for another address: what is missing then says nothing.
    if pages.count >= Self.themePages, lost.links > found.links { return }
    // The folder holds the pages alone: this is said once.
    let hasNoAssets = found.assets == 0 && lost.assets >= 2 * Self.themePages
    var told: Set<String> = []
    for page in pages {
      for missing in page.value.missing where !known.contains(missing.path) {
        if hasNoAssets, missing.isAsset {
          if told.insert("").inserted {
            findings.report(page: page.page, missing.range, .noAssets, verdict: .review)
          }
          continue
        }
        let count = holders[missing.fault]?.count ?? 1
        let isRepeated = count >= Self.themePages && count * 2 > pages.count
        if isRepeated, !told.insert(missing.fault).inserted { continue }
        findings.report(
          page: page.page, missing.range, isRepeated ? missing.message.repeated(on: count) : missing.message,
          fix: isRepeated ? nil : missing.fix)
      }
    }
  }
}

extension Message {
  fileprivate static func missing(_ address: AddressUse, _ nearest: String?) -> Message {
    let subject =
      switch address.kind {
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

  fileprivate static let noAssets = Message(
    fr: "Aucune image, feuille de style ni autre fichier des pages générées n’est dans leur dossier\u{A0}: il est sans "
      + "doute incomplet, et ces fichiers ne sont pas vérifiés.",
    en: "No image, style sheet or other file of the generated pages is in their folder: it is probably incomplete, and "
      + "these files are not checked.")

  fileprivate func repeated(on count: Int) -> Message {
    Message(
      fr: "\(french) Le même défaut se répète sur \(count) pages\u{A0}: il vient du thème.",
      en: "\(english) The same fault is on \(count) pages: it comes from the theme.")
  }

  fileprivate static func aim(at address: String) -> Message {
    Message(fr: "Viser `\(address)`", en: "Aim at `\(address)`")
  }
}

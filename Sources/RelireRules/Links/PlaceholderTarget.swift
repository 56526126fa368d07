import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// A link whose address is still to be filled in.
public struct PlaceholderTarget: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/placeholder-target",
    severity: .error,
    summary: Message(fr: "Un lien ne mène nulle part.", en: "A link leads nowhere."),
    rationale: Message(
      fr:
        "Une adresse vide, réduite à «\u{A0}#\u{A0}» ou remplacée par du JavaScript renvoie au début de la page ou ne "
        + "fait rien\u{A0}: c’est le plus souvent un lien resté à compléter.",
      en: "An address that is empty, a mere “#” or JavaScript leads back to the top of the page or does nothing: most "
        + "often it is a link left to be filled in."),
    exceptions: Message(
      fr: "Un lien de retour en haut de page peut viser «\u{A0}#\u{A0}». Un élément qui sert de bouton (role, "
        + "aria-expanded, onclick…) n’est pas jugé.",
      en: "A link back to the top may target “#”. An element that works as a button (role, aria-expanded, onclick…) is "
        + "not judged."),
    references: [
      .wcag("2.4.4"),
      .specification("HTML, 4.6.2, Links created by a and area elements"),
    ],
    examples: [
      Example("Voir la [FAQ](⟦#⟧).\n"),
      Example("Voir la ⟦[FAQ]()⟧.\n"),
      Example("<a href=⟦\"javascript:void(0)\"⟧>FAQ</a>", format: .html),
      Example("<a href=⟦#⟧>FAQ</a>", format: .html),
      Example("<a ⟦href⟧>FAQ</a>", format: .html),
      Example("<a href=⟦http://⟧>FAQ</a>", format: .html),
      Example("Voir la [FAQ](#faq) ou [le guide](/guide/).\n"),
      Example("[Haut de page](#)\n"),
      Example("<a href=# role=button aria-expanded=false>Menu</a>", format: .html),
      Example("<a href=# @click.prevent=\"ouvrir()\">Filtres</a>", format: .html),
      Example("<a href=# v-on:click=ouvrir>Filtres</a><a href=# hx-get=/liste>Liste</a>", format: .html),
      Example("<a href=# (click)=\"ouvrir()\">Filtres</a><a href=# wire:click=trier>Trier</a>", format: .html),
      Example("<a href=# :href=\"page.adresse\">La page</a>", format: .html),
      Example("<a href=⟦#⟧ x-show=ouvert>FAQ</a>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    for link in page.links.filtered(.mayBePlaceholder) { check(link, on: page, &findings) }
  }

  private func check(_ link: PageLink, on page: Page, _ findings: inout Findings) {
    let document = page.document
    let element = link.node
    guard let number = link.href, let kind = Kind(document.attributes[number].value), !page.outline.isHidden(element),
      !isControl(element, document)
    else { return }
    let href = document.attributes[number]
    // The permalink of a heading without a text has nothing to point to: the heading is the fault.
    if kind == .top, leadsToTop(element, page) || Outline.isPermalink(element, in: document) { return }
    findings.report(place(of: href, element, document), .leadsNowhere(kind))
  }

  fileprivate enum Kind {
    case empty, top, script, scheme

    init?(_ target: String) {
      // Nearly all targets are ruled out by their length or first byte.
      if let first = target.utf8.first, first > 0x20, target.utf8.count > 11 || first == UInt8(ascii: "/"),
        first | 0x20 != UInt8(ascii: "j")
      {
        return nil
      }
      let target = target.trimmingBlanks
      switch target.utf8.first {
      case nil: self = .empty
      case UInt8(ascii: "#") where target == "#" || target == "#!": self = .top
      case UInt8(ascii: "j"), UInt8(ascii: "J"):
        guard target.lowercased().hasPrefix("javascript:") else { return nil }
        self = .script
      case UInt8(ascii: "a") where target == "about:blank": self = .scheme
      case UInt8(ascii: "h") where ["http:", "https:", "http://", "https://"].contains(target): self = .scheme
      case UInt8(ascii: "m") where target == "mailto:": self = .scheme
      case UInt8(ascii: "t") where target == "tel:": self = .scheme
      default: return nil
      }
    }
  }

  /// Whether a script makes something other than a link of it.
  private func isControl(_ element: NodeID, _ document: Document) -> Bool {
    document.attributes(of: element).contains { attribute in
      switch attribute.name {
      case .role: attribute.value.lowercased() != "link"
      case .onclick, .ariaExpanded, .ariaControls, .ariaHaspopup, .ariaPressed, .ariaSelected, .tabindex: true
      default: Self.isOfScript(document.spelling(attribute.name))
      }
    }
  }

  /// Whether a script works with an attribute: its data, or what a framework makes of it.
  private static func isOfScript(_ name: String) -> Bool {
    if name.hasPrefix("data-") { return true }
    switch Binding(name) {
    case .action, .anything, .attribute("href"): return true
    case .attribute, .content, nil: return false
    }
  }

  private func leadsToTop(_ element: NodeID, _ page: Page) -> Bool {
    let words = FoldedText(page.accessibility.name(of: element).text).description.split(separator: " ")
    return words.contains { ["haut", "debut", "sommet", "top", "sommaire"].contains($0) }
  }

  /// The address where there is one, else what stands in its place.
  private func place(of href: Attribute, _ element: NodeID, _ document: Document) -> SourceRange {
    if !href.valueRange.isEmpty {
      guard href.quote != 0 else { return href.valueRange }
      return SourceRange(href.valueRange.start - 1, href.valueRange.end + 1)
    }
    return document.format == .html && !href.nameRange.isEmpty ? href.nameRange : document.signpost(of: element)
  }
}

extension Message {
  fileprivate static func leadsNowhere(_ kind: PlaceholderTarget.Kind) -> Message {
    switch kind {
    case .empty:
      Message(
        fr: "Ce lien n’a pas d’adresse\u{A0}: donnez celle de la page visée, ou retirez le lien.",
        en: "This link has no address: give that of the page it is meant for, or remove the link.")
    case .top:
      Message(
        fr:
          "Ce lien vise «\u{A0}#\u{A0}», c’est-à-dire le haut de cette page\u{A0}: donnez l’adresse de la page visée.",
        en: "This link targets “#”, the top of this page: give the address of the page it is meant for.")
    case .script:
      Message(
        fr: "Ce lien exécute un script au lieu de mener à une page\u{A0}: donnez une adresse, ou faites-en un bouton.",
        en: "This link runs a script instead of leading to a page: give it an address, or make it a button.")
    case .scheme:
      Message(
        fr: "L’adresse de ce lien est restée incomplète\u{A0}: complétez-la, ou retirez le lien.",
        en: "This link’s address was left unfinished: complete it, or remove the link.")
    }
  }
}

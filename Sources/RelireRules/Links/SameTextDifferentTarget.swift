import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// Two links with one text that lead to different places.
public struct SameTextDifferentTarget: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/same-text-different-target",
    severity: .info,
    summary: Message(
      fr: "Deux liens de même intitulé mènent à des endroits différents.",
      en: "Two links with the same text lead to different places."),
    rationale: Message(
      fr: "Qui parcourt la liste des liens entend deux fois la même chose et ne sait lequel choisir.",
      en: "Whoever goes through the list of links hears the same twice and does not know which to choose."),
    references: [.rgaa("6.1.1"), .wcag("2.4.4"), .wcag("2.4.9"), .act("b20e66"), .act("fd3a94")],
    examples: [
      Example("<p><a href=/tarifs>Tarifs</a> <a href=/offre>⟦Tarifs⟧</a></p>", format: .html),
      Example("<p><a href=/tarifs>Tarifs</a> <a href=/tarifs/>Tarifs</a></p>", format: .html),
      Example("<p><a href=/imprimer>Imprimer</a> <a href=javascript:print()>Imprimer</a></p>", format: .html),
      Example(
        "<p><a href=#pieces>Pièces</a> <a href=/accueil/#pieces>Pièces</a></p>", format: .html,
        path: "public/accueil/index.html"),
      Example(
        "<p><a href=\"/?page=un\">Suite</a> <a href=\"/?page=deux\">⟦Suite⟧</a></p>", format: .html,
        path: "public/accueil/index.html"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard page.elements.links.count > 1 else { return }
    let links = page.links.all
    /// The first link of each text, by its number from 1.
    var known = HashTable(capacity: links.count)
    for (number, link) in links.enumerated() where link.href != nil && !link.facts.contains(.isArea) {
      guard let hash = Self.hash(link, page) else { continue }
      let earlier = known.find(hash) { _ in true }
      guard earlier > 0 else {
        known.insert(hash, UInt32(number + 1))
        continue
      }
      let first = links[Int(earlier) - 1]
      guard let href = link.href, let other = first.href,
        document.attributes[href].value != document.attributes[other].value,
        Self.leads(document.attributes[href].value), Self.leads(document.attributes[other].value),
        // Two places of this page, as in a table of contents: what is alike is two headings, and told of them.
        !(document.attributes[href].value.hasPrefix("#") && document.attributes[other].value.hasPrefix("#")),
        AddressComparison.isClearlyOther(document.attributes[other].value, document.attributes[href].value),
        isSameName(first.node, link.node, page),
        !page.isSamePlace(document.attributes[other].value, document.attributes[href].value)
      else { continue }
      findings.report(Self.place(link.node, document), .other, verdict: .review)
    }
  }

  /// Whether an address is that of a place, and no script.
  private static func leads(_ address: String) -> Bool {
    address.utf8.first != UInt8(ascii: "j") || !address.lowercased().hasPrefix("javascript:")
  }

  /// Of the link’s own text where that names it, for names take longer to make; nil for a link without a name.
  private static func hash(_ link: PageLink, _ page: Page) -> UInt32? {
    let document = page.document
    let text = document.prose.trimmed(link.text)
    // Signs, as `#` beside headings.
    if text.count == 1 { return nil }
    if text.isEmpty, !link.facts.contains(.hasOtherAttribute), document[link.node].subtreeEnd == link.node.index + 1 {
      return nil
    }
    let hasAriaName = link.facts.contains(.hasAriaName) && page.accessibility.hasAriaName(link.node)
    if !text.isEmpty, !hasAriaName, !link.facts.contains(.textHasObject) { return document.prose.hash(text) }
    var name = page.accessibility.name(of: link.node).text
    return name.isEmpty ? nil : name.withUTF8 { FoldedHash.of($0) }
  }

  private func isSameName(_ first: NodeID, _ second: NodeID, _ page: Page) -> Bool {
    let tree = page.accessibility
    guard tree.isExposed(first), tree.isExposed(second) else { return false }
    let name = tree.name(of: second).text.lowercased()
    return name.count > 1 && !name.contains("\u{FFFC}") && name == tree.name(of: first).text.lowercased()
  }

  /// The text of the link, or the whole link where it has none.
  private static func place(_ element: NodeID, _ document: Document) -> SourceRange {
    let text = document.children(of: element).filter { document[$0].kind == .text }
    guard let first = text.first, let last = text.last else { return document.signpost(of: element) }
    return document[first].range.union(document[last].range)
  }
}

extension Page {
  /// Whether two addresses lead to one file of the site and one place in it: `#x` and `/page/#x` on that page.
  fileprivate func isSamePlace(_ a: String, _ b: String) -> Bool {
    guard let site, place.role != .loose, !a.utf8.contains(UInt8(ascii: "?")), !b.utf8.contains(UInt8(ascii: "?"))
    else { return false }
    let base = document.baseAddress
    let targets = [a, b].map { site.target(of: $0, from: path, frontMatter: document.frontMatter, base: base) }
    guard case .file = targets[0] else { return false }
    return targets[0] == targets[1]
  }
}

extension Message {
  fileprivate static let other = Message(
    fr: "Un lien de même intitulé mène ailleurs\u{A0}: dites dans chacun où il mène.",
    en: "A link with the same text leads elsewhere: say in each where it leads.")
}

import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel
import RelireSite

/// One page as the rules see it: its document, its place in the site, the settings that hold for it.
///
/// An immutable class, as `Document` is: every call of a rule hands it on.
public final class Page: Sendable {
  public let document: Document
  /// Relative to the site's root or the working directory, `/`-separated.
  public let path: String
  public let settings: RuleSettings
  public let place: PagePlace
  /// The site that the page belongs to; nil outside any. `path` is then relative to the site's root.
  public let site: SiteIndex?
  /// The headings, the front matter's title included where the site draws it.
  public let outline: Outline
  let elements: ElementIndex

  public init(
    document: Document, path: String, settings: RuleSettings = RuleSettings(), place: PagePlace = PagePlace(),
    site: SiteIndex? = nil
  ) {
    self.document = document
    self.path = path
    self.settings = settings
    self.place = place
    self.site = site
    outline = Outline(of: document, countsTitle: place.titleIsHeading)
    elements = ElementIndex(document)
  }

  private let lazyTree = Lazy<AccessibilityTree>()
  private let lazyLinks = Lazy<PageLinks>()
  private let lazyWords = Lazy<PageWords>()
  private let lazySections = Lazy<[[FoundSection]]>()
  private let lazyTargets = Lazy<[ResolvedAddress]>()
  private let lazyTitle = Lazy<PageText?>()
  private let lazyDescription = Lazy<PageText?>()
  private let lazyIsNotAPage = Lazy<Bool>()
  private let lazyCellHeads = Lazy<[NodeID: TableModel.Heads]>()

  /// How assistive technologies meet the page: computed once, and only if a rule asks.
  public var accessibility: AccessibilityTree { lazyTree.value { AccessibilityTree(document, styles: outline.styles) } }

  /// The words of the page's prose in the lexicon.
  var words: PageWords { lazyWords.value { PageWords(document.prose, settings.lexicon) } }

  /// Where the page has the sections of `settings.sections`, in their order; empty where it has none of them.
  var foundSections: [[FoundSection]] { lazySections.value { FoundSection.search(settings.sections, self) } }

  /// All addresses on the page and where they lead in its site; empty outside of any.
  var targets: [ResolvedAddress] {
    lazyTargets.value {
      guard let site else { return [] }
      let base = document.baseAddress
      return document.addresses().map { use in
        ResolvedAddress(
          use: use, target: site.target(of: use.value, from: path, frontMatter: document.frontMatter, base: base))
      }
    }
  }

  /// The page's links, each looked at once.
  var links: PageLinks { lazyLinks.value { PageLinks(elements.links, in: document) } }

  /// What stands at the head of the rows and columns of the cells of the page's tables.
  var cellHeads: [NodeID: TableModel.Heads] {
    lazyCellHeads.value {
      let tables = document.nodes.indices.lazy.map { NodeID($0) }.filter { self.document.isElement($0, .table) }
      return tables.reduce(into: [:]) { heads, table in
        guard let model = TableModel(table, in: accessibility) else { return }
        heads.merge(model.heads) { first, _ in first }
      }
    }
  }

  /// Whether the page has any of these sections: many have none.
  var hasFoundSections: Bool { !foundSections.isEmpty }

  /// Whether the file is no page to be read: its front matter says so, or a section’s above it, or it is part of another
  /// page.
  var isNotAPage: Bool {
    lazyIsNotAPage.value {
      if document.frontMatter?.root?.isNotAPage ?? false { return true }
      guard let site, document.format == .markdown, let page = site.page(path) else { return false }
      return page.kind == .resource || site.publication(of: page, document.frontMatter) == .never
    }
  }

  /// The front matter's title, or the HTML `title` element's text. Nil when it is missing or empty.
  var title: PageText? { lazyTitle.value { PageText(titleOf: document) } }

  /// The front matter's description, or that of the HTML `meta` element. Nil when it is missing or empty.
  var description: PageText? { lazyDescription.value { PageText(descriptionOf: document) } }

  public var conventions: Conventions { settings.conventions }
}

import RelireDocuments
import RelireLexicon
import RelireSite

/// One page as the rules see it: its document, its place in the site, the settings that hold for it.
public struct Page: Sendable {
  public let document: Document
  /// Relative to the site's root or the working directory, `/`-separated.
  public let path: String
  public let settings: RuleSettings
  public let place: PagePlace
  /// The headings, the front matter's title included where the site draws it.
  public let outline: Outline

  public init(
    document: Document, path: String, settings: RuleSettings = RuleSettings(), place: PagePlace = PagePlace()
  ) {
    self.document = document
    self.path = path
    self.settings = settings
    self.place = place
    outline = Outline(of: document, countsTitle: place.titleIsHeading)
  }

  public var conventions: Conventions { settings.conventions }
}

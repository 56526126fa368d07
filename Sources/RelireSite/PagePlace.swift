/// Where a page stands in its site.
public struct PagePlace: Sendable {
  public enum Role: Sendable {
    /// The site's home page, in any of its languages.
    case home
    /// A page of the content.
    case content
    /// A page that Hugo makes without a source page: 404, taxonomy lists, further pages of a list, redirections…
    case generated
    /// A file outside any known site.
    case loose
  }

  public var role: Role
  /// Whether the site draws the front matter title as the page's first heading.
  public var titleIsHeading: Bool
  /// The code of the site's language that the page is in, as in `languages`; nil when the site does not tell.
  public var language: String?
  /// The page's first folder in the content, as written; empty at the top, nil outside the content.
  public var section: String?

  public init(
    role: Role = .loose, titleIsHeading: Bool = true, language: String? = nil, section: String? = nil
  ) {
    self.role = role
    self.titleIsHeading = titleIsHeading
    self.language = language
    self.section = section
  }
}

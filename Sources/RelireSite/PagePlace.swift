/// Where a page stands in its site.
public struct PagePlace: Sendable {
  public enum Role: Sendable {
    /// The site's home page.
    case home
    /// A page of the content.
    case content
    /// A page that Hugo makes without a source page: 404, taxonomy lists, alias redirections, search…
    case generated
    /// A file outside any known site.
    case loose
  }

  public var role: Role
  /// Whether the site draws the front matter title as the page's first heading.
  public var titleIsHeading: Bool

  public init(role: Role = .loose, titleIsHeading: Bool = true) {
    self.role = role
    self.titleIsHeading = titleIsHeading
  }
}

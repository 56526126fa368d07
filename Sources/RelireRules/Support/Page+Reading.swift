import RelireDocuments

extension Page {
  /// Whether this is a page that people are meant to find and read: of a site's content, or with a front matter or
  /// an HTML head of its own; not one that Hugo makes by itself.
  var isReadPage: Bool {
    switch place.role {
    case .home, .content: !hasBrokenFrontMatter
    case .generated: false
    case .loose:
      document.format == .html && document.frontMatter == nil ? document.isWholePage : title != nil
    }
  }

  /// Whether what the front matter says is unknown: that is told, and no key that it may have is missed.
  var hasBrokenFrontMatter: Bool { document.problems.contains { $0.kind == .frontMatter } }
}

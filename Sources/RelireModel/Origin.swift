/// Where a fault that shows on generated pages comes from.
public enum Origin: Sendable, Hashable, Codable {
  /// From the site's templates: the number of pages that show it, and the template where it can be told (relative to
  /// the site's root). The diagnostic stands on one of the pages.
  case template(pages: Int, file: String?)
  /// From the text of a source page, or of a file of the site (its configuration, translations, data), where the
  /// diagnostic stands; this is a generated page that shows it.
  case source(page: String)
}

import RelireDocuments

/// Whether a source page becomes one that readers can open.
public enum Publication: Sendable, Hashable {
  case published
  case draft
  /// Before its day (`2026-11-23`).
  case future(String)
  /// From its day on.
  case expired(String)
  /// Never: `headless`, `build.render`.
  case never
}

extension Site {
  /// Source: Hugo’s documentation of front matter, build options and headless bundles.
  ///
  /// - Parameter today: as `2026-11-23`; nil where the day must not matter.
  func publication(of page: SitePage, _ head: PageHead, today: String?) -> Publication {
    guard let configuration else { return head["published"]?.bool == false ? .draft : .published }
    let render = (head["build"] ?? head["_build"])?["render"]
    if render?.bool == false || ["never", "link"].contains(render?.string?.lowercased()) { return .never }
    if head["headless"]?.bool == true { return .never }
    if head["draft"]?.bool == true, !configuration.buildsDrafts { return .draft }
    guard let today else { return .published }
    if let start = head.date("publishDate", "pubdate", "published", "date")?.asDay, start > today,
      !configuration.buildsFuture
    {
      return .future(start)
    }
    if let end = head.date("expiryDate", "unpublishdate")?.asDay, end <= today, !configuration.buildsExpired {
      return .expired(end)
    }
    return .published
  }
}

extension String {
  /// The day of a date (`2026-11-23`), whose texts are in order when their days are; nil for what is no date.
  fileprivate var asDay: String? {
    let day = prefix(10)
    return day.utf8.count == 10 && day.utf8.allSatisfy { $0 == 0x2D || $0 &- 0x30 < 10 } ? String(day) : nil
  }
}

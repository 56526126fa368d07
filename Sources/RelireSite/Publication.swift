import RelireDocuments
import RelireModel

/// Whether a source page becomes one that readers can open.
public enum Publication: Sendable, Hashable {
  case published
  case draft
  /// Before its day.
  case future(CalendarDate)
  /// From its day on.
  case expired(CalendarDate)
  /// Never: `headless`, `build.render`.
  case never
}

extension Site {
  /// Source: Hugo’s documentation of front matter, build options and headless bundles.
  ///
  /// - Parameter today: nil where the day must not matter.
  func publication(_ head: PageHead, today: CalendarDate?) -> Publication {
    guard let configuration else { return head["published"]?.bool == false ? .draft : .published }
    if head.isNeverRendered { return .never }
    if head["draft"]?.bool == true, !configuration.buildsDrafts { return .draft }
    guard let today else { return .published }
    if let start = head.date("publishDate", "pubdate", "published", "date").flatMap({ CalendarDate(prefixOf: $0) }),
      start > today,
      !configuration.buildsFuture
    {
      return .future(start)
    }
    if let end = head.date("expiryDate", "unpublishdate").flatMap({ CalendarDate(prefixOf: $0) }), end <= today,
      !configuration.buildsExpired
    {
      return .expired(end)
    }
    return .published
  }
}

extension PageHead {
  /// Whether Hugo writes no page of its own for the file.
  fileprivate var isNeverRendered: Bool {
    if self["headless"]?.bool == true { return true }
    let render = (self["build"] ?? self["_build"])?["render"]
    return render?.bool == false || ["never", "link"].contains(render?.string?.lowercased())
  }
}

extension DataNode {
  /// Whether the front matter says, by itself, that Hugo writes no page of its own for the file.
  package var isNeverRendered: Bool { PageHead(self).isNeverRendered }
}

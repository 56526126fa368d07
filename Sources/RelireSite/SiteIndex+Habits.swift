import RelireDocuments
import RelireModel

/// What the site's pages mostly do, for who judges one page of them.
extension SiteIndex {
  /// How many source pages are looked at: enough to tell a habit.
  private static let surveyed = 200

  /// Whether most source pages with a front matter have one of these keys in it, filled in or not.
  ///
  /// Reads the front matter of some pages, once: ask only when something is wrong with a page.
  public func mostlyHas(keys: [String]) -> Bool {
    let habits = frontMatterHabits
    let most = keys.map { habits.counts[$0.lowercased()] ?? 0 }.max() ?? 0
    return most * 2 > habits.pages
  }

  private var frontMatterHabits: FrontMatterHabits {
    lazyHabits.value {
      var habits = FrontMatterHabits()
      forEachPage { path, page in
        guard habits.pages < Self.surveyed, page.kind != .home, let root = frontMatter(of: path)?.root else { return }
        habits.pages += 1
        for key in Set(root.entries.map { $0.key.lowercased() }) { habits.counts[key, default: 0] += 1 }
      }
      return habits
    }
  }
}

/// How many of the surveyed pages have each key, in small letters.
struct FrontMatterHabits: Sendable {
  var pages = 0
  var counts: [String: Int] = [:]
}

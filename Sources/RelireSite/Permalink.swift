import RelireDocuments
import RelireModel

/// What the placeholders of a page's permalink stand for.
///
/// Source: Hugo’s documentation of permalinks; the tests compare with Hugo itself.
struct Permalink {
  private let page: SitePage
  private let head: PageHead
  private let site: Site
  private let section: (String) -> SectionHead

  init(_ page: SitePage, _ head: PageHead, _ site: Site, _ section: @escaping (String) -> SectionHead) {
    self.page = page
    self.head = head
    self.site = site
    self.section = section
  }

  /// The path that a pattern gives for the page.
  func expand(_ pattern: String) -> String {
    var result = ""
    var rest = pattern[...]
    while let colon = rest.firstIndex(of: ":") {
      result += rest[..<colon]
      rest = rest[rest.index(after: colon)...]
      let token = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      rest = rest[token.endIndex...]
      var slice: Substring?
      if rest.first == "[", let close = rest.firstIndex(of: "]") {
        slice = rest[rest.index(after: rest.startIndex)..<close]
        rest = rest[rest.index(after: close)...]
      }
      result += value(of: token, slice) ?? ":" + token
    }
    result += rest
    // A token without a value leaves no empty part.
    while let double = result.firstRange(of: "//") { result.replaceSubrange(double, with: "/") }
    return result
  }

  private func value(of token: Substring, _ slice: Substring?) -> String? {
    switch token {
    case "section": site.name(page.section)
    case "sections": sections(slice) { site.name($0.name) }
    case "sectionslug": sections("0", slug)
    case "sectionslugs": sections(slice, slug)
    case "title": title
    case "slug": slugText ?? (title.isEmpty ? site.name(page.name) : title)
    case "filename", "contentbasename": site.name(page.name)
    case "slugorfilename", "slugorcontentbasename": slugText ?? site.name(page.name)
    default: date.permalinkPart(token)
    }
  }

  /// Without a date Hugo takes the first day of all.
  private var date: CalendarDate {
    head.date("date", "publishDate", "pubdate", "published").flatMap { CalendarDate(prefixOf: $0) }
      ?? CalendarDate(year: 1, month: 1, day: 1)
  }

  private var title: String { site.slug(head.text("title") ?? "") }
  private var slugText: String? { head.text("slug").map { site.slug($0) } }

  // MARK: Sections

  private typealias Section = (name: String, head: SectionHead)

  private func slug(_ section: Section) -> String {
    (section.head.slug ?? section.head.title).map { site.slug($0) } ?? site.name(section.name)
  }

  /// Folders with a page of their own, and the first one without it too.
  private func sections(_ slice: Substring?, _ text: (Section) -> String) -> String {
    let names = page.kind == .section ? page.folders + [page.name] : page.folders
    var folder = ""
    var sections: [Section] = []
    for name in names {
      folder = Path.join(folder, name)
      let head = section(folder)
      if sections.isEmpty || head.hasPage { sections.append((name, head)) }
    }
    return Self.slice(sections, slice).map(text).joined(separator: "/")
  }

  /// `[1]`, `[1:]`, `[:last]`: what lies beyond the end is nothing.
  private static func slice(_ sections: [Section], _ slice: Substring?) -> ArraySlice<Section> {
    guard let slice else { return sections[...] }
    func bound(_ text: Substring, else missing: Int) -> Int {
      text.isEmpty ? missing : text.lowercased() == "last" ? sections.count - 1 : max(0, Int(text) ?? 0)
    }
    guard let colon = slice.firstIndex(of: ":") else {
      let index = bound(slice, else: 0)
      return sections.indices.contains(index) ? sections[index...index] : []
    }
    let start = bound(slice[..<colon], else: 0)
    let end = min(sections.count, bound(slice[slice.index(after: colon)...], else: sections.count))
    return start < end ? sections[start..<end] : []
  }
}

extension CalendarDate {
  /// In English whatever the language, in small letters as all of a path.
  private static let permalinkMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let permalinkWeekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]

  /// What a placeholder of a permalink makes of the day; nil for what is none.
  fileprivate func permalinkPart(_ token: Substring) -> String? {
    switch token {
    // Go’s sample date is another way to write the same parts.
    case "year", "2006": year.padded(4)
    case "06": (year % 100).padded(2)
    case "month", "01": month.padded(2)
    case "1": String(month)
    case "monthname", "January": Self.permalinkMonths[month - 1]
    case "Jan": String(Self.permalinkMonths[month - 1].prefix(3))
    case "day", "02": day.padded(2)
    case "2": String(day)
    case "yearday": String(dayOfYear)
    case "weekday": String(gregorianWeekday % 7)
    case "weekdayname", "Monday": Self.permalinkWeekdays[gregorianWeekday % 7]
    case "Mon": String(Self.permalinkWeekdays[gregorianWeekday % 7].prefix(3))
    default: nil
    }
  }
}

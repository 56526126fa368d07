import RelireDocuments

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
    default: PermalinkDate(head.date("date", "publishDate", "pubdate", "published") ?? "").value(of: token)
    }
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
      folder = SitePath.join(folder, name)
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

/// What the placeholders of a permalink make of a date.
private struct PermalinkDate {
  private let year: Int
  private let month: Int
  private let day: Int

  /// - Parameter text: as `2024-03-09`, whatever follows it. Another text is the first day of all, as in Hugo.
  init(_ text: String) {
    let parts = text.prefix(10).split(separator: "-").map { Int($0) ?? 0 }
    let isDate = parts.count == 3 && (1...12).contains(parts[1]) && parts[2] > 0
    (year, month, day) = isDate ? (parts[0], parts[1], parts[2]) : (1, 1, 1)
  }

  /// In English whatever the language, in small letters as all of a path.
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

  func value(of token: Substring) -> String? {
    switch token {
    // Go’s sample date is another way to write the same parts.
    case "year", "2006": padded(year, 4)
    case "06": padded(year % 100, 2)
    case "month", "01": padded(month, 2)
    case "1": String(month)
    case "monthname", "January": Self.months[month - 1]
    case "Jan": String(Self.months[month - 1].prefix(3))
    case "day", "02": padded(day, 2)
    case "2": String(day)
    case "yearday": String(dayOfYear)
    case "weekday": String(weekday)
    case "weekdayname", "Monday": Self.weekdays[weekday]
    case "Mon": String(Self.weekdays[weekday].prefix(3))
    default: nil
    }
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private var dayOfYear: Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].prefix(month - 1).reduce(day, +)
  }

  /// 0 for Sunday. Source: Tomohiko Sakamoto’s method.
  private var weekday: Int {
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] + day) % 7
  }
}

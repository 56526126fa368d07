import RelireDocuments

/// Where generators other than Hugo publish pages.
extension OtherGenerator {
  /// The paths that a page's URL may have from the top of the site, `/`-led, the generator's own way first. Which one
  /// it is, the generated files tell: themes, plugins and defaults by folder change it in ways that paths do not show.
  func addresses(of page: SitePage, _ frontMatter: FrontMatter?) -> [String] {
    var result = Ordered()
    if let permalink = frontMatter?["permalink"]?.scalarText {
      // `permalink: false`: the page is read, but not published.
      if permalink == "false" { return [] }
      result.add(expand(permalink, Parts(page, frontMatter)))
    }
    let parts = Parts(page, frontMatter)
    for pattern in patterns(for: parts) { result.add(expand(pattern, parts)) }
    for folders in [parts.folders, parts.folders.map(\.asSlug)] {
      for name in [parts.name, parts.title, parts.slug, parts.name.asSlug, parts.title.asSlug] {
        result.add(ofFile(folders, name, isIndex: parts.isIndex))
      }
    }
    return result.addresses
  }

  /// `page.html` or `page/`; for the page of a folder, `index` or one of the folder's own name, that of the folder.
  private func ofFile(_ folders: [String], _ name: String, isIndex: Bool) -> [String] {
    let path = "/" + (folders + [name].filter { !$0.isEmpty }).joined(separator: "/")
    if isIndex { return [path == "/" ? path : path + "/"] }
    let isOfFolder = kind == .eleventy && folders.last == name
    let folder = isOfFolder ? "/" + folders.joined(separator: "/") + "/" : path + "/"
    let isPretty = kind == .eleventy || permalink == "pretty" || permalink?.hasSuffix("/") == true
    return isPretty ? [folder, path + ".html"] : [path + ".html", folder]
  }

  // MARK: Patterns

  /// Jekyll's patterns for a post or a page of a collection.
  private func patterns(for parts: Parts) -> [String] {
    if parts.isPost { return (permalink.map { [Self.styles[$0] ?? $0] } ?? []) + Self.styles.values.sorted(by: >) }
    guard let collection = parts.collection else { return [] }
    return [collections[collection] ?? nil].compactMap { $0 } + ["/:collection/:path.html", "/:collection/:path/"]
  }

  /// Jekyll's built-in styles.
  private static let styles = [
    "date": "/:categories/:year/:month/:day/:title.html", "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html", "none": "/:categories/:title.html",
  ]

  private func expand(_ pattern: String, _ parts: Parts) -> [String] {
    guard let pattern = withoutTemplates(pattern, parts) else { return [] }
    var result = ""
    var rest = pattern[...]
    while let colon = rest.firstIndex(of: ":") {
      result += rest[..<colon]
      let token = rest[rest.index(after: colon)...].prefix { $0.isLetter || $0 == "_" }
      result += parts.value(of: token) ?? ":" + token
      rest = rest[token.endIndex...]
    }
    result = "/" + SitePath.normalised(result + rest) + (pattern.hasSuffix("/") ? "/" : "")
    if result == "//" { result = "/" }
    // Without a slash or an extension at its end, both are possible.
    return result.hasSuffix("/") || SitePath.name(result).contains(".") ? [result] : [result + ".html", result + "/"]
  }

  /// A permalink with what its template tags stand for; nil where they say something else than a page's name.
  private func withoutTemplates(_ permalink: String, _ parts: Parts) -> String? {
    var result = ""
    var rest = permalink[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      let words = rest[open.upperBound..<close.lowerBound].filter { !$0.isWhitespace && $0 != "-" }
      guard let value = parts.templateValue(of: words) else { return nil }
      result += rest[..<open.lowerBound] + value
      rest = rest[close.upperBound...]
    }
    result += rest
    return result.contains("{{") || result.contains("{%") ? nil : result
  }
}

/// Addresses in the order in which they come to mind, each once.
private struct Ordered {
  private(set) var addresses: [String] = []

  mutating func add(_ others: [String]) {
    for other in others where !addresses.contains(other) { addresses.append(other) }
  }
}

/// What a page's path and front matter give to build its address of.
private struct Parts {
  /// Those that are part of the address.
  let folders: [String]
  /// The file's name; for the page of a folder that of the folder.
  let name: String
  /// The name without the date before it.
  let title: String
  /// As the front matter gives it, else the title's.
  let slug: String
  let isIndex: Bool
  let isPost: Bool
  /// The Jekyll collection it is in, by its folder `_name`.
  let collection: String?
  private let date: (year: String, month: String, day: String)
  private let categories: [String]
  private let pageTitle: String?

  init(_ page: SitePage, _ frontMatter: FrontMatter?) {
    name = page.name
    pageTitle = frontMatter?["title"]?.scalarText
    isIndex = page.isBundle
    let stamp = page.name.prefix(10)
    let isDated = page.name.utf8.count > 11 && stamp.isDay && page.name.dropFirst(10).first == "-"
    title = isDated ? String(page.name.dropFirst(11)) : page.name
    slug = frontMatter?["slug"]?.scalarText ?? title.asSlug
    let given = frontMatter?["date"]?.scalarText?.prefix(10)
    let day = given.flatMap { $0.isDay ? $0 : nil } ?? stamp
    date = (String(day.prefix(4)), String(day.dropFirst(5).prefix(2)), String(day.suffix(2)))
    let place = page.folders.firstIndex { $0 == "_posts" || $0 == "_drafts" }
    isPost = place != nil
    var named = frontMatter?["categories"]?.texts ?? frontMatter?["category"]?.texts ?? []
    // A single text is a list of words.
    if named.count == 1 { named = named[0].split(separator: " ").map(String.init) }
    categories = (place.map { Array(page.folders[..<$0]) } ?? []) + named.map { $0.lowercased() }
    let marked = page.folders.first { $0.hasPrefix("_") && $0 != "_posts" && $0 != "_drafts" }
    collection = marked.map { String($0.dropFirst()) }
    folders = page.folders.filter { $0 != "_posts" && $0 != "_drafts" }.map {
      $0 == marked ? String($0.dropFirst()) : $0
    }
  }

  /// Of Jekyll's placeholders.
  func value(of token: some StringProtocol) -> String? {
    switch token {
    case "year": date.year
    case "month": date.month
    case "day": date.day
    case "i_month": String(Int(date.month) ?? 0)
    case "i_day": String(Int(date.day) ?? 0)
    case "short_year": String(date.year.suffix(2))
    case "y_day": dayOfYear
    case "title", "slug": slug
    case "name", "basename": name
    case "categories", "slugified_categories": categories.joined(separator: "/")
    case "collection": collection
    case "path":
      collection == nil
        ? (folders + [name]).joined(separator: "/") : (folders.dropFirst() + [name]).joined(separator: "/")
    case "output_ext": ".html"
    default: nil
    }
  }

  /// Of Eleventy's and Liquid's expressions, without their blanks.
  func templateValue(of expression: String) -> String? {
    switch expression {
    case "page.fileSlug", "page.fileSlug|slug", "page.fileSlug|slugify": title
    case "page.filePathStem": "/" + (folders + [title]).joined(separator: "/")
    case "slug": slug
    case "title|slug", "title|slugify": pageTitle?.asSlug
    default: nil
    }
  }

  private var dayOfYear: String {
    guard let year = Int(date.year), let month = Int(date.month), let day = Int(date.day), (1...12).contains(month)
    else { return "" }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let number = String(lengths[..<(month - 1)].reduce(day, +))
    return String(repeating: "0", count: max(0, 3 - number.utf8.count)) + number
  }
}

extension Substring {
  /// Whether it has the form `2026-11-23`.
  fileprivate var isDay: Bool {
    let bytes = Array(utf8)
    return bytes.count == 10
      && bytes.indices.allSatisfy { [4, 7].contains($0) ? bytes[$0] == UInt8(ascii: "-") : bytes[$0] &- 0x30 < 10 }
  }
}

extension String {
  /// Small letters and digits without accents, hyphens between them.
  fileprivate var asSlug: String {
    var result = ""
    var isPending = false
    for scalar in HugoPath.withoutAccents(lowercased()).unicodeScalars {
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        isPending = !result.isEmpty
        continue
      }
      if isPending { result += "-" }
      isPending = false
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

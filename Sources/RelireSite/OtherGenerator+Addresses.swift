import RelireDocuments
import RelireModel

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
    result = "/" + Path.normalised(fromTop: result + rest) + (pattern.hasSuffix("/") ? "/" : "")
    if result == "//" { result = "/" }
    // Without a slash or an extension at its end, both are possible.
    return result.hasSuffix("/") || Path.name(result).contains(".") ? [result] : [result + ".html", result + "/"]
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
  private let date: CalendarDate?
  private let categories: [String]
  private let pageTitle: String?

  init(_ page: SitePage, _ frontMatter: FrontMatter?) {
    name = page.name
    pageTitle = frontMatter?["title"]?.scalarText
    isIndex = page.isBundle
    let stamp = CalendarDate(prefixOf: page.name)
    let isDated = stamp != nil && page.name.utf8.count > 11 && page.name.dropFirst(10).first == "-"
    title = isDated ? String(page.name.dropFirst(11)) : page.name
    slug = frontMatter?["slug"]?.scalarText ?? title.asSlug
    date = (frontMatter?["date"]?.scalarText).flatMap { CalendarDate(prefixOf: $0) } ?? stamp
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
    case "year": date?.year.padded(4)
    case "month": date?.month.padded(2)
    case "day": date?.day.padded(2)
    case "i_month": date.map { String($0.month) }
    case "i_day": date.map { String($0.day) }
    case "short_year": (date?.year).map { ($0 % 100).padded(2) }
    case "y_day": date?.dayOfYear.padded(3)
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

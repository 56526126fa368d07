import RelireDocuments
import RelireModel

extension SiteIndex {
  /// What a path given to Hugo’s `ref` or `relref` leads to.
  public enum Reference: Sendable, Hashable {
    /// A page or a section, relative to the site’s root.
    case page(String)
    /// Several pages have the name, which Hugo refuses.
    case ambiguous([String])
    /// No such page: the path of the one that was most likely meant, in the form that was written.
    case missing(nearest: String?)
    /// Where files cannot tell: an address, a page that Hugo makes by itself.
    case elsewhere
  }

  /// Source: Hugo’s documentation of `ref` and `Page.GetPage`; behaviour asked of Hugo 0.168.
  ///
  /// - Parameters:
  ///   - reference: without its fragment.
  ///   - page: where it stands, relative to the site’s root.
  ///   - code: the language that is asked for; nil for the page’s own.
  public func reference(_ reference: String, from page: String, language code: String? = nil) -> Reference {
    guard let configuration = site.configuration, let source = self.page(page) else { return .elsewhere }
    if reference.contains("://") || reference.contains("{{") { return .elsewhere }
    let language = code ?? source.language
    guard configuration.language(language) != nil else { return .missing(nearest: nil) }
    let isAbsolute = reference.hasPrefix("/")
    let name = Self.withoutExtension(Path.normalised(fromTop: reference))
    if isAbsolute || name.isEmpty {
      return found(name, language).map { .page($0) } ?? missing(reference, name, language, configuration)
    }
    // First beside the page, then from the top, at last by the name alone, anywhere.
    if let beside = beside(source, reference, language) { return .page(beside) }
    if reference.hasPrefix(".") { return missing(reference, name, language, configuration) }
    if let fromTop = found(name, language) { return .page(fromTop) }
    guard !name.contains("/") else { return missing(reference, name, language, configuration) }
    let all = pagesByName[HugoPath.name(name, keepsCase: false)]?.filter { self.page($0)?.language == language } ?? []
    if all.count > 1 { return .ambiguous(all.sorted()) }
    return all.first.map { .page($0) } ?? missing(reference, name, language, configuration)
  }

  /// Hugo looks beside the folder of a page that has one of its own, but within it for a file that is named so
  /// (`../page.md`). It does not leave the content.
  private func beside(_ source: SitePage, _ reference: String, _ language: String) -> String? {
    let isFile = reference.hasPrefix("../") && Self.extensions.contains { reference.hasSuffix($0) }
    let isWithin = source.isBundle && !source.name.isEmpty && (source.kind != .page || isFile)
    let folder = (isWithin ? source.folders + [source.name] : source.folders).joined(separator: "/")
    return found(Self.withoutExtension(Path.withoutClimb(Path.join(folder, reference))), language)
  }

  /// The page that a render hook of Hugo’s finds by a path, as seen from another one.
  func page(named path: String, from page: String) -> String? {
    guard let source = self.page(page) else { return nil }
    let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    if !path.hasPrefix("/"), let beside = beside(source, path, source.language) { return beside }
    return path.hasPrefix("../") ? nil : found(Self.withoutExtension(Path.normalised(fromTop: path)), source.language)
  }

  private func missing(
    _ written: String, _ name: String, _ language: String, _ configuration: HugoConfiguration
  ) -> Reference {
    // Lists that Hugo makes.
    if let first = name.split(separator: "/").first, configuration.taxonomies.values.contains(String(first)) {
      return .elsewhere
    }
    if isBelowAdapter(name) || !name.contains("/") && hasAdapters { return .elsewhere }
    let near = pagesByName.values.lazy.joined().filter { self.page($0)?.language == language }
    var byName: [String: String] = [:]
    for path in near.prefix(5_000) {
      guard let page = self.page(path) else { continue }
      let full = (page.folders + [page.name]).joined(separator: "/")
      byName[name.contains("/") ? full : page.name] = full
    }
    guard let nearest = NearestPath.of(name, among: byName.keys), let full = byName[nearest] else {
      return .missing(nearest: nil)
    }
    let suffix = written.hasSuffix(".md") ? ".md" : ""
    return .missing(nearest: "/" + full + suffix)
  }

  /// The page at a path below the content, in a language.
  private func found(_ path: String, _ language: String) -> String? {
    for root in site.contentRoots where root.language == nil || root.language == language {
      if root.isFile, Self.withoutExtension(root.target) == path { return root.folder }
      guard !root.isFile, let below = Path.below(root.target, path) else { continue }
      guard let folder = descend(root.folder, below.split(separator: "/").dropLast().map(String.init)) else { continue }
      let name = below.split(separator: "/").last.map(String.init) ?? ""
      if let file = pageFile(name, in: folder, language) { return file }
    }
    return nil
  }

  private func pageFile(_ name: String, in folder: String, _ language: String) -> String? {
    guard let names = names(in: folder) else { return nil }
    if name.isEmpty {
      return names.keys.sorted().map { Path.join(folder, $0) }.first { path in
        self.page(path).map { $0.language == language && $0.isBundle } ?? false
      } ?? folder
    }
    let wanted = HugoPath.name(name, keepsCase: false)
    var section: String?
    for (entry, isFolder) in names.sorted(by: { $0.key < $1.key }) {
      let path = Path.join(folder, entry)
      if isFolder {
        guard HugoPath.name(entry, keepsCase: false) == wanted else { continue }
        if let index = pageFile("", in: path, language) { section = index }
      } else if let page = self.page(path), !page.isBundle, page.kind != .resource, page.language == language,
        HugoPath.name(page.name, keepsCase: false) == wanted
      {
        return path
      }
    }
    return section
  }

  /// The folder that a path leads to when blanks, signs and case are as in addresses.
  private func descend(_ start: String, _ parts: [String]) -> String? {
    var folder = start
    for part in parts {
      let wanted = HugoPath.name(part, keepsCase: false)
      guard
        let name = names(in: folder)?.filter({ $0.value && HugoPath.name($0.key, keepsCase: false) == wanted }).keys
          .min()
      else { return nil }
      folder = Path.join(folder, name)
    }
    return folder
  }

  private static let extensions = [".md", ".markdown", ".html"]

  /// `a` of `a.md`; `a` of `a/_index.md` and `a/index.md` too.
  private static func withoutExtension(_ path: String) -> String {
    var path = path
    for suffix in extensions where path.hasSuffix(suffix) {
      path = String(path.dropLast(suffix.count))
    }
    let name = Path.name(path)
    return name == "_index" || name == "index" ? Path.parent(path) : path
  }
}

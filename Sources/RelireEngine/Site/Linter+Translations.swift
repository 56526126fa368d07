import RelireModel
import RelireRules
import RelireSite

extension Linter {
  /// How far the site is translated; nil outside of multilingual sites.
  public func translations() -> TranslationTable? {
    guard let site, (site.site.configuration?.languages.count ?? 0) > 1 else { return nil }
    var paths: [String] = []
    site.index.forEachPage { path, _ in paths.append(path) }
    let inputs = paths.compactMap { PageInput(path: shown(Path.join(site.root, $0))) }.filter { $0.format == .markdown }
    let facts = WorkQueue.map(inputs.count, threads: threads) { index -> TranslationFacts? in
      guard let bytes = try? FileSystem.read(inputs[index].path).bytes else { return nil }
      return self.page(of: inputs[index], self.read(inputs[index], bytes)).page.translationFacts
    }
    return TranslationTable(facts.compactMap { $0 }, of: site.index)
  }
}

import RelireModel
import RelireRules
import RelireSite
import Synchronization

extension Linter {
  /// How far the site is translated; nil outside of multilingual sites.
  public func translations() -> TranslationTable? {
    guard let site, (site.site.configuration?.languages.count ?? 0) > 1 else { return nil }
    var paths: [String] = []
    site.index.forEachPage { path, _ in paths.append(path) }
    let inputs = paths.compactMap { PageInput(path: shown(Path.join(site.root, $0))) }.filter { $0.format == .markdown }
    let facts = Mutex<[Int: TranslationFacts]>([:])
    WorkQueue.run(inputs.count, threads: threads) { index in
      guard let bytes = try? FileSystem.read(inputs[index].path).bytes else { return }
      let page = self.page(of: inputs[index], self.read(inputs[index], bytes)).page
      guard let found = page.translationFacts else { return }
      facts.withLock { $0[index] = found }
    }
    let inOrder = facts.withLock { $0.sorted { $0.key < $1.key }.map(\.value) }
    return TranslationTable(inOrder, of: site.index)
  }
}

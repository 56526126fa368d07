import RelireModel
import RelireRules

extension Linter {
  /// What an audit of a page takes into account.
  public struct AuditedPage: Sendable {
    public let path: String
    public let subjects: Set<RGAA.Subject>
    public let diagnostics: [Diagnostic]
  }

  /// Finds the pages and checks each by itself: together, what a template repeats would be told of one of them only.
  ///
  /// - Returns: those that could be read; `isComplete` tells whether that is all that was asked for.
  public func audit() -> (pages: [AuditedPage], isComplete: Bool) {
    let found = Discovery(configuration, site).pages(paths)
    let pages = WorkQueue.map(found.pages.count, threads: threads) { number -> AuditedPage? in
      guard let input = try? self.held(found.pages[number]) else { return nil }
      let subjects = RGAA.Subject.all(on: self.page(of: input, self.read(input, input.bytes ?? [])).page)
      return AuditedPage(path: input.path, subjects: subjects, diagnostics: self.run([input]).diagnostics)
    }.compactMap { $0 }
    let failures = found.failures + settings.words.failures
    return (pages, pages.count == found.pages.count && !failures.contains { $0.isFatal })
  }

  /// A page with its bytes, which are read once.
  private func held(_ page: PageInput) throws(FileError) -> PageInput {
    PageInput(path: page.path, format: page.format, bytes: try bytes(of: page))
  }
}

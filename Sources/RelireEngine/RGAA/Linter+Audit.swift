import RelireModel
import RelireRules

extension Linter {
  /// What an audit of a page takes into account.
  public struct AuditedPage: Sendable {
    public let path: String
    public let subjects: Set<RGAA.Subject>
    public let diagnostics: [Diagnostic]
    /// Whether it is a whole page, and not the source of one.
    public let isPublished: Bool
  }

  /// Finds the pages and checks each by itself: together, what a template repeats would be told of one of them only.
  ///
  /// - Returns: those that could be read, and what else was asked for.
  public func audit() -> (pages: [AuditedPage], failures: [Discovery.Failure]) {
    let found = Discovery(configuration, site).pages(paths)
    let pages = WorkQueue.map(found.pages.count, threads: threads) { number -> Result<AuditedPage, FileError> in
      do throws(FileError) {
        let input = try self.held(found.pages[number])
        let subjects = RGAA.Subject.all(on: self.page(of: input, self.read(input, input.bytes ?? [])).page)
        return .success(
          AuditedPage(
            path: input.path, subjects: subjects, diagnostics: self.run([input]).diagnostics,
            isPublished: input.format == .html))
      } catch {
        return .failure(error)
      }
    }
    var failures = found.failures + settings.words.failures
    for case (let page, .failure(let error)) in zip(found.pages, pages) {
      failures.append(Discovery.Failure(path: page.path, reason: .unreadable(error)))
    }
    return (pages.compactMap { try? $0.get() }, failures)
  }

  /// A page with its bytes, which are read once.
  private func held(_ page: PageInput) throws(FileError) -> PageInput {
    PageInput(path: page.path, format: page.format, bytes: try bytes(of: page))
  }
}

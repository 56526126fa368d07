import RelireModel

/// Pages that were checked together, by their numbers.
struct CheckedBatch: Sendable {
  let pages: [(number: Int, result: Result<PageSummary, FileError>)]
  let diagnostics: DiagnosticBatch
}

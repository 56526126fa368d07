/// Some diagnostics of a batch that follow one another: those of a page, in order of places.
package struct DiagnosticSlice: RandomAccessCollection, Sendable {
  private let batch: DiagnosticBatch?
  private let lower: Int32
  private let upper: Int32

  package static let empty = DiagnosticSlice([])

  package init(_ batch: DiagnosticBatch, _ range: Range<Int>) {
    self.batch = batch
    lower = Int32(range.lowerBound)
    upper = Int32(range.upperBound)
  }

  /// Of diagnostics from anywhere.
  package init(_ diagnostics: [Diagnostic]) {
    var builder = DiagnosticBatchBuilder()
    for diagnostic in diagnostics { builder.add(diagnostic) }
    batch = diagnostics.isEmpty ? nil : builder.finish()
    lower = 0
    upper = Int32(diagnostics.count)
  }

  /// The page's path; empty where nothing is in it.
  package var path: String { isEmpty ? "" : self[0].path }

  package var isEmpty: Bool { lower == upper }
  package var count: Int { Int(upper - lower) }

  package func append(to diagnostics: inout [Diagnostic]) {
    guard let batch else { return }
    for number in lower..<upper { diagnostics.append(Diagnostic(Int(number), of: batch)) }
  }

  /// This and another one as one in order; of equal diagnostics, this one's come first.
  package func append(_ other: DiagnosticSlice, to diagnostics: inout [Diagnostic]) {
    var taken = 0
    for diagnostic in other {
      while taken < count, !Diagnostic.precedes(diagnostic, self[taken]) {
        diagnostics.append(self[taken])
        taken += 1
      }
      diagnostics.append(diagnostic)
    }
    while taken < count {
      diagnostics.append(self[taken])
      taken += 1
    }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { Int(upper - lower) }

  package subscript(index: Int) -> Diagnostic {
    guard let batch else { preconditionFailure("nothing is in it") }
    return Diagnostic(Int(lower) + index, of: batch)
  }
}

import ArgumentParser
import RelireReporters

/// `FORMAT` or `FORMAT=FILE`: one report that is asked for.
struct ReportRequest: ExpressibleByArgument {
  let format: ReportFormat
  /// Nil for standard output, or `--output`.
  let file: String?

  init(format: ReportFormat, file: String? = nil) {
    self.format = format
    self.file = file
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = ReportFormat(rawValue: String(parts[0])) else { return nil }
    self.format = format
    file = parts.count > 1 ? String(parts[1]) : nil
    if file?.isEmpty == true { return nil }
  }

  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }
}

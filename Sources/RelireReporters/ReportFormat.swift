/// A format of the report.
public enum ReportFormat: String, Sendable, CaseIterable {
  case terminal, short, json
}

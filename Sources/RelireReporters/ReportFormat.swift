/// A format of the report.
public enum ReportFormat: String, Sendable, CaseIterable {
  case terminal, short, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, markdown, html
}

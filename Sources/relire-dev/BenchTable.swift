import RelireDocuments
import RelireModel
import RelireRules

/// Times the steps over one format's pages and prints a row for each.
struct BenchTable {
  let pages: [BenchCorpus.Page]
  let format: Document.Format
  let rounds: Int

  private struct Row {
    let name: String
    let seconds: Double
  }

  func print() {
    let sources = pages.map { SourceText(bytes: $0.bytes) }
    let byteCount = pages.reduce(0) { $0 + $1.bytes.count }
    let runner = RuleRunner(RuleRegistry.rules)
    var rows: [Row] = []
    func measure(_ name: String, _ step: () -> Void) {
      rows.append(Row(name: name, seconds: fastest(step)))
    }
    switch format {
    case .markdown: measure("bare md4c") { for page in pages { BareParsers.md4c(page.bytes) } }
    case .html: measure("bare libxml2 SAX") { for page in pages { BareParsers.libxml2(page.bytes) } }
    case .text: break
    }
    measure("reading into documents") {
      for source in sources { _ = DocumentReader.read(source, format: format) }
    }
    measure("reading and all rules, 1 thread") {
      for (source, page) in zip(sources, pages) {
        _ = runner.check(Page(document: DocumentReader.read(source, format: format), path: page.path))
      }
    }
    Swift.print("\(format.rawValue): \(pages.count) pages, \(byteCount) bytes")
    for row in rows {
      Swift.print(
        "  " + row.name.padded(to: 36) + (Double(byteCount) / row.seconds / 1e6).fixed(1).padded(left: 9) + " MB/s"
          + (Double(pages.count) / row.seconds).fixed(0).padded(left: 9) + " pages/s"
          + (row.seconds / rows[0].seconds).fixed(2).padded(left: 8) + "×")
    }
  }

  private func fastest(_ step: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<max(1, rounds)).map { _ in
      let time = clock.measure(step)
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }.min() ?? 0
  }
}

extension Double {
  fileprivate func fixed(_ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((self * scale).rounded())
    guard places > 0 else { return String(scaled) }
    let digits = String(scaled % Int(scale))
    return "\(scaled / Int(scale))." + String(repeating: "0", count: places - digits.count) + digits
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  fileprivate func padded(left width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}

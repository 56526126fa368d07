import RelireModel

/// A bar chart as an SVG that says what it shows, and the same figures as a table.
struct HTMLChart {
  struct Row {
    let label: String
    let count: Int
    /// Where the label leads to in the report; nil for nowhere.
    var anchor: String?
  }

  /// In pixels, at whatever width: letters keep their size on a telephone.
  private static let rowHeight = 28
  /// Labels are cut here, from the left: an ellipsis, 38 letters and a number fit on the narrowest of screens.
  private static let longestLabel = 38

  let title: String
  /// What a row stands for: the head of the table's first column.
  let unit: String
  let rows: [Row]
  let wording: Wording

  func write(to output: inout ByteBuffer) {
    guard let top = rows.map(\.count).max(), top > 0 else { return }
    output.line("<figure><figcaption>\(HTMLText.escaped(title))</figcaption>")
    writeBars(top: top, to: &output)
    output.line("<details><summary>\(HTMLText.escaped(detailsTitle))</summary>")
    output.line("<table><thead><tr><th scope=\"col\">\(HTMLText.escaped(unit))</th>")
    output.line("<th scope=\"col\" class=\"n\">\(wording(fr: "Nombre", en: "Count"))</th></tr></thead><tbody>")
    for row in rows {
      let name = "<code>\(HTMLText.escaped(row.label))</code>"
      let cell = row.anchor.map { "<a href=\"#\($0)\">\(name)</a>" } ?? name
      output.line("<tr><th scope=\"row\">\(cell)</th><td class=\"n\">\(wording.number(row.count))</td></tr>")
    }
    output.line("</tbody></table></details></figure>")
  }

  /// Each one differs, so that a list of the disclosures by name tells them apart.
  private var detailsTitle: String { wording(fr: "Les chiffres\u{A0}: ", en: "The figures: ") + title.lowercased() }

  private func writeBars(top: Int, to output: inout ByteBuffer) {
    let shown = rows.prefix(3).map { "\($0.label)\u{A0}\(wording.number($0.count))" }.joined(separator: ", ")
    let label = HTMLText.escaped("\(title)\(wording.colon)\(shown)\(rows.count > 3 ? "…" : "")")
    output.append("<svg role=\"img\" aria-label=\"\(label)\" height=\"\(rows.count * Self.rowHeight)\">")
    for (index, row) in rows.enumerated() {
      let y = index * Self.rowHeight
      let width = max(Double(row.count * 1000 / top) / 10, row.count > 0 ? 0.5 : 0)
      let name =
        row.label.count > Self.longestLabel + 1 ? "…" + row.label.suffix(Self.longestLabel) : Substring(row.label)
      output.append("<text x=\"0\" y=\"\(y + 13)\">\(HTMLText.escaped(String(name)))</text>")
      output.append("<text x=\"100%\" y=\"\(y + 13)\" text-anchor=\"end\">\(wording.number(row.count))</text>")
      output.append("<rect x=\"0\" y=\"\(y + 18)\" width=\"\(width)%\" height=\"6\" rx=\"1\"/>")
    }
    output.line("</svg>")
  }
}

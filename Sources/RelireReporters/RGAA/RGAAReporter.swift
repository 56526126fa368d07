import RelireModel

/// Writes what the rules cover of RGAA 4.1.2 and, with pages, the state of each test on them.
public struct RGAAReporter: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case terminal, json, csv, markdown
  }

  let wording: Wording
  let style: TerminalStyle

  public init(language: MessageLanguage, style: TerminalStyle) {
    wording = Wording(language)
    self.style = style
  }

  public func write(_ audit: RGAAAudit, as format: Format, to output: inout ByteBuffer) {
    switch format {
    case .terminal: writeTerminal(audit, to: &output)
    case .json: writeJSON(audit, to: &output)
    case .csv: writeCSV(audit, to: &output)
    case .markdown: writeMarkdown(audit, to: &output)
    }
  }

  /// `12 tests vérifiés, 40 en partie, 206 à vérifier à la main`.
  func summary(_ audit: RGAAAudit) -> String {
    if audit.pages.isEmpty {
      let count = audit.coverage.count
      return wording(
        fr:
          "RGAA 4.1.2, \(RGAA.tests.count) tests\u{A0}: \(count(.checked)) vérifiés, \(count(.partly)) vérifiés en partie, "
          + "\(count(.manual)) à vérifier à la main.",
        en: "RGAA 4.1.2, \(RGAA.tests.count) tests: \(count(.checked)) checked, \(count(.partly)) partly checked, "
          + "\(count(.manual)) to be checked by hand.")
    }
    func count(_ state: RGAAAudit.State) -> Int { audit.coverage.rows.count { audit.state(of: $0) == state } }
    let pages = wording.count(audit.pages.count, fr: ("page", "pages"), en: ("page", "pages"))
    let failing = wording.count(count(.failing), fr: ("test NC", "tests NC"), en: ("test NC", "tests NC"))
    return wording(
      fr:
        "RGAA 4.1.2, \(pages)\u{A0}: \(failing), \(count(.conforming)) C, \(count(.notApplicable)) NA, "
        + "\(count(.untested)) NT (à vérifier à la main).",
      en: "RGAA 4.1.2, \(pages): \(failing), \(count(.conforming)) C, \(count(.notApplicable)) NA, "
        + "\(count(.untested)) NT (to be checked by hand).")
  }

  /// `links/generic-text (2)`.
  func reasons(_ audit: RGAAAudit, _ row: RGAARuleCoverage.Row) -> String {
    audit.pages.isEmpty
      ? row.rules.map(\.description).joined(separator: ", ")
      : audit.reasons(row).map { "\($0.rule) (\($0.count))" }.joined(separator: ", ")
  }

  /// What of a test is left to a human.
  private func left(_ row: RGAARuleCoverage.Row) -> String {
    row.extent == .partly ? RGAA.leftToHuman(row.test.number)?[wording.language] ?? "" : ""
  }

  // MARK: Terminal

  private func writeTerminal(_ audit: RGAAAudit, to output: inout ByteBuffer) {
    let rows = Dictionary(uniqueKeysWithValues: audit.coverage.rows.map { ($0.test.number, $0) })
    for theme in RGAA.themes {
      style.write("\(theme.number). \(theme.name[wording.language])", .strong, to: &output)
      output.newline()
      for criterion in theme.criteria {
        output.line("  \(criterion.number)  \(criterion.title[wording.language])")
        // Tests that nobody knows anything of are told by one line.
        let known = criterion.tests.compactMap { rows[$0.number] }.filter { $0.extent != .manual }
        for row in known {
          let state = audit.pages.isEmpty ? wording.word(row.extent) : audit.state(of: row).rawValue
          let reasons = reasons(audit, row)
          output.line("      \(row.test.number)  \(state)\(reasons.isEmpty ? "" : wording.colon + reasons)")
          let left = left(row)
          if !left.isEmpty, audit.pages.isEmpty || audit.state(of: row) == .untested {
            output.line("        " + wording(fr: "reste\u{A0}: ", en: "left: ") + left)
          }
        }
        // With pages, those with nothing to look at are none of it.
        let manual = criterion.tests.compactMap { rows[$0.number] }
          .count { $0.extent == .manual && (audit.pages.isEmpty || audit.state(of: $0) == .untested) }
        if manual > 0 {
          output.line(
            "      "
              + wording.count(
                manual, fr: ("test à vérifier à la main", "tests à vérifier à la main"),
                en: ("test to be checked by hand", "tests to be checked by hand")))
        } else if known.isEmpty {
          output.line("      NA")
        }
      }
    }
    output.newline()
    output.line(summary(audit))
  }

  // MARK: JSON

  private func writeJSON(_ audit: RGAAAudit, to output: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", "4.1.2")
      writer.field("pages", audit.pages.map(\.path))
      writer.array("tests", audit.coverage.rows) { writer, row in
        writer.object { writer in
          writer.field("test", row.test.number)
          writer.field("coverage", row.extent.rawValue)
          writer.field("rules", row.rules.map(\.description))
          writer.field("left", left(row))
          guard !audit.pages.isEmpty else { return }
          writer.field("state", audit.state(of: row).rawValue)
          writer.field("states", audit.pages.map { audit.state(of: row, on: $0).rawValue })
        }
      }
    }
    output.append(writer.output.bytes)
    output.newline()
  }

  // MARK: Markdown

  private func writeMarkdown(_ audit: RGAAAudit, to output: inout ByteBuffer) {
    let rows = Dictionary(uniqueKeysWithValues: audit.coverage.rows.map { ($0.test.number, $0) })
    output.line("# \(wording(fr: "Couverture du RGAA 4.1.2", en: "Coverage of RGAA 4.1.2"))\n")
    output.line(summary(audit))
    for theme in RGAA.themes {
      output.line("\n## \(theme.number). \(MarkdownText.escaped(theme.name[wording.language]))\n")
      let column = wording(fr: "Test", en: "Test")
      output.line(
        "| \(column) | \(wording(fr: "Sujet", en: "Subject")) | \(wording(fr: "État", en: "State")) "
          + "| \(wording(fr: "Règles", en: "Rules")) | \(wording(fr: "Reste à vérifier", en: "Left to check")) |")
      output.line("|---|---|---|---|---|")
      for criterion in theme.criteria {
        for row in criterion.tests.compactMap({ rows[$0.number] }) {
          let state = audit.pages.isEmpty ? wording.word(row.extent) : audit.state(of: row).rawValue
          output.line(
            "| \(row.test.number) | \(MarkdownText.escaped(criterion.title[wording.language])) | \(state) "
              + "| \(reasons(audit, row)) | \(MarkdownText.escaped(left(row))) |")
        }
      }
    }
  }

  // MARK: CSV

  /// Separated by semicolons, with a byte order mark: so French spreadsheets open it without asking.
  private func writeCSV(_ audit: RGAAAudit, to output: inout ByteBuffer) {
    output.append("\u{FEFF}")
    var header = [
      wording(fr: "Thème", en: "Theme"), wording(fr: "Critère", en: "Criterion"), "Test",
      wording(fr: "Sujet", en: "Subject"),
      wording(fr: "Couverture", en: "Coverage"),
    ]
    if !audit.pages.isEmpty { header += audit.pages.map(\.path) + [wording(fr: "Ensemble", en: "All")] }
    header += [wording(fr: "Règles", en: "Rules"), wording(fr: "Reste à vérifier", en: "Left to check")]
    writeRow(header, to: &output)
    let rows = Dictionary(uniqueKeysWithValues: audit.coverage.rows.map { ($0.test.number, $0) })
    for theme in RGAA.themes {
      for criterion in theme.criteria {
        for row in criterion.tests.compactMap({ rows[$0.number] }) {
          var cells = [
            theme.name[wording.language], criterion.number, row.test.number, criterion.title[wording.language],
            wording.word(row.extent),
          ]
          if !audit.pages.isEmpty {
            cells += audit.pages.map { audit.state(of: row, on: $0).rawValue } + [audit.state(of: row).rawValue]
          }
          writeRow(cells + [reasons(audit, row), left(row)], to: &output)
        }
      }
    }
  }

  private func writeRow(_ cells: [String], to output: inout ByteBuffer) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(";") }
      // What begins as a formula would be run by a spreadsheet.
      let isFormula = cell.first.map { "=+-@\t\r".contains($0) } ?? false
      output.append("\"" + (isFormula ? "'" : "") + SafeText.neutralised(cell).replacing("\"", with: "\"\"") + "\"")
    }
    output.append("\r\n")
  }
}

import RelireModel
import RelireReporters
import RelireRules

/// The translations of a site for the eye: one line a page, one column a language.
struct TranslationsText {
  let language: MessageLanguage

  func write(_ table: TranslationTable, to output: inout ByteBuffer) {
    let pageWidth = min(60, table.rows.map { $0.page.count }.max() ?? 0)
    let width = max(12, table.languages.map(\.count).max() ?? 0)
    output.line(padded("", pageWidth) + table.languages.map { "  " + padded($0, width) }.joined())
    var counts: [String: Int] = [:]
    for row in table.rows {
      var line = padded(SafeText.neutralised(row.page.isEmpty ? "/" : row.page), pageWidth)
      for cell in row.cells {
        line += "  " + padded(name(cell.state), width)
        if cell.state == .current || cell.state == .source { counts[cell.language, default: 0] += 1 }
      }
      output.line(line)
    }
    output.line("")
    for code in table.languages {
      let count = counts[code] ?? 0
      output.line(
        Message(
          fr: "\(code)\u{A0}: \(count) pages à jour sur \(table.rows.count)",
          en: "\(code): \(count) of \(table.rows.count) pages up to date")[
            language])
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func name(_ state: TranslationTable.State) -> String {
    let message =
      switch state {
      case .source: Message(fr: "source", en: "source")
      case .current: Message(fr: "à jour", en: "up to date")
      case .outdated: Message(fr: "ancienne", en: "outdated")
      case .different: Message(fr: "différente", en: "different")
      case .incomplete: Message(fr: "incomplète", en: "incomplete")
      case .missing: Message(fr: "manque", en: "missing")
      case .alone: Message(fr: "seule", en: "alone")
      }
    return message[language]
  }
}

/// The translations of a site for programs.
struct TranslationsJSON {
  func write(_ table: TranslationTable, to output: inout ByteBuffer) {
    var writer = JSONWriter(output)
    writer.object { writer in
      writer.field("version", 1)
      writer.key("languages")
      writer.array(table.languages) { $0.value($1) }
      writer.key("pages")
      writer.array(table.rows) { writer, row in
        writer.object { writer in
          writer.field("page", row.page)
          writer.key("versions")
          writer.array(row.cells) { writer, cell in
            writer.object { writer in
              writer.field("language", cell.language)
              writer.field("state", cell.state.rawValue)
              if let path = cell.path { writer.field("path", path) }
            }
          }
        }
      }
    }
    output = writer.output
    output.line("")
  }
}

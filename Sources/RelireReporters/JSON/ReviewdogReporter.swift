import RelireModel

/// Reviewdog's `rdjson` (DiagnosticResult): comments and suggestions on a merge request.
///
/// Its columns count UTF-8 bytes from 1, its ends are exclusive.
public struct ReviewdogReporter: Reporter {
  private let language: MessageLanguage

  public init(language: MessageLanguage = .french) { self.language = language }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.output.reserve(512 * result.diagnostics.count)
    writer.object { writer in
      writer.object("source") { $0.field("name", Tool.name) }
      writer.array("diagnostics", result.diagnostics) { writer, diagnostic in
        writer.object { write(diagnostic, to: &$0) }
      }
    }
    output.append(writer.output.bytes)
    output.newline()
  }

  private func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.field("message", diagnostic.message[language])
    writer.object("location") { writer in
      writer.field("path", diagnostic.path)
      write(diagnostic.range.start, diagnostic.range.end, to: &writer)
    }
    writer.field("severity", diagnostic.severity.rawValue.uppercased())
    writer.object("code") { $0.field("value", diagnostic.rule.description) }
    if let suggestion = diagnostic.fix.flatMap({ MergedEdit($0, in: diagnostic.excerpt) }) {
      writer.array("suggestions", [suggestion]) { writer, suggestion in
        writer.object { writer in
          write(suggestion.start, suggestion.end, to: &writer)
          writer.field("text", suggestion.text)
        }
      }
    }
  }

  private func write(_ start: Position, _ end: Position, to writer: inout JSONWriter) {
    writer.object("range") { writer in
      for (name, position) in [("start", start), ("end", end)] {
        writer.object(name) {
          $0.field("line", position.line)
          $0.field("column", position.byteColumn)
        }
      }
    }
  }
}

/// The edits of a fix as one: formats that know single edits only would apply a half of it.
struct MergedEdit {
  let start: Position
  let end: Position
  let text: String

  /// Nil when what lies between the edits is not in the excerpt.
  init?(_ fix: LocatedFix, in excerpt: Excerpt) {
    guard let first = fix.edits.first, let last = fix.edits.last else { return nil }
    start = first.range.start
    end = last.range.end
    guard fix.edits.count > 1 else {
      text = first.text
      return
    }
    let line = Array(excerpt.text.utf8)
    var bytes: [UInt8] = []
    var position = start.offset
    for edit in fix.edits {
      let low = position - excerpt.offset
      let high = edit.range.start.offset - excerpt.offset
      guard low >= 0, low <= high, high <= line.count else { return nil }
      bytes.append(contentsOf: line[low..<high])
      bytes.append(contentsOf: edit.text.utf8)
      position = edit.range.end.offset
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}

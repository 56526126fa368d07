import RelireModel

extension JSONWriter {
  /// A diagnostic as the JSON report promises it: lines and columns from 1 in Unicode scalars, offsets
  /// from 0 in UTF-8 bytes of the file.
  mutating func value(_ diagnostic: Diagnostic, _ fingerprint: Fingerprint, in language: MessageLanguage) {
    object { writer in
      writer.field("rule", diagnostic.rule.description)
      writer.field("severity", diagnostic.severity.rawValue)
      writer.field("message", diagnostic.message[language])
      writer.field("path", diagnostic.path)
      writer.field("range", diagnostic.range)
      writer.field("fingerprint", fingerprint.description)
      if let origin = diagnostic.origin { writer.field("origin", origin) }
      if let fix = diagnostic.fix { writer.field("fix", fix, in: language) }
    }
  }

  private mutating func field(_ name: String, _ origin: Origin) {
    object(name) { writer in
      switch origin {
      case .template(let pages, let file):
        writer.field("kind", "template")
        writer.field("pages", pages)
        if let file { writer.field("file", file) }
      case .source(let page):
        writer.field("kind", "source")
        writer.field("page", page)
      }
    }
  }

  private mutating func field(_ name: String, _ fix: LocatedFix, in language: MessageLanguage) {
    object(name) { writer in
      writer.field("title", fix.title[language])
      writer.field("safety", fix.safety.rawValue)
      writer.array("edits", fix.edits) { writer, edit in
        writer.object {
          $0.field("range", edit.range)
          $0.field("text", edit.text)
        }
      }
    }
  }

  private mutating func field(_ name: String, _ range: PositionRange) {
    object(name) {
      $0.field("start", range.start)
      $0.field("end", range.end)
    }
  }

  private mutating func field(_ name: String, _ position: Position) {
    object(name) {
      $0.field("line", position.line)
      $0.field("column", position.column)
      $0.field("offset", position.offset)
    }
  }

  mutating func summary(_ result: RunResult) {
    object("summary") { writer in
      writer.field("files", result.fileCount)
      writer.field("faultyFiles", result.faultyFileCount)
      writer.field("diagnostics", result.diagnostics.count)
      writer.field("errors", result.count(of: .error))
      writer.field("warnings", result.count(of: .warning))
      writer.field("infos", result.count(of: .info))
      writer.object("fixable") { writer in
        for safety in FixSafety.allCases { writer.field(safety.rawValue, result.count(fixable: safety)) }
      }
      writer.field("failOn", result.failingSeverity?.rawValue)
      writer.field("fails", result.fails)
    }
  }
}

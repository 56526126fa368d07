import RelireEngine
import RelireModel
import RelireReporters

/// An outline for the eye: one line a heading, indented by its level, its faults below it.
struct OutlineText {
  let language: MessageLanguage

  func write(_ outline: PageOutline, to output: inout ByteBuffer) {
    if outline.entries.isEmpty {
      output.line(Message(fr: "Cette page n’a pas de titre.", en: "This page has no heading.")[language])
    }
    let lines = outline.entries.map(\.position.line) + outline.faults.map(\.range.start.line)
    // On a page that a generator wrote on one line, only columns tell headings apart.
    let hasColumns = lines.count > 1 && Set(lines).count == 1
    for entry in outline.entries {
      let indent = String(repeating: "  ", count: min(entry.level - 1, 20))
      let text = entry.text.isEmpty ? Message(fr: "(vide)", en: "(empty)")[language] : SafeText.neutralised(entry.text)
      let origin =
        entry.isTitle ? Message(fr: "en-tête", en: "front matter")[language] : Self.place(entry.position, hasColumns)
      output.line("\(indent)\(entry.level)  \(text)  [\(origin)]")
      for fault in entry.faults { write(fault, indent: indent + "   ", to: &output) }
    }
    for fault in outline.faults {
      write(fault, indent: "", place: Self.place(fault.range.start, hasColumns), to: &output)
    }
  }

  /// `5`, or `5:12`.
  private static func place(_ position: Position, _ hasColumn: Bool) -> String {
    hasColumn ? "\(position.line):\(position.column)" : String(position.line)
  }

  /// - Parameter place: where the fault is, when no heading above it says so.
  private func write(_ fault: Diagnostic, indent: String, place: String? = nil, to output: inout ByteBuffer) {
    let place = place.map { Message(fr: "ligne \($0)\u{A0}: ", en: "line \($0): ")[language] } ?? ""
    output.line("\(indent)^ \(place)\(SafeText.neutralised(fault.message[language])) [\(fault.rule)]")
  }
}

/// An outline for programs.
struct OutlineJSON {
  let language: MessageLanguage

  func write(_ outline: PageOutline, to output: inout ByteBuffer) {
    var writer = JSONWriter(output)
    writer.object { writer in
      writer.field("path", outline.path)
      writer.key("headings")
      writer.array(outline.entries) { writer, entry in
        writer.object { writer in
          writer.field("level", entry.level)
          writer.field("text", entry.text)
          writer.field("line", entry.position.line)
          writer.field("column", entry.position.column)
          writer.field("fromFrontMatter", entry.isTitle)
          writer.key("faults")
          faults(entry.faults, to: &writer)
        }
      }
      writer.key("faults")
      faults(outline.faults, to: &writer)
    }
    output = writer.output
    output.line("")
  }

  private func faults(_ faults: [Diagnostic], to writer: inout JSONWriter) {
    writer.array(faults) { writer, fault in
      writer.object { writer in
        writer.field("rule", fault.rule.description)
        writer.field("severity", fault.severity.rawValue)
        writer.field("message", fault.message[language])
        writer.field("line", fault.range.start.line)
        writer.field("column", fault.range.start.column)
      }
    }
  }
}

import RelireModel

/// SARIF 2.1.0 (OASIS): for code scanning and for viewers, with the rules' help and the fixes.
public struct SARIFReporter: Reporter {
  private let language: MessageLanguage

  public init(language: MessageLanguage = .french) { self.language = language }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.output.reserve(1024 * result.diagnostics.count)
    // A diagnostic may be of a rule whose metadata the run does not carry.
    let ids = Set(result.rules.keys).union(result.diagnostics.map(\.rule)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    writer.object { writer in
      writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.field("version", "2.1.0")
      writer.array("runs", [result]) { writer, result in
        writer.object { writer in
          writer.object("tool") { writer in
            writer.object("driver") { writer in
              writer.field("name", Tool.name)
              writer.field("semanticVersion", Tool.version)
              writer.field("language", language.rawValue)
              writer.array("rules", ids) { write($1, result.rules[$1], to: &$0) }
            }
          }
          // Both are defaults of the standard that viewers read otherwise when they are left out.
          writer.field("columnKind", "unicodeCodePoints")
          writer.field("defaultEncoding", "utf-8")
          let prints = Fingerprint.of(result.diagnostics)
          writer.array("results", zip(result.diagnostics, prints)) { writer, entry in
            write(entry.0, entry.1, index: indices[entry.0.rule] ?? -1, to: &writer)
          }
        }
      }
    }
    output.append(writer.output.bytes)
    output.newline()
  }

  // MARK: Rules

  private func write(_ id: RuleID, _ rule: RuleMetadata?, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", id.description)
      guard let rule else { return }
      text("shortDescription", rule.summary[language], to: &writer)
      text("fullDescription", rule.rationale[language], to: &writer)
      writer.object("defaultConfiguration") { writer in
        if rule.isOptIn { writer.field("enabled", false) }
        writer.field("level", level(rule.severity))
      }
      let page = RulePageMarkdown(language: language).page(rule)
      writer.object("help") { writer in
        writer.field("text", rule.rationale[language])
        writer.field("markdown", page)
      }
      writer.object("properties") { writer in
        writer.field(
          "tags", [rule.id.family] + rule.wcagCriteria.map { "WCAG " + $0 } + rule.rgaaTests.map { "RGAA " + $0 })
      }
    }
  }

  private func text(_ name: String, _ text: String, to writer: inout JSONWriter) {
    writer.object(name) { $0.field("text", text) }
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  // MARK: Results

  private func write(
    _ diagnostic: Diagnostic, _ fingerprint: Fingerprint, index: Int, to writer: inout JSONWriter
  ) {
    let uri = PercentEncoding.uriReference(diagnostic.path)
    writer.object { writer in
      writer.field("ruleId", diagnostic.rule.description)
      writer.field("ruleIndex", index)
      writer.field("level", level(diagnostic.severity))
      text("message", diagnostic.message[language], to: &writer)
      writer.array("locations", [uri]) { writer, uri in
        writer.object { writer in
          writer.object("physicalLocation") { writer in
            writer.object("artifactLocation") { $0.field("uri", uri) }
            region("region", diagnostic.range, to: &writer)
            contextRegion(diagnostic, to: &writer)
          }
        }
      }
      writer.object("partialFingerprints") { $0.field("relire/v1", fingerprint.description) }
      if let fix = diagnostic.fix { write(fix, uri: uri, to: &writer) }
    }
  }

  private func region(_ name: String, _ range: PositionRange, to writer: inout JSONWriter) {
    writer.object(name) { writer in
      writer.field("startLine", range.start.line)
      writer.field("startColumn", range.start.column)
      writer.field("endLine", range.end.line)
      writer.field("endColumn", range.end.column)
      writer.field("byteOffset", range.start.offset)
      writer.field("byteLength", range.end.offset - range.start.offset)
    }
  }

  private func contextRegion(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    guard !diagnostic.excerpt.text.isEmpty else { return }
    writer.object("contextRegion") { writer in
      writer.field("startLine", diagnostic.range.start.line)
      writer.object("snippet") { $0.field("text", diagnostic.excerpt.text) }
    }
  }

  private func write(_ fix: LocatedFix, uri: String, to writer: inout JSONWriter) {
    writer.array("fixes", [fix]) { writer, fix in
      writer.object { writer in
        text("description", fix.title[language], to: &writer)
        writer.array("artifactChanges", [uri]) { writer, uri in
          writer.object { writer in
            writer.object("artifactLocation") { $0.field("uri", uri) }
            writer.array("replacements", fix.edits) { writer, edit in
              writer.object { writer in
                region("deletedRegion", edit.range, to: &writer)
                text("insertedContent", edit.text, to: &writer)
              }
            }
          }
        }
        writer.object("properties") { $0.field("safety", fix.safety.rawValue) }
      }
    }
  }
}

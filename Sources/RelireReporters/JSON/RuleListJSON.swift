import RelireModel

/// `relire rules --format json`: what each rule says of itself.
public enum RuleListJSON {
  public static func write(_ rules: [RuleMetadata], language: MessageLanguage, to output: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.array("rules", rules) { writer, rule in
        writer.object { writer in
          writer.field("id", rule.id.description)
          writer.field("family", rule.id.family)
          writer.field("severity", rule.severity.rawValue)
          if rule.isOptIn { writer.field("optIn", true) }
          writer.field("fix", rule.fix?.rawValue)
          writer.field("summary", rule.summary[language])
          writer.field("since", rule.since)
          writer.field("act", rule.actRules)
          writer.field("rgaa", rule.rgaaTests)
          writer.field("wcag", rule.wcagCriteria)
        }
      }
    }
    output.append(writer.output.bytes)
    output.newline()
  }
}

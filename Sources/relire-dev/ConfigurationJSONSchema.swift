import RelireEngine
import RelireModel
import RelireReporters

/// The JSON Schema of `.relire.yml`, from the table of keys: for completion and checks in editors.
enum ConfigurationJSONSchema {
  static var text: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("$schema", "http://json-schema.org/draft-07/schema#")
      writer.field("title", ".relire.yml")
      writer.field("type", "object")
      writer.field("additionalProperties", false)
      properties(ConfigurationSchema.keys, to: &writer)
    }
    writer.newline()
    return writer.output.text
  }

  private static func properties(_ keys: [ConfigurationKey], withPaths: Bool = false, to writer: inout JSONWriter) {
    writer.object("properties") { writer in
      if withPaths { writer.object(ConfigurationSchema.pathsKey) { list(&$0) } }
      for key in keys {
        writer.object(key.name) { writer in
          writer.field("description", key.documentation.french)
          value(key.kind, to: &writer)
        }
      }
    }
  }

  private static func value(_ kind: ConfigurationKey.Kind, to writer: inout JSONWriter) {
    switch kind {
    case .choice(let words): writer.field("enum", words)
    case .text: writer.field("type", "string")
    case .flag: writer.field("type", "boolean")
    case .list: list(&writer)
    case .rules:
      writer.field("type", "object")
      writer.field("additionalProperties", false)
      writer.object("properties") { writer in
        for selector in ConfigurationSchema.ruleSelectors {
          writer.object(selector) { level(&$0) }
        }
      }
    case .overrides:
      writer.field("type", "array")
      writer.object("items") { writer in
        writer.field("type", "object")
        writer.field("required", [ConfigurationSchema.pathsKey])
        writer.field("additionalProperties", false)
        properties(ConfigurationSchema.keys.filter(\.isPerPage), withPaths: true, to: &writer)
      }
    case .choices(let words):
      writer.array("oneOf", [false, true]) { writer, isList in
        writer.object { writer in
          if isList {
            writer.field("type", "array")
            writer.object("items") { $0.field("enum", words) }
          } else {
            writer.field("enum", words)
          }
        }
      }
    case .number:
      writer.field("type", "integer")
      writer.field("minimum", 1)
    case .conditions: writer.field("type", "object")
    case .sections: sections(&writer)
    }
  }

  private static func sections(_ writer: inout JSONWriter) {
    writer.field("type", "array")
    writer.object("items") { writer in
      writer.array("oneOf", [false, true]) { writer, isBlock in
        writer.object { writer in
          writer.field("type", isBlock ? "object" : "string")
          guard isBlock else { return }
          writer.field("required", [SectionSchema.nameKey])
          writer.field("additionalProperties", false)
          writer.object("properties") { writer in
            writer.object(SectionSchema.nameKey) { $0.field("type", "string") }
            for key in SectionSchema.keys {
              writer.object(key.name) { writer in
                writer.field("description", key.documentation.french)
                value(key.kind, to: &writer)
              }
            }
          }
        }
      }
    }
  }

  private static func list(_ writer: inout JSONWriter) {
    writer.array("oneOf", [false, true]) { writer, isList in
      writer.object { writer in
        writer.field("type", isList ? "array" : "string")
        if isList { writer.object("items") { $0.field("type", "string") } }
      }
    }
  }

  /// YAML 1.1 reads a bare `off` and `on` as booleans.
  private static func level(_ writer: inout JSONWriter) {
    writer.key("enum")
    writer.array { writer in
      for word in ConfigurationSchema.levels { writer.value(word) }
      writer.value(false)
      writer.value(true)
    }
  }
}

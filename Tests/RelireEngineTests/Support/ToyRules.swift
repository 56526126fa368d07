import RelireDocuments
import RelireModel
import RelireRules

/// Rules for tests of the engine: each looks for a text in the source and says what a fix puts there.
protocol ToyRule: DocumentRule {
  static var name: RuleID { get }
  static var target: String { get }
  static var replacement: String { get }
  static var safety: FixSafety { get }
}

extension ToyRule {
  static var safety: FixSafety { .safe }

  static var metadata: RuleMetadata {
    RuleMetadata(
      id: name, severity: .warning, summary: Message(fr: "jouet", en: "toy"),
      rationale: Message(fr: "jouet", en: "toy"), references: [], examples: [])
  }

  func check(_ page: Page, _ findings: inout Findings) {
    let target = Array(Self.target.utf8)
    let bytes = page.document.source.bytes
    var index = 0
    while index + target.count <= bytes.count {
      if bytes[index...].starts(with: target) {
        let range = SourceRange(index, index + target.count)
        let message = Message(fr: "ici", en: "here")
        findings.report(range, message, fix: Fix(message, Self.safety, [TextEdit(range, Self.replacement)]))
        index += target.count
      } else {
        index += 1
      }
    }
  }
}

/// Named after real rules, for suppressions and selections ask whether a rule exists.
struct ToySpace: ToyRule {
  static let name: RuleID = "file/broken-markup"
  static let target = " :"
  static let replacement = "\u{A0}:"
}

struct ToyEllipsis: ToyRule {
  static let name: RuleID = "file/broken-front-matter"
  static let target = "..."
  static let replacement = "\u{2026}"
}

struct ToyLetter: ToyRule {
  static let name: RuleID = "toy/letter"
  static let target = "Etat"
  static let replacement = "État"
  static let safety = FixSafety.unsafe
}

/// Says that it is safe and is not: it changes a word.
struct ToyLiar: ToyRule {
  static let name: RuleID = "toy/liar"
  static let target = "loup"
  static let replacement = "chien"
}

/// Says that it is safe and breaks the markup.
struct ToyBreaker: ToyRule {
  static let name: RuleID = "toy/breaker"
  static let target = "<em>"
  static let replacement = "<strong>"
}

struct ToyLeft: ToyRule {
  static let name: RuleID = "toy/left"
  static let target = "\u{2013}"
  static let replacement = "\u{2014}"
}

struct ToyRight: ToyRule {
  static let name: RuleID = "toy/right"
  static let target = "\u{2014}"
  static let replacement = "\u{2013}"
}

/// Grows for ever.
struct ToyGrower: ToyRule {
  static let name: RuleID = "toy/grower"
  static let target = "!"
  static let replacement = "\u{202F}!"
}

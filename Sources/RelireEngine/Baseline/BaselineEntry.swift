import RelireModel
import RelireRules

/// What tells a fault again after edits elsewhere in the page: its rule, its page, and the letters at and
/// around it. Lines and columns have no part in it.
struct BaselineEntry: Hashable, Sendable {
  let path: String
  let rule: RuleID
  let hash: UInt64
  /// Which one it is of several alike, from 1.
  let ordinal: Int

  /// Bytes of letters that count on either side.
  private static let reach = 24

  init(path: String, rule: RuleID, hash: UInt64, ordinal: Int) {
    self.path = path
    self.rule = rule
    self.hash = hash
    self.ordinal = ordinal
  }

  static func hash(_ diagnostic: Diagnostic) -> UInt64 {
    let text = Array(diagnostic.excerptBytes)
    let (range, offset) = (diagnostic.range.source, diagnostic.excerpt.offset)
    let start = min(max(0, range.start - offset), text.count)
    let end = min(max(start, range.end - offset), text.count)
    let parts = [
      StableText.letters(of: text[..<start]).suffix(reach), StableText.letters(of: text[start..<end])[...],
      StableText.letters(of: text[end...]).prefix(reach),
    ]
    return FNV1a64.of(parts.joined(separator: [0]))
  }

  // MARK: Text

  /// As a baseline holds it: path, rule and hash with tabs between; unusual bytes of the path escaped.
  var line: String {
    let digits = String(hash, radix: 16)
    let zeros = String(repeating: "0", count: 16 - digits.count)
    return "\(Self.escaped(path))\t\(rule)\t\(zeros)\(digits)" + (ordinal > 1 ? "-\(ordinal)" : "")
  }

  /// Nil for a line that is no entry.
  init?(line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 3 else { return nil }
    let parts = fields[2].split(separator: "-")
    guard let digits = parts.first, let hash = UInt64(digits, radix: 16) else { return nil }
    path = Self.unescaped(fields[0])
    rule = RuleID(RuleRegistry.currentName(String(fields[1])))
    self.hash = hash
    ordinal = parts.count > 1 ? Int(parts[1]) ?? 1 : 1
  }

  private static func escaped(_ path: String) -> String {
    var result = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\t": result += "%09"
      case "\n": result += "%0A"
      case "\r": result += "%0D"
      case "#" where result.isEmpty: result += "%23"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = String(text)
    for (code, character) in [("%09", "\t"), ("%0A", "\n"), ("%0D", "\r"), ("%23", "#"), ("%25", "%")] {
      result = result.split(separator: code, omittingEmptySubsequences: false).joined(separator: character)
    }
    return result
  }
}

import RelireModel
import TestSupport
import Testing

@testable import RelireDocuments

/// The short way to read plain YAML against libyaml.
@Suite struct PlainYAMLTests {
  private static let keys = [
    "title", "description", "date", "draft", "weight", "objectifs", "type", "_build", "a-b", "12",
  ]
  private static let plainValues = [
    "", "Le guide", "l'État:oui", "true", "~", "null", "12", "0o17", "1.5", "2026-11-23", "2026-11-23T10:00:00+01:00",
    "\"Le guide: une page\"", "'Oui'", "a#b", "/chemin/", "(oui)", ".5", "été  deux", "yes", "fin ", "\u{1F600} emoji",
  ]
  private static let values =
    plainValues + plainValues + plainValues + [
      "« Publier »", "l’État: non", "\"\"", "''", "'l''État'", "\"a\\tb\"", "[a, b]", "{}", "| ", "&a b", "*a",
      "# vide", "a # b", "- tiret", "-1", "?", "%", "@", "`", "a\u{2028}b", "a\u{85}b", "\u{FEFF}a", "a:", ": a",
      "\ttab",
      "<<",
    ]

  /// Mappings and lists within another, a few of them badly indented.
  private static func nested(_ random: inout SplitMix64, indent: Int, depth: Int) -> String {
    let margin = String(repeating: " ", count: random.below(40) == 0 ? indent + 1 : indent)
    let isList = random.below(2) == 0
    var text = ""
    for _ in 0...random.below(3) {
      let value = random.pick(values)
      let isLeaf = depth > 3 || random.below(3) > 0
      let key = random.pick(keys)
      let inner = indent + random.pick([1, 2, 2, 2, 4])
      switch (isList, isLeaf) {
      case (true, true): text += "\(margin)- \(value)\n"
      case (true, false):
        text += "\(margin)- \(key): \(value)\n\(margin)  \(random.pick(keys)):\n"
        text += nested(&random, indent: indent + random.pick([2, 3, 4]), depth: depth + 1)
      case (false, true): text += "\(margin)\(key): \(value)\n"
      case (false, false):
        text += "\(margin)\(key):\n" + nested(&random, indent: random.below(6) == 0 ? indent : inner, depth: depth + 1)
      }
      if random.below(20) == 0 { text += random.pick(["\n", "   \n", "# note\n", "  # note\n"]) }
    }
    return text
  }

  private static func page(_ random: inout SplitMix64) -> [UInt8] {
    var text = ""
    for _ in 0...random.below(5) {
      switch random.below(10) {
      case 0: text += "\n"
      case 1: text += "# note\n"
      case 2: text += "  \(random.pick(values))\n"
      case 3: text += "\(random.pick(["- ", "  - ", "-"]))\(random.pick(values))\n"
      case 4:
        let indent = random.pick(["", "  "])
        text += "\(random.pick(keys)):\n"
        for _ in 0...random.below(3) { text += "\(indent)- \(random.pick(values))\n" }
      case 5, 6:
        text += "\(random.pick(keys)):\n" + nested(&random, indent: random.pick([0, 1, 2, 2, 4]), depth: 0)
      default: text += "\(random.pick(keys)):\(random.pick([" ", " ", " ", "  ", ""]))\(random.pick(values))\n"
      }
    }
    let bytes = Array(text.utf8)
    return random.below(4) == 0 ? random.mutated(bytes) : bytes
  }

  @Test func whatIsReadTheShortWayIsWhatLibyamlReads() throws {
    var random = SplitMix64(seed: 20_261_123)
    var plain = 0
    var nested = 0
    for _ in 0..<30_000 {
      // Sources are valid UTF-8 by the time that they are read.
      let bytes = Array(String(decoding: Self.page(&random), as: UTF8.self).utf8)
      guard let short = bytes.withUnsafeBufferPointer({ PlainYAML.read($0, base: 0) }) else { continue }
      plain += 1
      if short.entries.contains(where: { $0.value.isNested }) { nested += 1 }
      let whole = try YAMLReader.compose(bytes, range: SourceRange(0, bytes.count))
      #expect(Self.shown(short) == Self.shown(whole), "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
    #expect(plain > 2_000)
    #expect(nested > 200)
  }

  @Test func placesCountFromTheFileStart() throws {
    let text = Array("---\ntitle: Été\nliste:\n- 'un'\nvide:\n---\n".utf8)
    let node = try YAMLReader.read(text, range: SourceRange(4, 37))
    #expect(node["title"]?.range == SourceRange(11, 16))
    #expect(node["liste"]?.items?.first?.range == SourceRange(26, 30))
    #expect(node["vide"]?.range == SourceRange(at: 36))
  }

  /// A value with all its places; neighbouring verbatim pieces of a text are one.
  private static func shown(_ node: DataNode) -> String {
    let place = "@\(node.range.start)-\(node.range.end)"
    switch node.value {
    case .sequence(let items): return "[\(items.map(shown).joined(separator: ","))]\(place)"
    case .mapping(let entries):
      return "{\(entries.map { "\($0.key)@\($0.keyRange.start)-\($0.keyRange.end)=\(shown($0.value))" })}\(place)"
    case .string(let string):
      let places = Array(string.text.utf8).indices.map { offset -> Int in
        let piece = string.pieces.last { $0.start <= offset }
        return piece.map { $0.source.start + offset - $0.start } ?? -1
      }
      return "\(string.text.debugDescription)\(string.style)\(places)\(place)"
    default: return "\(node.value)\(place)"
    }
  }
}

extension DataNode {
  fileprivate var isNested: Bool { !entries.isEmpty || items?.contains { !$0.entries.isEmpty } == true }
}

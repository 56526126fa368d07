import RelireModel
import RelireRules
import TestSupport

/// Makes pages out of the rules' own examples: every fault that there is, in any company, then damaged.
struct PageMaker {
  private var random: SplitMix64
  private let blocks: [String]
  private let heads: [String]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    let texts = RuleRegistry.metadata.flatMap(\.examples).filter { $0.format != .html }.map(\.unmarked.text)
    blocks = texts.filter { !$0.hasPrefix("---") && !$0.hasPrefix("+++") }
    heads =
      texts.filter { $0.hasPrefix("---\n") } + [
        "", "---\ntitle: 'L''été : une saison...'\ndescription: \"Quand \\\"il\\\" fait beau !\"\n---\n",
        "+++\ntitle = \"L'eau : d'où vient-elle ?\"\n+++\n",
        "---\ntitle: >-\n  Un titre :\n  plié\nobjectifs:\n- Comprendre l'eau ;\n- la boire !\n---\n",
      ]
  }

  /// Markdown that may hold anything.
  mutating func page() -> [UInt8] {
    var text = pick(heads)
    for _ in 0..<Int.random(in: 1...12, using: &random) { text += "\n" + pick(blocks) + "\n" }
    text +=
      "\n| Nom    | Prix : total |\n|:-------|-------------:|\n| L'eau  |       3500 € |\n| \"un\" ! | 12 %         |\n"
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 0...6, using: &random) { damage(&bytes) }
    if Int.random(in: 0..<3, using: &random) == 0 { bytes = Self.withCarriageReturns(bytes) }
    if Bool.random(using: &random), bytes.last == 0x0A { bytes.removeLast() }
    if Int.random(in: 0..<8, using: &random) == 0 { bytes = [0xEF, 0xBB, 0xBF] + bytes }
    return bytes
  }

  private mutating func pick(_ choices: [String]) -> String { choices[Int.random(in: choices.indices, using: &random)] }

  private mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...20, using: &random))
    let stray = [
      " :", "**", "`", "<!--", "-->", "<em>", "</em>", "{{< note >}}", "{{</ note >}}", "&nbsp;", "[", "](a.md)", "|",
      "\u{202F}", "\u{200B}", "e\u{301}", "🙂", "...", "\"", "'", " ;", "\n", "\n\n", "    ", "> ", "- ", "\\", "\0",
    ]
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 2: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
    default: bytes.insert(contentsOf: pick(stray).utf8, at: place)
    }
  }

  private static func withCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }
}

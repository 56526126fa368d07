import RelireDocuments
import RelireModel
import TestSupport
import Testing

@Suite struct YAMLReaderTests {
  // MARK: Values

  @Test func `scalars mean what Hugo takes them to mean`() throws {
    let sample = Sample(
      """
      a: yes
      b: True
      c: 0x1F
      d: 0o17
      e: 017
      f: 1_000
      g: 0b11
      h: 1.5e3
      i: 2024-01-31
      j: 2024-01-31 10:00:00
      k: ~
      l:
      m: !!str 12
      n: .inf
      o: 12:30
      p: .5
      q: -12
      r: 1.2.3
      s: "12"
      t: 2024-01-31 à midi
      u: .
      """, .yaml)
    let root = try #require(sample.root)
    #expect(root["a"]?.string == "yes")
    #expect(root["b"]?.bool == true)
    #expect(root["c"]?.integer == 31)
    #expect(root["d"]?.integer == 15)
    #expect(root["e"]?.integer == 15)
    #expect(root["f"]?.integer == 1000)
    #expect(root["g"]?.integer == 3)
    #expect(root["h"]?.double == 1500)
    #expect(root["i"]?.date == "2024-01-31")
    #expect(root["j"]?.date == "2024-01-31 10:00:00")
    #expect(root["k"]?.isNull == true)
    #expect(root["l"]?.isNull == true)
    #expect(root["m"]?.string == "12")
    #expect(root["n"]?.double == .infinity)
    #expect(root["o"]?.string == "12:30")
    #expect(root["p"]?.double == 0.5)
    #expect(root["q"]?.integer == -12)
    #expect(root["r"]?.string == "1.2.3")
    #expect(root["s"]?.string == "12")
    #expect(root["t"]?.string == "2024-01-31 à midi")
    #expect(root["u"]?.string == ".")
  }

  @Test func `places are bytes, after accents and emoji too`() throws {
    let sample = Sample(
      "été: «\u{A0}œuvre\u{A0}» 🎈 # note\r\nliste:\r\n- é\r\n- ''\r\nvide:\r\nobjet: {a: ü}\r\n", .yaml)
    let root = try #require(sample.root)
    #expect(root.entries.map { sample.source($0.keyRange) } == ["été", "liste", "vide", "objet"])
    #expect(root["été"].map { sample.source($0.range) } == "«\u{A0}œuvre\u{A0}» 🎈")
    #expect(root["liste"].map { sample.source($0.range) } == "- é\r\n- ''")
    #expect(root["liste"]?.items?.map { sample.source($0.range) } == ["é", "''"])
    let empty = try #require(root["vide"]?.range)
    #expect(empty.isEmpty)
    #expect(sample.source(SourceRange(empty.start - 5, empty.start)) == "vide:")
    #expect(root["objet"].map { sample.source($0.range) } == "{a: ü}")
    #expect(sample.source(root.range).hasPrefix("été:"))
    #expect(sample.source(root.range).hasSuffix("{a: ü}"))
  }

  @Test func `an empty text is a null`() throws {
    #expect(Sample("", .yaml).root?.isNull == true)
    #expect(Sample("# rien\n\n", .yaml).root?.isNull == true)
  }

  @Test func `aliases and merge keys are resolved, at their own place`() throws {
    let sample = Sample("base: &b {x: 1, y: é}\nm: {<<: *b, y: 3}\nliste: [*b, *b]\ntexte: &t 'l''été'\nz: *t\n", .yaml)
    let root = try #require(sample.root)
    #expect(root["m"]?["x"]?.integer == 1)
    #expect(root["m"]?["y"]?.integer == 3)
    #expect(root["liste"]?.items?.map { sample.source($0.range) } == ["*b", "*b"])
    #expect(root["liste"]?.items?.last?["y"]?.string == "é")
    #expect(root["z"]?.string == "l'été")
  }

  // MARK: Spelling

  @Test(arguments: [
    ("a: l'été", ["l", "'", "é", "t", "é"]),
    ("a: 'l''été'", ["l", "''", "é", "t", "é"]),
    (
      #"a: "l\u2019\xe9t\xE9 \U0001F388\_\n\\""#,
      ["l", #"\u2019"#, #"\xe9"#, "t", #"\xE9"#, " ", #"\U0001F388"#, #"\_"#, #"\n"#, #"\\"#]
    ),
    ("a: un\n  deux", ["u", "n", "\n  ", "d", "e", "u", "x"]),
    ("a: un \n\n\n  deux", ["u", "n", " \n\n\n  ", "d", "e", "u", "x"]),
    ("a: \"un\\\n  deux\"", ["u", "n", "d", "e", "u", "x"]),
    ("a: \"un \\\n \n  deux\"", ["u", "n", " ", "\\\n \n  ", "d", "e", "u", "x"]),
    ("a: |\n  é\n  b\n", ["é", "\n", "b", "\n"]),
    ("a: |-\r\n  é\r\n\r\n  b\r\n", ["é", "\r\n", "\r\n", "b"]),
    ("a: >\n  é\n  b\n\n  c\n   d\n  e\n", ["é", "\n  ", "b", "\n\n  ", "c", "\n", " ", "d", "\n", "e", "\n"]),
    ("a: |2+\n   é\n\n", [" ", "é", "\n", "\n"]),
    ("a: >-\n\n  é\n", ["\n", "é"]),
    ("a: |\n\n", []),
    ("a: |+\n\n", ["\n"]),
  ]) func `each character knows its spelling`(text: String, spellings: [String]) throws {
    let sample = Sample(text, .yaml)
    let node = try #require(sample.root?["a"])
    let string = try #require(sample.string("a"))
    #expect(sample.fault(in: string, of: node) == nil)
    // The escape that spells a character in as many bytes is reported whole.
    let found = sample.spellings(string).joined(separator: "|")
    #expect(found == spellings.joined(separator: "|").replacing("\\_", with: "\\|_"))
  }

  /// Random texts written in every style, read back.
  @Test func `random scalars map to the bytes that spell them`() throws {
    var random = SplitMix64(seed: 7)
    let alphabet = ["a", "é", "œ", " ", "  ", "'", "\"", "\\", ":", "#", "\u{A0}", "\u{202F}", "🎈", "-", "\n", "!"]
    var mapped = 0
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }
        .joined()
      let spelled = Self.write(text, &random)
      let sample = Sample("clé: \(spelled)\nsuite: 1\n", .yaml)
      guard let node = sample.root?["clé"], let string = sample.string("clé") else {
        // A plain text may be no text, or no YAML at all.
        #expect(!spelled.hasPrefix("\"\\U") && !spelled.hasPrefix("|"), "\(String(reflecting: spelled))")
        continue
      }

      #expect(
        !string.pieces.isEmpty || string.text.isEmpty,
        "no map: \(String(reflecting: spelled)) \(String(reflecting: string.text))")
      #expect(sample.fault(in: string, of: node) == nil, "\(String(reflecting: spelled))")
      mapped += 1
    }
    #expect(mapped > 2000)
  }

  static func write(_ text: String, _ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return text.replacing("\n", with: "\n  ")
    case 1: return "'" + text.replacing("'", with: "''").replacing("\n", with: "\n\n  ") + "'"
    case 2:
      var result = "\""
      var isEscaped = false
      for scalar in text.unicodeScalars {
        // A line joined without a blank: what follows must not be a blank itself.
        if scalar != " ", Int.random(in: 0..<8, using: &random) == 0 { result += "\\\n   " }
        isEscaped = Int.random(in: 0..<3, using: &random) == 0
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case _ where isEscaped:
          let hex = String(scalar.value, radix: 16)
          result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result + "\""
    default:
      let style = ["|2", ">2", "|2-", ">2-", "|2+", ">2+"].randomElement(using: &random) ?? "|2"
      return style + "\n  " + text.replacing("\n", with: "\n  ")
    }
  }

  // MARK: Errors

  @Test(arguments: [
    ("title: Un titre : et la suite\n", ":", 16),
    ("a: 1\na: 2\n", "a", 5),
    ("titre: é\nb: *gras*\n", "*gras*", 13),
    ("a: \"été\nb: 1\n", "\"", 3),
    ("a: [1, 2\nb: 3\n", "", -1),
    ("a:\n\tb: 1\n", "\t", 3),
    ("a: @x\n", "@", 3),
    ("é: &x [*x]\n", "*x", 8),
    ("a: 1\n---\nb: 2\n", "---", 5),
    ("a: \"\\q\"\n", "\\q", 4),
    ("{a: 1}: b\n", "", -1),
    ("a: \u{1}\n", "\u{1}", 3),
  ]) func `an error has its place`(text: String, faulty: String, offset: Int) throws {
    let sample = Sample(text, .yaml)
    let error = try #require(sample.error)
    #expect(sample.range.start <= error.range.start && error.range.end <= sample.range.end)
    #expect(!error.message.french.isEmpty && !error.message.english.isEmpty)
    guard offset >= 0 else { return }
    #expect(sample.source(error.range) == faulty)
    #expect(error.range.start - sample.range.start == offset)
  }

  @Test func `an alias bomb is refused`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...20 {
      text +=
        "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(Sample(text, .yaml).error?.message.english.contains("Aliases") == true)
  }

  @Test func `deep nesting is refused`() {
    #expect(Sample(String(repeating: "[", count: 100_000), .yaml).error != nil)
    #expect(Sample(String(repeating: "{a: ", count: 100_000), .yaml).error != nil)
    #expect(Sample((0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), .yaml).error != nil)
    #expect(Sample(String(repeating: "- ", count: 100_000), .yaml).error != nil)
  }

  @Test func `no bytes and no truncation crash`() {
    var random = SplitMix64(seed: 42)
    let alphabet = Array("ab:-[]{}&*!|>'\"%@`#,? \n\t\r\\<".utf8) + [0xC3, 0xA9, 0x1A]
    for _ in 0..<1500 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0x20
      }
      let valid = Array(String(decoding: bytes, as: UTF8.self).utf8)
      let sample = Sample(valid, .yaml)
      #expect(sample.strayRange == nil)
    }
    let page = "a: &x \"é\\u00e9\"\nb:\n  - 'l''un'\n  - >-\n    plié\n    ici\nc: {d: *x, <<: {e: 1}}\n"
    for length in 0...page.utf8.count {
      #expect(Sample(Array(String(decoding: page.utf8.prefix(length), as: UTF8.self).utf8), .yaml).strayRange == nil)
    }
  }

  @Test func `a long text is read in linear time`() {
    let one = Sample("a: >\n" + String(repeating: "  été\n", count: 20_000), .yaml)
    #expect(one.root?["a"]?.string?.utf8.count == 20_000 * 6)
    let many = Sample(String(repeating: "- {a: 'é', b: \"c\"}\n", count: 5_000), .yaml)
    #expect(many.root?.items?.count == 5_000)
  }
}

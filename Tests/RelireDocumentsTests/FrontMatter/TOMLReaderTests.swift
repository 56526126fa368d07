import RelireDocuments
import RelireModel
import TestSupport
import Testing

@Suite struct TOMLReaderTests {
  @Test func `values and their places`() throws {
    let sample = Sample(
      """
      title = "été é" # une note
      "clé é" = 'd''d'
      n = 0x1F
      f = 1.5
      b = true
      d = 2024-01-02 10:00:00
      l = [ 1,  "œ" , # z
       3]
      i = {q = true, r = { s = 'ü' } }
      [a.b . c]
      x.y = 1
      [[menu.main]]
        n = 1
      [[menu.main]]
      n = 2
      """.replacing("'d''d'", with: "'d\"d'"), .toml)
    let root = try #require(sample.root)
    #expect(root["title"].map { sample.source($0.range) } == "\"été é\"")
    #expect(root["clé é"]?.string == "d\"d")
    #expect(root["n"]?.integer == 31)
    #expect(root["f"]?.double == 1.5)
    #expect(root["b"]?.bool == true)
    #expect(root["d"]?.date == "2024-01-02 10:00:00")
    #expect(root["l"]?.items?.map { sample.source($0.range) } == ["1", "\"œ\"", "3"])
    #expect(root["l"].map { sample.source($0.range) } == "[ 1,  \"œ\" , # z\n 3]")
    #expect(root["i"]?["r"]?["s"].map { sample.source($0.range) } == "'ü'")
    #expect(root["a"]?["b"]?["c"]?["x"]?["y"]?.integer == 1)
    #expect(root["menu"]?["main"]?.items?.compactMap { $0["n"]?.integer } == [1, 2])
    // In source order.
    #expect(root.entries.map(\.key) == ["title", "clé é", "n", "f", "b", "d", "l", "i", "a", "menu"])
    #expect(root.entries.map { sample.source($0.keyRange) }.prefix(2) == ["title", "\"clé é\""])
  }

  @Test(arguments: [
    ("a = \"l'été\"", ["l", "'", "é", "t", "é"]),
    (#"a = "\u00e9\U0001F388\n\\""#, [#"\u00e9"#, #"\U0001F388"#, #"\n"#, #"\\"#]),
    ("a = 'é\\n'", ["é", "\\", "n"]),
    ("a = \"\"\"\né\n\\\n   b\"\"\"", ["é", "\n", "b"]),
    ("a = \"\"\"\r\né\r\nb\"\"\"", ["é", "\r\n", "b"]),
    ("a = '''\n'é'''''", ["'", "é", "'", "'"]),
    ("a = \"\"", []),
    ("a = \"\"\"\"\"\"", []),
  ]) func `each character knows its spelling`(text: String, spellings: [String]) throws {
    let sample = Sample(text, .toml)
    let node = try #require(sample.root?["a"])
    let string = try #require(sample.string("a"))
    #expect(sample.fault(in: string, of: node) == nil)
    #expect(sample.spellings(string) == spellings)
  }

  @Test func `random strings map to the bytes that spell them`() throws {
    var random = SplitMix64(seed: 11)
    let alphabet = ["a", "é", "œ", " ", "'", "\"", "\\", "\u{A0}", "\u{202F}", "🎈", "\n", "#", "="]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }
        .joined()
      let isLong = Bool.random(using: &random)
      var spelled = isLong ? "\"\"\"\n" : "\""
      for scalar in text.unicodeScalars {
        if isLong, scalar != " ", scalar != "\n", Int.random(in: 0..<6, using: &random) == 0 { spelled += "\\\n  " }
        switch scalar {
        case "\"": spelled += "\\\""
        case "\\": spelled += "\\\\"
        case "\n": spelled += isLong ? "\n" : "\\n"
        case _ where Int.random(in: 0..<3, using: &random) == 0:
          let hex = String(scalar.value, radix: 16)
          spelled += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
        default: spelled.unicodeScalars.append(scalar)
        }
      }
      spelled += isLong ? "\"\"\"" : "\""
      let sample = Sample("\"clé\" = \(spelled)\nsuite = 1\n", .toml)
      let node = try #require(sample.root?["clé"], "\(String(reflecting: spelled))")
      let string = try #require(sample.string("clé"))
      #expect(string.text == text)
      #expect(sample.fault(in: string, of: node, allowing: []) == nil, "\(String(reflecting: spelled))")
    }
  }

  @Test(arguments: [
    ("a = b\n", "b"), ("été = 1\n", "été"), ("b = 'é'\na = 1 c\n", "c"), ("a = 1\n a = 2 \n", "a"),
    ("a = \"\\q\"\n", "\\q"), ("a = \"\\é\"", "\\é"), ("a = 2024-13-01\n", "2024-13-01"),
    ("a = 2023-02-29", "2023-02-29"),
    ("a = \"x\nb = 1\n", "\""), ("a = '''x\n", "'''"), ("a = [1\n", "["), ("a = [1 2]\n", "2"), ("[a\nb = 1\n", "[a"),
    ("a = {b = 1,}\n", ","), ("a = {b = 1\n}", "{"), ("a\n", "a"), ("a.b\n", "a.b"), ("a = \n", "\n"), ("a = ,", ","),
    ("a = 1\n [été] \nb = 2\n", "été"), ("[a]\n[a]\n", "a"), ("a = 1\n[a.b]\n", "a"), ("[a.b]\n[a]\nb.c = 1", "b"),
    ("[[a]]\n[a]\n", "a"), ("a = []\n[[a]]\n", "a"), ("a.b = 1\n[a]\n", "a"), ("a = {b = 1}\na.c = 2\n", "a"),
    ("a = {b = 1, b = 2}", "b"), ("a = 01", "01"), ("a = 1__0", "1__0"), ("a = 1.", "1."), ("a = .5", ".5"),
    ("a = 0x-1", "0x-1"), ("a = 99999999999999999999", "99999999999999999999"), ("a = 25:00:00", "25:00:00"),
    ("= 1", "="), ("a..b = 1", "."), ("\"\"\"a\"\"\" = 1", "\"\""), ("[[a]\n", "[[a]"), ("a = 'x\u{1}'", "\u{1}"),
    ("a = 1\rb = 2", "\r"), ("[,\n", ","),
  ]) func `an error has its place`(text: String, faulty: String) throws {
    let sample = Sample(text, .toml)
    let error = try #require(sample.error)
    #expect(sample.range.contains(error.range))
    #expect(sample.source(error.range) == faulty)
  }

  @Test func `tables may be given in any order that the format allows`() throws {
    let sample = Sample(
      """
      [a.b.c]
      x = 1
      [a]
      y = 2
      [a.d]
      fruit.apple.color = "red"
      [a.d.fruit.apple.texture]
      smooth = true
      [[a.list]]
      [a.list.sub]
      n = 1
      [[a.list]]
      [a.list.sub]
      n = 2
      """, .toml)
    let a = try #require(sample.root?["a"])
    #expect(a["b"]?["c"]?["x"]?.integer == 1)
    #expect(a["d"]?["fruit"]?["apple"]?["texture"]?["smooth"]?.bool == true)
    #expect(a["list"]?.items?.compactMap { $0["sub"]?["n"]?.integer } == [1, 2])
    #expect(sample.source(a.range) == "[a]")
  }

  @Test func `deep nesting is refused`() {
    #expect(Sample(String(repeating: "a.", count: 100_000) + "a = 1", .toml).error != nil)
    #expect(Sample("[" + String(repeating: "a.", count: 100_000) + "a]", .toml).error != nil)
    #expect(Sample("x = " + String(repeating: "[", count: 100_000), .toml).error != nil)
    let levels = String(repeating: "x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x = {", count: 60)
    #expect(Sample(levels + String(repeating: "}", count: 60), .toml).error != nil)
  }

  @Test func `dots in texts and comments are no depth`() {
    let dots = String(repeating: ".", count: 100)
    let text =
      "a = \"\(dots)\" # \(dots)\nb = '''\n\(dots)'''\nc = \"\"\"\\\"\(dots)\"\"\"\nd = [\(String(repeating: "1.5, ", count: 99))]\n"
    #expect(Sample(text, .toml).root != nil)
  }

  @Test func `no bytes and no truncation crash`() {
    var random = SplitMix64(seed: 43)
    let alphabet = Array("ab=.[]{}'\"#,0 \n\t\r\\-:".utf8) + [0xC3, 0xA9, 0x1A]
    for _ in 0..<1500 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0x20
      }
      #expect(Sample(Array(String(decoding: bytes, as: UTF8.self).utf8), .toml).strayRange == nil)
    }
    let page = "a = \"é\\u00e9\"\n[b.c]\nd = [1, {e = '''\né'''}]\n[[f]]\ng = 2024-01-01\n"
    for length in 0...page.utf8.count {
      let text = String(decoding: page.utf8.prefix(length), as: UTF8.self)
      #expect(Sample(Array(text.utf8), .toml).strayRange == nil)
    }
  }

  @Test func `a long text is read in linear time`() {
    let lines = (0..<2_000).map { "clé\($0) = { a = 'é', b = [1, 2] }".replacing("é", with: "e") }
    #expect(Sample(lines.joined(separator: "\n"), .toml).root?.entries.count == 2_000)
    let line = "l = [" + String(repeating: "'é', ", count: 5_000) + "]"
    #expect(Sample(line, .toml).root?["l"]?.items?.count == 5_000)
  }
}

import RelireDocuments
import RelireModel
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  @Test func `values and their places`() throws {
    let sample = Sample(
      """
      { "é": "œ",\t"n": -12, "f": 1.5e3, "b": false, "z": null,
        "l": [ 1, [], {} , "x" ], "o": {"p": {"q": "ü"}}, "big": 123456789012345678901234567890 }
      """, .json)
    let root = try #require(sample.root)
    #expect(root["é"].map { sample.source($0.range) } == "\"œ\"")
    #expect(root.entries.map { sample.source($0.keyRange) }.first == "\"é\"")
    #expect(root["n"]?.integer == -12)
    #expect(root["f"]?.double == 1500)
    #expect(root["b"]?.bool == false)
    #expect(root["z"]?.isNull == true)
    #expect(root["l"]?.items?.map { sample.source($0.range) } == ["1", "[]", "{}", "\"x\""])
    #expect(root["o"]?["p"]?["q"]?.string == "ü")
    #expect(root["big"]?.double == 1.2345678901234568e29)
    #expect(sample.source(root.range).hasSuffix("}") && root.range.start == sample.range.start)
  }

  @Test func `of repeated keys the last one holds`() {
    #expect(Sample(#"{"a": 1, "a": 2}"#, .json).root?["a"]?.integer == 2)
  }

  @Test func `each character knows its spelling`() throws {
    let sample = Sample(#"{"a": "é\u00e9\ud83c\udf88\/\"\n'"}"#, .json)
    let string = try #require(sample.string("a"))
    #expect(string.text == "éé🎈/\"\n'")
    #expect(sample.spellings(string) == ["é", #"\u00e9"#, #"\ud83c\udf88"#, #"\/"#, #"\""#, #"\n"#, "'"])
  }

  @Test func `random strings map to the bytes that spell them`() throws {
    var random = SplitMix64(seed: 5)
    let alphabet = ["a", "é", "œ", " ", "\"", "\\", "\u{A0}", "🎈", "\n"]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }
        .joined()
      var spelled = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": spelled += "\\\""
        case "\\": spelled += "\\\\"
        case "\n": spelled += "\\n"
        case _ where Int.random(in: 0..<3, using: &random) == 0:
          for unit in String(scalar).utf16 {
            let hex = String(unit, radix: 16)
            spelled += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
          }
        default: spelled.unicodeScalars.append(scalar)
        }
      }
      let sample = Sample("{\"clé\" : \(spelled)\" }", .json)
      let node = try #require(sample.root?["clé"])
      let string = try #require(sample.string("clé"))
      #expect(string.text == text)
      #expect(sample.fault(in: string, of: node, allowing: []) == nil)
    }
  }

  @Test(arguments: [
    ("{\"a\": 1,}", ","), ("{\"a\" 1}", "\"a\""), ("{a: 1}", "a"), ("[1 2]", "2"), ("[1, 2", "["),
    ("{\"a\": \"é", "\""),
    ("[01]", "01"), ("[1.]", "1."), ("[-]", "-"), ("[tru]", "tru"), ("[\"\\q\"]", "\\q"), ("[\"\\ud800\"]", "\\ud800"),
    ("[\"a\nb\"]", "\n"), ("1 2", "2"), ("", ""), ("[é]", "é"), ("{\"a\": }", "}"), ("'a'", "'a'"), ("[,]", ","),
  ]) func `an error has its place`(text: String, faulty: String) throws {
    let sample = Sample(text, .json)
    let error = try #require(sample.error)
    #expect(sample.source(error.range) == faulty)
    #expect(sample.range.contains(error.range))
  }

  @Test func `deep nesting is refused`() {
    #expect(Sample(String(repeating: "[", count: 1_000_000), .json).error != nil)
    #expect(Sample(String(repeating: "{\"a\":", count: 1_000_000), .json).error != nil)
  }

  @Test func `no bytes and no truncation crash`() {
    var random = SplitMix64(seed: 44)
    let alphabet = Array("{}[]\",:\\u0123e-+.truefalsn \n".utf8) + [0xC3, 0xA9, 0x1A]
    for _ in 0..<1500 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0x20
      }
      #expect(Sample(Array(String(decoding: bytes, as: UTF8.self).utf8), .json).strayRange == nil)
    }
    let page = #"{"a": "é\u00e9\ud83c\udf88", "b": [1, -2.5e+3, true, null, {"c": {}}]}"#
    for length in 0...page.utf8.count {
      let text = String(decoding: page.utf8.prefix(length), as: UTF8.self)
      #expect(Sample(Array(text.utf8), .json).strayRange == nil)
    }
  }
}

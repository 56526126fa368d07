import RelireModel
import TestSupport
import Testing

@testable import RelireDocuments

/// Words read sixteen bytes at a time against what their letters say one by one.
@Suite struct ShortWordTests {
  private static let letters: [Character] = Array("aabbezAZéàçÉÀÞþßÿÿœŒşŞñ")

  @Test func wordsAreWhatTheirLettersSay() {
    var random = SplitMix64(seed: 20_261_127)
    for _ in 0..<5_000 {
      var words: [String] = []
      for _ in 0...random.below(8) {
        // Mostly short, mostly small letters of ASCII; some go on beyond what is read at once.
        let letters = random.below(3) == 0 ? ["e", "s", "t"] : Self.letters
        let longest = random.below(4) == 0 ? 24 : 9
        words.append(String((0...random.below(longest)).map { _ in random.pick(letters) }))
      }
      let text = words.joined(separator: random.pick([" ", "’", "×", ", ", "\u{A0}", "\u{202F}! ", "÷", "-"]))
      let prose = TextReader.read(SourceText(text)).prose
      let tokens = prose.tokens.filter { $0.kind == .word }
      #expect(tokens.map { prose.string($0.range) } == words, "\(text)")
      for (token, word) in zip(tokens, words) {
        #expect(token.hash == FoldedHash.of(word.utf8), "\(word)")
        #expect(token.flags.subtracting([.first, .joined]).rawValue == Self.flags(word).rawValue, "\(word)")
      }
    }
  }

  private static func flags(_ word: String) -> Token.Flags {
    // The scanner knows the case of Latin-1 and Latin Extended-A.
    let isCapital = word.map(\.isUppercase)
    var flags: Token.Flags = []
    if isCapital[0] { flags.insert(.capitalised) }
    if isCapital.count > 1, !isCapital.contains(false) { flags.insert(.allCapitals) }
    if let small = isCapital.firstIndex(of: false), isCapital[small...].contains(true) { flags.insert(.innerCapital) }
    if word.utf8.contains(where: { $0 >= 0x80 }) { flags.insert(.nonASCII) }
    return flags
  }

  @Test func blocksAndBytesHashAlike() {
    #expect(FoldedHash.of("Ete".utf8) == FoldedHash.of(lowered: 0x65_7465, 0))
    #expect(FoldedHash.of("abcdefghi".utf8) == FoldedHash.of(lowered: 0x6867_6665_6463_6261, 0x69))
    #expect(FoldedHash.of("".utf8) == FoldedHash.of(lowered: 0, 0))
  }
}

import RelireModel
import Testing

@testable import RelireLexicon

@Suite struct LexiconTests {
  let lexicon = Lexicon(adding: [
    (.leftAlone, Array("# un commentaire\nKaori\r\n\nmot d'ordre\n".utf8)),
    (.ligatures, Array("coeurs vaillants\tCœurs vaillants\n".utf8)),
  ])

  @Test func lettersCaseIsOfNoAccount() {
    for word in ["oeuvre", "Oeuvre", "OEUVRE"] {
      #expect(lexicon.value(lexicon.entry(word), in: .ligatures) == "œuvre")
    }
    #expect(!lexicon.lists(lexicon.entry("ÉTAT")).contains(.accentedWords))
  }

  @Test func unknownWordsHaveNoEntry() {
    for word in ["", "zzyzx", "le monde"] { #expect(lexicon.entry(word).isNone) }
  }

  @Test func accentedWordsAreFoundByTheirBareForms() {
    #expect(lexicon.value(lexicon.entry("Etat"), in: .accentedWords) == "état")
    #expect(lexicon.value(lexicon.entry("eleve"), in: .accentedWords) == "élève")
    #expect(lexicon.value(lexicon.entry("elève"), in: .accentedWords) == "élève")
    #expect(lexicon.value(lexicon.entry("CALEDONIE"), in: .accentedWords) == "calédonie")
    #expect(lexicon.value(lexicon.entry("Evolué"), in: .accentedInitials) == "évolué")
  }

  @Test func sitesAddTheirOwnEntries() {
    #expect(lexicon.contains("kaori", in: .leftAlone))
    #expect(lexicon.contains("mot d'ordre", in: .leftAlone))
    #expect(!lexicon.contains("mot d'", in: .leftAlone))
    #expect(!Lexicon.standard.contains("kaori", in: .leftAlone))
  }

  @Test func phrasesAreWalkedWordByWord() throws {
    var state = lexicon.phrases(.ligatures)
    #expect(lexicon.phraseLists(lexicon.entry("Coeurs")).contains(.ligatures))
    for word in ["Coeurs", "VAILLANTS"] {
      #expect(!lexicon.isPhrase(state))
      let bytes = Array(word.utf8)
      state = try #require(
        bytes.withUnsafeBufferPointer { lexicon.step(state, FoldedHash.of($0), $0, 0..<$0.count) })
    }
    #expect(lexicon.isPhrase(state))
    #expect(lexicon.value(state) == "Cœurs vaillants")
    #expect(lexicon.step(state, mark: 0x2D) == nil)
  }

  /// The filters before the tables may let a stranger pass, but turn nothing away that a list has.
  @Test(arguments: WordList.allCases) func filtersKnowEveryEntry(_ list: WordList) {
    let lexicon = Lexicon.standard
    let lines = Lexicon.embedded(list).split(separator: 0x0A).filter { $0.first != 0x23 }
    for line in lines {
      let entry = line.prefix { $0 != 0x09 }
      let words = entry.split { LexiconBuilder.isSeparator($0) }.map { Array($0) }
      guard let first = words.first, let bare = String(validating: first, as: UTF8.self) else { continue }
      let word = lexicon.entry(bare)
      if lexicon.lists(word).contains(list) { #expect(lexicon.mayHaveEntry(FoldedHash.of(first)) == 1) }
      guard lexicon.phraseLists(word).contains(list), words.count > 1 else { continue }
      let next = lexicon.phraseLists(word, goingOnWith: FoldedHash.of(words[1]))
      #expect(next.contains(list), "\(bare)")
    }
  }

  @Test func filtersTurnMostStrangersAway() {
    let lexicon = Lexicon.standard
    let strangers = (0..<10_000).filter { lexicon.mayHaveEntry(FoldedHash.of("zq\($0)x".utf8)) == 1 }
    #expect(strangers.count < 1_500)
  }
}

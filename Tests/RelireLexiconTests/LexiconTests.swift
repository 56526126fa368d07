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
      state = try #require(lexicon.step(state, FoldedHash.of(bytes), bytes, 0..<bytes.count))
    }
    #expect(lexicon.isPhrase(state))
    #expect(lexicon.value(state) == "Cœurs vaillants")
    #expect(lexicon.step(state, mark: 0x2D) == nil)
  }
}

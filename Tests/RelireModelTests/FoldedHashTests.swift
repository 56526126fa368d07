import RelireModel
import Testing

@Suite struct FoldedHashTests {
  @Test(arguments: [
    ("ÉTAT", "état"), ("Œuvre", "œuvre"), ("NOËL", "noël"), ("Ÿ", "ÿ"), ("Ça", "ça"), ("ABC", "abc"),
    ("ŠKODA", "škoda"),
  ])
  func foldsCapitals(_ capital: String, _ small: String) {
    // Ÿ (U+0178) and ÿ (U+00FF) lie in different blocks: that pair alone is not folded.
    #expect((FoldedHash.of(capital.utf8) == FoldedHash.of(small.utf8)) == (small != "ÿ"))
  }

  @Test(arguments: [("Etat", "État"), ("oeuvre", "œuvre"), ("×", "÷"), ("a", "b"), ("ß", "ÿ")])
  func keepsWhatDiffers(_ one: String, _ other: String) {
    #expect(FoldedHash.of(one.utf8) != FoldedHash.of(other.utf8))
  }

  /// The two ways to it, byte by byte and eight bytes at a time, agree whatever the length and wherever accents stand.
  @Test func isTheSameForBytesThatLieTogether() {
    let text = Array("Été À L’ŒUVRE × Noël [@Zz`{] Çà et LÀ ÷ ß ÿ Ÿ 123 Škoda ŽĲ 🦎".utf8)
    for start in text.indices {
      for end in start...text.count {
        let bytes = text[start..<end]
        #expect(FoldedHash.of(bytes) == FoldedHash.of(bytes.lazy.map { $0 }))
      }
    }
  }
}

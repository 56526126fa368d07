import RelireModel
import Testing

@Suite struct FoldedHashTests {
  @Test(arguments: [
    ("ÉTAT", "état"), ("Œuvre", "œuvre"), ("NOËL", "noël"), ("Ÿ", "ÿ"), ("Ça", "ça"), ("ABC", "abc"), ("ŠKODA", "škoda"),
  ])
  func foldsCapitals(_ capital: String, _ small: String) {
    // Ÿ (U+0178) and ÿ (U+00FF) lie in different blocks: that pair alone is not folded.
    #expect((FoldedHash.of(capital.utf8) == FoldedHash.of(small.utf8)) == (small != "ÿ"))
  }

  @Test(arguments: [("Etat", "État"), ("oeuvre", "œuvre"), ("×", "÷"), ("a", "b"), ("ß", "ÿ")])
  func keepsWhatDiffers(_ one: String, _ other: String) {
    #expect(FoldedHash.of(one.utf8) != FoldedHash.of(other.utf8))
  }
}

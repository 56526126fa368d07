import RelireModel
import RelireRules
import Testing

@Suite struct OrdinalTests {
  /// Letter case is of no account in the list of ordinals, but `XVIème` is not `XVième`.
  @Test(arguments: 2...49)
  func romanNumeralsKeepTheirValue(number: Int) {
    let numeral = roman(number)
    for ending in ["ème", "eme", "ième", "ieme", "èmes"] where !(numeral == "X" && ending.hasPrefix("i")) {
      let fixed = numeral + (ending.hasSuffix("s") ? "es" : "e")
      #expect(correct("Le \(numeral)\(ending) siècle.") == "Le \(fixed) siècle.")
    }
  }

  private func correct(_ text: String) -> String? {
    Edits.converge(text) { Checking.findings([Ordinal.self], on: Checking.page($0)).compactMap(\.appliedFix) }
  }

  private func roman(_ number: Int) -> String {
    let tens = ["", "X", "XX", "XXX", "XL"]
    let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return tens[number / 10] + units[number % 10]
  }
}

import RelireRules
import Testing

/// Pages on which a rule that looks around each fault would take quadratic time.
@Suite struct LongPageTests {
  @Test(.timeLimit(.minutes(1)))
  func `a long paragraph is looked at near each link only`() {
    let links = String(repeating: "[cliquez ici](/guide/)\n", count: 300)
    let text = links + String(repeating: "pour en savoir plus ", count: 10_000)
    #expect(Checking.findings([GenericText.self], on: Checking.page(text)).count == 300)
  }

  @Test(.timeLimit(.minutes(1)))
  func `bold text in bold text is looked through a few times only`() {
    let bold = "<p>" + String(repeating: "<b>", count: 20_000) + "Lire.</p>"
    #expect(Checking.findings([EmphasisAsHeading.self], on: Checking.page(bold, .html)).isEmpty)
  }
}

import RelireRules
import Testing

/// Pages on which a rule that looks around each fault would take quadratic time.
@Suite struct LongPageTests {
  @Test(.timeLimit(.minutes(1)))
  func `a paragraph of links is looked at near each link only`() {
    let text = String(repeating: "[cliquez ici](/guide/)\n", count: 4000)
    #expect(Checking.findings([GenericText.self], on: Checking.page(text)).count == 4000)
  }
}

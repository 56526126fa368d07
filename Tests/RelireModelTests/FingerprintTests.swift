import Testing

@testable import RelireModel

@Suite struct FingerprintTests {
  private func diagnostic(_ text: String, line: Int = 1, path: String = "a.md") -> Diagnostic {
    let position = Position(line: line, column: 1, offset: line)
    return Diagnostic(
      rule: "typography/ellipsis", severity: .warning, message: Message(fr: "", en: ""), path: path,
      range: PositionRange(start: position, end: position), fix: nil, excerpt: Excerpt(text: text, offset: 0))
  }

  @Test func staysWhenTheFaultMoves() {
    #expect(Fingerprint.of([diagnostic("un...")]) == Fingerprint.of([diagnostic("un...", line: 40)]))
  }

  @Test func staysWhenTheLineIsCorrected() {
    #expect(
      Fingerprint.of([diagnostic("L'été : « un... » l'Etat")])
        == Fingerprint.of([diagnostic("L’été\u{A0}: «\u{202F}un…\u{A0}» l’Etat")]))
    #expect(Fingerprint.of([diagnostic("été")]) != Fingerprint.of([diagnostic("etc")]))
    #expect(StableText.letters(of: "a→é 😀ⅷ²°—3".utf8) == Array("a→é😀ⅷ3".utf8))
  }

  @Test func differsByPathTextAndOccurrence() {
    let all = Fingerprint.of([
      diagnostic("un..."), diagnostic("un...", line: 2), diagnostic("deux..."), diagnostic("un...", path: "b.md"),
    ])
    #expect(Set(all).count == 4)
  }

  @Test func readsItself() throws {
    let fingerprint = Fingerprint(value: 0xAB)
    #expect(fingerprint.description == "00000000000000ab")
    #expect(Fingerprint(fingerprint.description) == fingerprint)
    #expect(Fingerprint("ab") == nil && Fingerprint("zz000000000000ab") == nil)
  }
}

import RelireModel
import TestSupport
import Testing

@testable import RelireDocuments

/// Generated and mutated pages: whatever the page, every place is true.
@Suite struct MarkdownPropertyTests {
  private func check(_ bytes: [UInt8], checksMarkup: Bool = false, _ comment: @autoclosure () -> String) {
    check(MarkdownReader.read(SourceDecoder.decode(bytes, format: .markdown)), bytes, checksMarkup, comment())
    let options = ReadingOptions(hasDialects: true)
    check(
      MarkdownReader.read(SourceDecoder.decode(bytes, format: .markdown), options: options), bytes, checksMarkup,
      comment())
  }

  private func check(_ document: Document, _ bytes: [UInt8], _ checksMarkup: Bool, _ comment: String) {
    let violations = MarkdownInvariants.violations(of: document, checksMarkup: checksMarkup)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(violations.isEmpty, "\(comment): \(violations)\n\(text.debugDescription)\n\(document.outline)")
  }

  @Test func generatedPages() {
    var random = SplitMix64(seed: 11)
    for number in 0..<500 { check(MarkdownPages.page(&random), checksMarkup: true, "page \(number)") }
  }

  @Test func mutatedPages() {
    var random = SplitMix64(seed: 12)
    for number in 0..<500 {
      let page = MarkdownPages.page(&random, hasDialects: number % 2 == 1)
      check(random.mutated(page), "page \(number)")
    }
  }

  @Test func randomBytes() {
    var random = SplitMix64(seed: 13)
    for number in 0..<300 {
      check((0..<random.below(400)).map { _ in UInt8(truncatingIfNeeded: random.next()) }, "bytes \(number)")
    }
  }

  @Test func everyTruncation() {
    let page = Array(
      """
      ---
      title: L’été
      ---
      # Titre *fort* {#haut}

      Un **mot** avec [un lien](https://a.fr "titre"), `code`, &nbsp;: et\\
      une note[^1], ![image](i.png 'x').

      - [ ] tâche
        1. un
        2. deux

           suite
      > cité
      > - *a*

      | A | B |
      |---|--:|
      | 1 |   |

      {{< note >}}
      <div class="x">**brut**</div>
      {{< /note >}}

      Terme
      : définition

      [^1]: La note.

      ```js
      x
      ```
      """.utf8)
    for end in 0...page.count { check(Array(page[..<end]), checksMarkup: true, "\(end) bytes") }
  }
}

import RelireEngine
import Testing

@Suite struct ShellWordTests {
  @Test(arguments: [
    ("content/fr", "content/fr"), ("été.md", "été.md"), ("deux mots", "'deux mots'"), ("l'été", "'l'\\''été'"),
    ("", "''"), ("$(rm)", "'$(rm)'"), ("a\nb", "'a\nb'"),
  ])
  func quotes(_ word: String, _ expected: String) {
    #expect(ShellWord.quoted(word) == expected)
  }
}

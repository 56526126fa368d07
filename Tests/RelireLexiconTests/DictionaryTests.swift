import RelireModel
import Testing

@testable import RelireLexicon

@Suite struct DictionaryTests {
  @Test(arguments: WordList.allCases)
  func filesStandInTheOrderOfTheLists(list: WordList) {
    #expect(Lexicon.embeddedName(list) == list.fileName)
  }

  @Test(arguments: WordList.allCases)
  func entriesAreSortedUniqueAndComposed(list: WordList) {
    let text = String(decoding: Lexicon.embedded(list), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "", "\(list.fileName).txt must end with a line end")
    let entries = lines.dropLast().drop { $0.hasPrefix("#") }
    #expect(entries.count < lines.count - 1, "\(list.fileName).txt must say what it is in a comment")
    #expect(!entries.isEmpty)
    for (entry, next) in zip(entries, entries.dropFirst()) {
      #expect(entry.unicodeScalars.lexicographicallyPrecedes(next.unicodeScalars), "\(list.fileName): \(next)")
    }
    for entry in entries {
      #expect(!entry.isEmpty && !entry.hasPrefix("#"))
      #expect(entry.first != " " && entry.last != " " && !entry.contains("  "), "\(list.fileName): \(entry)")
      #expect(!entry.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }, "\(list.fileName): \(entry)")
    }
  }

  @Test func everyEntryIsFound() {
    let lexicon = Lexicon.standard
    let derived: WordLists = [.accentedWords, .accentedInitials]
    let hyphenless: WordLists = [.compounds, .nounCompounds, .placeNames]
    for list in WordList.allCases where !derived.contains(list) {
      let text = String(decoding: Lexicon.embedded(list), as: UTF8.self)
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        var key = String(line.prefix { $0 != "\t" })
        if hyphenless.contains(list) { key.replace("-", with: " ") }
        let isFound = lexicon.contains(key, in: list)
        #expect(isFound, "\(list.fileName): \(key)")
      }
    }
  }
}

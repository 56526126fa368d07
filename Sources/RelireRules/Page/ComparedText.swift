import RelireDocuments
import RelireModel

/// What pages are compared by.
public struct ComparedText: Sendable {
  /// What makes two texts one. Accents count: « Les marchés » are not « Les marches ».
  struct Key: Hashable {
    let letters: String
    let language: String?

    var isEmpty: Bool { letters.isEmpty }
  }

  private let text: String
  /// The same for all texts whose keys are alike, and for few others: only for what shares it keys are made.
  let hash: UInt32
  /// Translations may have one title: pages are compared within their language.
  private let language: String?
  let range: SourceRange
  let format: Document.Format
  let isLoose: Bool

  init?(_ text: PageText?, of page: Page) {
    guard page.isReadPage, let text, !page.isNotAPage else { return nil }
    self.text = text.text
    range = text.range
    format = page.document.format
    isLoose = page.place.role == .loose
    language = page.place.language ?? page.document.declaredLanguage
    let (hash, count) = Self.hash(text.text)
    self.hash = hash
    if count == 0, key.isEmpty { return nil }
  }

  private static let longest = 800

  /// Made of small letters and digits, without a look at their properties.
  var key: Key {
    var letters = ""
    letters.reserveCapacity(text.utf8.count)
    for scalar in String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self).lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "\u{DF}"..."\u{F6}", "\u{F8}"..."\u{1FFF}", "\u{2070}"...:
        letters.unicodeScalars.append(scalar)
      default: break
      }
    }
    return Key(letters: letters, language: language)
  }

  /// Of the letters and digits that are never left out, and that no character beyond ASCII becomes in small letters, as
  /// the signs of kelvin and of the dotted capital I become `k` and `i`.
  private static func hash(_ text: String) -> (hash: UInt32, count: Int) {
    var text = text
    return text.withUTF8 { bytes in
      var hash = FNV1a()
      var count = 0
      for byte in bytes.prefix(longest) {
        guard byte & 0xC0 == 0x40 ? steady >> UInt32(byte & 31) & 1 != 0 : byte &- 0x30 < 10 else { continue }
        hash.append(UInt32(byte | 0x20))
        count &+= 1
      }
      return (hash.value, count)
    }
  }

  /// One bit for each letter but i and k, small or capital.
  private static var steady: UInt32 { 0x07FF_FFFE & ~(1 << 9 | 1 << 11) }
}

extension Document {
  /// The language of an HTML page, as its first element gives it.
  fileprivate var declaredLanguage: String? {
    guard format == .html else { return nil }
    return rootElement.flatMap { value(.lang, of: $0) }.map { LanguageTag($0).primary }
  }
}

extension [PageEvidence<ComparedText>] {
  /// The pages that share a text. What generated pages share is told of their sources, when these are there.
  func duplicates() -> [[PageEvidence<ComparedText>]] {
    let hasSources = contains { $0.value.format == .markdown }
    // Nearly all texts are of one page: no list is made for these.
    var firsts: [UInt32: Int] = Dictionary(minimumCapacity: count)
    var alike: [Int: [Int]] = [:]
    for index in indices where !hasSources || self[index].value.format == .markdown {
      let first = firsts[self[index].value.hash, default: index]
      if first == index { firsts[self[index].value.hash] = index } else { alike[first, default: [first]].append(index) }
    }
    var groups: [[Int]] = []
    for candidates in alike.values {
      let byKey = Dictionary(grouping: candidates) { self[$0].value.key }
      groups += byKey.lazy.filter { !$0.key.isEmpty && $0.value.count > 1 }.map(\.value)
    }
    return groups.sorted { $0[0] < $1[0] }.map { group in group.map { self[$0] } }
  }
}

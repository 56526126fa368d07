import RelireModel

/// Corrects pages in memory, as plainly as possible: the engine's fixer is tested on its own.
enum Edits {
  /// The text after the fixes; one that overlaps an earlier one waits for the next round.
  static func apply(_ fixes: [Fix], to text: String) -> String {
    var bytes = Array(text.utf8)
    var taken: [SourceRange] = []
    var edits: [TextEdit] = []
    for fix in fixes {
      let isFree = fix.edits.allSatisfy { edit in
        !taken.contains { $0.overlaps(edit.range) || ($0.isEmpty && edit.range.isEmpty && $0 == edit.range) }
      }
      guard isFree else { continue }
      taken += fix.edits.map(\.range)
      edits += fix.edits
    }
    for edit in edits.sorted(by: { $0.range > $1.range }) {
      bytes.replaceSubrange(edit.range.bounds, with: Array(edit.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Fixes again and again until nothing changes.
  /// - Returns: nil when `rounds` rounds were not enough.
  static func converge(_ text: String, rounds: Int = 10, fixes: (String) -> [Fix]) -> String? {
    var text = text
    for _ in 0..<rounds {
      let corrected = apply(fixes(text), to: text)
      // Byte for byte: strings are also equal when only their accents are composed otherwise.
      if corrected.utf8.elementsEqual(text.utf8) { return text }
      text = corrected
    }
    return nil
  }
}

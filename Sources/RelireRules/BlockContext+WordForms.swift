import RelireDocuments
import RelireLexicon
import RelireModel

/// The forms of the words of a block.
extension BlockContext {
  /// The text in the capitals of the word at `index`.
  func matchingCase(of index: Int, _ text: String) -> String {
    let flags = tokens[index].flags
    if flags.contains(.innerCapital) { return text.capitalisedFirst }
    if flags.contains(.allCapitals) { return text.uppercased() }
    // « OEuf » is how « Œuf » is typed without the ligature.
    return flags.contains(.capitalised) ? text.capitalisedFirst : text
  }

  /// Whether a word has the form of an infinitive.
  func isInfinitive(_ index: Int) -> Bool {
    let range = tokens[index].range
    guard range.count >= 4 else { return false }
    let last = prose.bytes[range.upperBound - 1] | 0x20
    let beforeLast = prose.bytes[range.upperBound - 2] | 0x20
    if last == 0x72 { return (beforeLast == 0x65 || beforeLast == 0x69) && !isNoInfinitive(index) }
    // -dre, -tre, -ire, -vre, -pre, -cre, -aire, -oire.
    guard last == 0x65, beforeLast == 0x72 else { return false }
    return isWord(index, in: .infinitives)
  }

  private func isNoInfinitive(_ index: Int) -> Bool { isWord(index, in: .infinitiveLookalikes) }
}

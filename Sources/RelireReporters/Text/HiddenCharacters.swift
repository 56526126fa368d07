/// The hidden characters of a report, each once: the legend tells them.
///
/// A list, as they are a handful: to make its first set of a type of ours, a program looks through all conformances that
/// it has, which a check of one page would feel.
struct HiddenCharacters {
  private(set) var all: [HiddenCharacter] = []

  var isEmpty: Bool { all.isEmpty }

  mutating func insert(_ character: HiddenCharacter) {
    if !all.contains(character) { all.append(character) }
  }

  mutating func formUnion(_ others: HiddenCharacters) {
    for character in others.all { insert(character) }
  }
}

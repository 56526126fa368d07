import RelireModel

/// When a fault that several pages share is told once for all.
enum Repetition {
  /// From this many pages on.
  static let leastPages = 3
}

extension Message {
  /// The message of a fault that is on so many pages, and what is to be said of that.
  package func repeated(on pages: Int, _ advice: Message? = nil) -> Message {
    Message(
      fr: french + " La même faute se répète sur \(pages) pages" + (advice.map { "\u{A0}: \($0.french)." } ?? "."),
      en: english + " The same fault is on \(pages) pages" + (advice.map { ": \($0.english)." } ?? "."))
  }
}

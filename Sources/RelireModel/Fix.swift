/// How far a fix may be trusted.
public enum FixSafety: String, Hashable, Codable, Sendable, CaseIterable {
  /// Changes glyphs and spaces only; the words and the markup stay as they are.
  case safe
  /// Changes letters, words or markup.
  case unsafe
  /// Shown, never applied by itself.
  case suggestion
}

/// Replaces the bytes of `range` by `text`.
public struct TextEdit: Hashable, Sendable {
  public let range: SourceRange
  public let text: String

  public init(_ range: SourceRange, _ text: String) {
    self.range = range
    self.text = text
  }
}

/// A correction: all of its edits belong together.
public struct Fix: Hashable, Sendable {
  public let title: Message
  public let safety: FixSafety
  /// Sorted by range; they do not overlap.
  public let edits: TextEdits

  public init(_ title: Message, _ safety: FixSafety, _ edits: TextEdits) {
    self.title = title
    self.safety = safety
    var edits = edits
    edits.sort()
    self.edits = edits
  }
}

extension StringProtocol {
  /// Without HTML's white space at its ends.
  public var trimmingSpaces: String {
    var text = Substring(self)
    while let first = text.unicodeScalars.first, first.isHTMLSpace { text.unicodeScalars.removeFirst() }
    while let last = text.unicodeScalars.last, last.isHTMLSpace { text.unicodeScalars.removeLast() }
    return String(text)
  }

  /// The tokens of a space-separated attribute.
  public var spaceSeparated: [Substring] {
    Substring(self).split { $0.unicodeScalars.allSatisfy(\.isHTMLSpace) }
  }

  /// With every run of white space, no-break spaces included, made one blank, and none at the ends.
  public var collapsingSpaces: String {
    split { $0.isWhitespace || $0 == "\u{200B}" }.joined(separator: " ")
  }
}

extension Unicode.Scalar {
  fileprivate var isHTMLSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" || self == "\u{C}" }
}

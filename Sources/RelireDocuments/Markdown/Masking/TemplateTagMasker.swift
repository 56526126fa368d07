import RelireModel

/// Hides the tags of Liquid and Nunjucks, which Jekyll and Eleventy fill in before they read Markdown, within code as
/// well, and those of ERB, EEx and EJS.
///
/// Sources: the documentation of Liquid (tags, objects, comments, raw), of Nunjucks (comments, white space control), of
/// ERB, EEx and EJS.
struct TemplateTagMasker {
  private let bytes: [UInt8]
  private var pieces: [MaskedText.Piece] = []
  /// Tags known to be closed nowhere in the rest of the page, so that a search is not repeated.
  private var missingClosings: Set<String> = []

  /// Linear: a tag is short, and a closing one that is missing is looked for once.
  static func mask(_ text: inout MaskedText, from start: Int) {
    var masker = TemplateTagMasker(bytes: text.bytes)
    masker.collect(from: start)
    guard !masker.pieces.isEmpty else { return }
    text.cover(masker.pieces, from: start)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func collect(from start: Int) {
    var brace = bytes.find("{", from: start) ?? bytes.count
    var angle = bytes.find("<%", from: start) ?? bytes.count
    while min(brace, angle) < bytes.count - 1 {
      let open = min(brace, angle)
      let end = (open == angle ? angleTag(at: open) : tag(at: open)) ?? open + 1
      if brace < end { brace = bytes.find("{", from: end) ?? bytes.count }
      if angle < end { angle = bytes.find("<%", from: end) ?? bytes.count }
    }
  }

  /// `<%= … %>`, which leaves something where it stands, as `<%- … %>` does in EJS; `<% … %>`, which does not. `<%%` is
  /// how one writes `<%`.
  private mutating func angleTag(at open: Int) -> Int? {
    let mark = open + 2 < bytes.count ? bytes[open + 2] : 0
    guard mark != UInt8(ascii: "%"), let end = end("%>", from: open) else { return nil }
    record(open, end, name: "", isVisible: mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"))
    return end
  }

  /// The end of the tag that opens at `open`, and of what it keeps from being read; nil when none opens there.
  private mutating func tag(at open: Int) -> Int? {
    switch bytes[open + 1] {
    // What Hugo knows is hidden already, as a run without braces.
    case UInt8(ascii: "{"):
      guard let end = end("}}", from: open) else { return nil }
      record(open, end, name: "", isVisible: true)
      return end
    case UInt8(ascii: "#"):
      guard let end = end("#}", from: open) else { return nil }
      record(open, end, name: "", isVisible: false)
      return end
    case UInt8(ascii: "%"):
      guard let end = end("%}", from: open) else { return nil }
      return tag(named: name(at: open + 2), SourceRange(open, end))
    default: return nil
    }
  }

  private mutating func tag(named name: String, _ tag: SourceRange) -> Int {
    guard Self.enclosing.contains(name), let closing = closing(name, from: tag.end) else {
      record(tag.start, tag.end, name: name, isVisible: !Self.isSilent(name))
      return tag.end
    }
    if Self.verbatim.contains(name) {
      // The text in between is the page's, with whatever looks like a tag.
      record(tag.start, tag.end, name: name, isVisible: false)
      record(closing.start, closing.end, name: "end" + name, isVisible: false)
    } else {
      record(tag.start, closing.end, name: name, isVisible: name != "comment")
    }
    return closing.end
  }

  private mutating func record(_ start: Int, _ end: Int, name: String, isVisible: Bool) {
    pieces.append(
      MaskedText.Piece(
        mask: Mask(kind: .templateTag, range: SourceRange(start, end), name: name), isVisible: isVisible))
  }

  // MARK: Ends

  /// Longer ones are no tags: an opening brace of something else, whose end is that of a later tag.
  private static let longest = 2_000

  private func end(_ delimiter: StaticString, from open: Int) -> Int? {
    bytes.find(delimiter, from: open + 2, to: open + Self.longest).map { $0 + 2 }
  }

  /// `{% endname %}`
  private mutating func closing(_ name: String, from start: Int) -> SourceRange? {
    if missingClosings.contains(name) { return nil }
    var offset = start
    while let open = bytes.find("{%", from: offset) {
      if self.name(at: open + 2) == "end" + name {
        return bytes.find("%}", from: open).map { SourceRange(open, $0 + 2) }
      }
      offset = open + 2
    }
    missingClosings.insert(name)
    return nil
  }

  // MARK: Names

  /// Tags in whose content no others are read.
  private static let enclosing: Set<String> = ["raw", "verbatim", "comment", "highlight"]

  /// Those of them whose content is text.
  private static let verbatim: Set<String> = ["raw", "verbatim"]

  /// Tags that leave nothing where they stand.
  private static func isSilent(_ name: String) -> Bool { silent.contains(name) || name.hasPrefix("end") }

  private static let silent: Set<String> = [
    "if", "elsif", "elif", "else", "unless", "case", "when", "for", "assign", "set", "capture", "block", "call",
    "macro", "filter", "import", "from", "extends", "break", "continue", "increment", "decrement", "tablerow",
    "asyncEach", "asyncAll", "ifAsync", "switch", "default",
  ]

  private func name(at start: Int) -> String {
    var offset = start
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    offset = bytes.skipWhiteSpace(offset)
    let first = offset
    while offset < bytes.count, bytes[offset].isASCIIAlphanumeric || bytes[offset] == UInt8(ascii: "_") { offset += 1 }
    return String(decoding: bytes[first..<offset], as: UTF8.self)
  }
}

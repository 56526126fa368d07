import RelireModel

/// Hides Hugo's shortcodes. Hugo replaces them before it reads Markdown, within code and comments as
/// well, so this pass comes first and knows nothing of Markdown.
struct ShortcodeMasker {
  private let verbatimNames: Set<String>
  private var pieces: [MaskedText.Piece] = []
  private var text: MaskedText
  /// Comment ends known to be missing in the rest of the page, so that a search is not repeated.
  private var missingEnds: Set<UInt8> = []

  /// Linear in the page's length; a page without `{{` is read through once and left alone.
  static func mask(_ text: inout MaskedText, from start: Int, verbatimNames: Set<String>) {
    guard let first = text.bytes.find("{{", from: start) else { return }
    var masker = ShortcodeMasker(verbatimNames: verbatimNames, text: text)
    masker.collect(from: first)
    masker.pairUp()
    text = masker.text
    text.cover(masker.pieces, from: start)
  }

  private init(verbatimNames: Set<String>, text: MaskedText) {
    self.verbatimNames = verbatimNames
    self.text = text
  }

  // MARK: Finding

  private mutating func collect(from first: Int) {
    let bytes = text.bytes
    var next: Int? = first
    while let open = next {
      let end = open + 2 < bytes.count ? shortcode(bytes, at: open) : nil
      next = bytes.find("{{", from: end ?? open + 1)
    }
  }

  /// The end of the shortcode or comment that opens at `open`, or nil when none does.
  private mutating func shortcode(_ bytes: [UInt8], at open: Int) -> Int? {
    switch bytes[open + 2] {
    case UInt8(ascii: "/"):
      guard bytes.has("/*", at: open + 2) else { return nil }
      return comment(bytes, at: open, contentStart: open + 4, end: "*/}}", delimiter: 0)
    case UInt8(ascii: "<"):
      if bytes.has("/*", at: open + 3) {
        return comment(bytes, at: open, contentStart: open + 5, end: "*/>}}", delimiter: UInt8(ascii: "<"))
      }
      return call(bytes, at: open, end: ">}}")
    case UInt8(ascii: "%"):
      if bytes.has("/*", at: open + 3) {
        return comment(bytes, at: open, contentStart: open + 5, end: "*/%}}", delimiter: UInt8(ascii: "%"))
      }
      return call(bytes, at: open, end: "%}}")
    default: return nil
    }
  }

  private mutating func comment(
    _ bytes: [UInt8], at open: Int, contentStart: Int, end: StaticString, delimiter: UInt8
  ) -> Int? {
    guard !missingEnds.contains(delimiter) else { return nil }
    guard let closing = bytes.find(end, from: contentStart) else {
      missingEnds.insert(delimiter)
      return nil
    }
    let range = SourceRange(open, closing + end.utf8CodeUnitCount)
    // `{{</* x */>}}` is how a page shows a shortcode to its readers; Hugo leaves `{{/* x */}}` in the text, too.
    pieces.append(MaskedText.Piece(mask: Mask(kind: .commentedShortcode, range: range), isVisible: true))
    return range.end
  }

  private mutating func call(_ bytes: [UInt8], at open: Int, end: StaticString) -> Int {
    var offset = bytes.skipWhiteSpace(open + 3)
    let isClosing = offset < bytes.count && bytes[offset] == UInt8(ascii: "/")
    if isClosing { offset = bytes.skipWhiteSpace(offset + 1) }
    let name = offset
    while offset < bytes.count, isNameByte(bytes[offset]), bytes.noBreakSpace(at: offset) == nil { offset += 1 }
    // In `{{< name/>}}` the slash closes the shortcode itself.
    if offset > name, bytes[offset - 1] == UInt8(ascii: "/") { offset -= 1 }
    let nameRange = name..<offset

    let closing = argumentsEnd(bytes, offset, end) ?? bytes.find(end, from: offset, to: bytes.lineEnd(offset))
    let rangeEnd: Int
    if let closing {
      rangeEnd = closing + 3
    } else {
      rangeEnd = bytes.lineEnd(offset)
      let delimiter = end.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
      text.problems.append(
        ReadingProblem(
          .markup, SourceRange(open, rangeEnd),
          Message(
            fr: "Ce shortcode n’est jamais fermé\u{A0}: ajoutez «\u{A0}\(delimiter)\u{A0}» à sa fin.",
            en: "This shortcode is never closed: add “\(delimiter)” at its end.")))
    }
    pieces.append(
      MaskedText.Piece(
        mask: Mask(
          kind: .shortcode, range: SourceRange(open, rangeEnd),
          name: String(decoding: bytes[nameRange], as: UTF8.self), isClosing: isClosing),
        isVisible: !isClosing))
    return rangeEnd
  }

  /// Where the closing delimiter begins, past quoted and raw strings that may contain it; nil when a
  /// string does not end or another shortcode begins before.
  private func argumentsEnd(_ bytes: [UInt8], _ start: Int, _ end: StaticString) -> Int? {
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ">"), UInt8(ascii: "%"):
        if bytes.has(end, at: offset) { return offset }
      case UInt8(ascii: "\""):
        offset += 1
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
          // Hugo's quoted strings end on their line; its raw strings may go on.
          if bytes[offset].isLineEnd { return nil }
          offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        if offset >= bytes.count { return nil }
      case UInt8(ascii: "`"):
        guard let close = bytes.find("`", from: offset + 1) else { return nil }
        offset = close
      case UInt8(ascii: "{"):
        if bytes.has("{{<", at: offset) || bytes.has("{{%", at: offset) { return nil }
      default: break
      }
      offset += 1
    }
    return nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), 0x80...0xFF: true
    default: byte.isASCIIAlphanumeric
    }
  }

  // MARK: Pairing

  /// Opening and closing shortcodes around a text are like markup: the text runs on through them. The
  /// content of a verbatim one is hidden with it.
  private mutating func pairUp() {
    var closings: [String: [Int]] = [:]
    var contentEnds: [Int: Int] = [:]
    for index in pieces.indices.reversed() where pieces[index].mask.kind == .shortcode {
      let mask = pieces[index].mask
      if mask.isClosing {
        closings[mask.name, default: []].append(index)
      } else if let closing = closings[mask.name]?.popLast() {
        if verbatimNames.contains(mask.name) { contentEnds[index] = closing } else { pieces[index].isVisible = false }
      }
    }
    guard !contentEnds.isEmpty else { return }
    var result: [MaskedText.Piece] = []
    var index = 0
    while index < pieces.count {
      result.append(pieces[index])
      if let closing = contentEnds[index] {
        let content = SourceRange(pieces[index].mask.range.end, pieces[closing].mask.range.start)
        if !content.isEmpty {
          result.append(
            MaskedText.Piece(
              mask: Mask(kind: .shortcodeContent, range: content, name: pieces[index].mask.name), isVisible: false))
        }
        index = closing
      } else {
        index += 1
      }
    }
    pieces = result
  }
}

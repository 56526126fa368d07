import RelireModel

/// Destinations, titles and alternatives as their readers get them: backslash escapes and character
/// references resolved.
enum MarkdownEscapes {
  /// The pieces of a run of source. Linear.
  static func pieces(of range: SourceRange, in bytes: [UInt8]) -> [ProsePiece] {
    if range.isEmpty { return [] }
    if isPlain(range, bytes) { return [.verbatim(range)] }
    var pieces: [ProsePiece] = []
    var start = range.start
    var offset = range.start
    func flush(_ end: Int) {
      guard end > start else { return }
      pieces += CharacterReferences.pieces(of: SourceRange(start, end), in: bytes, isAttribute: false)
    }
    while offset < range.end {
      if bytes[offset] == UInt8(ascii: "\\"), offset + 1 < range.end, bytes[offset + 1].isPunctuation {
        flush(offset)
        pieces.append(
          .escape(String(UnicodeScalar(bytes[offset + 1])), spelledBy: SourceRange(offset, offset + 2)))
        offset += 2
        start = offset
      } else {
        offset += 1
      }
    }
    flush(range.end)
    return pieces
  }

  /// The text that a run of source stands for.
  static func text(of range: SourceRange, in bytes: [UInt8]) -> String {
    isPlain(range, bytes)
      ? String(decoding: bytes[range.bounds], as: UTF8.self) : text(of: pieces(of: range, in: bytes), in: bytes)
  }

  private static func isPlain(_ range: SourceRange, _ bytes: [UInt8]) -> Bool {
    bytes.find("\\", from: range.start, to: range.end) == nil
      && bytes.find("&", from: range.start, to: range.end) == nil
  }

  static func text(of pieces: [ProsePiece], in bytes: [UInt8]) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .verbatim(let range): text += String(decoding: bytes[range.bounds], as: UTF8.self)
      case .escape(let characters, _): text += characters
      }
    }
    return text
  }
}

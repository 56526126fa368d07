import RelireModel

/// A run of text outside the flow: as it stands in the source, or spelt by an escape.
enum ProsePiece: Sendable {
  case verbatim(SourceRange)
  case escape(String, spelledBy: SourceRange)
}

extension ProsePiece {
  /// The pieces of an attribute's value.
  static func pieces(of attribute: Attribute, in bytes: [UInt8]) -> [ProsePiece] {
    let raw = bytes[attribute.valueRange.bounds]
    if raw.elementsEqual(attribute.value.utf8) { return [.verbatim(attribute.valueRange)] }
    return CharacterReferences.pieces(of: attribute.valueRange, in: bytes, isAttribute: true)
  }

  /// The pieces of a front matter string; empty when its spelling is unknown.
  static func pieces(of string: DataString) -> [ProsePiece] {
    let pieces = string.pieces
    if pieces.count == 1, string.text.utf8.count == pieces[0].source.count { return [.verbatim(pieces[0].source)] }
    let text = Array(string.text.utf8)
    return pieces.indices.map { index in
      let piece = pieces[index]
      let end = index + 1 < pieces.count ? pieces[index + 1].start : text.count
      return end - piece.start == piece.source.count
        ? .verbatim(piece.source)
        : .escape(String(decoding: text[piece.start..<end], as: UTF8.self), spelledBy: piece.source)
    }
  }
}

import RelireModel

/// HTML's character references (`&eacute;`, `&#233;`, `&#xE9;`), as the HTML standard resolves them.
enum CharacterReferences {
  /// The pieces of a run of source: verbatim text, and a piece for each reference. Linear.
  static func pieces(of range: SourceRange, in bytes: [UInt8], isAttribute: Bool) -> [ProsePiece] {
    [.verbatim(range)]
  }
}

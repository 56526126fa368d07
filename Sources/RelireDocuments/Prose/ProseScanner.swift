import RelireModel

/// Cuts the prose of blocks into tokens: the one pass over the text that all typographic rules share.
enum ProseScanner {
  /// Scans one block and appends its tokens. Linear.
  static func scan(
    _ bytes: [UInt8], block: ProseBlock, segments: [Prose.Segment], firstSegment: inout Int, into tokens: inout [Token]
  ) {
  }
}

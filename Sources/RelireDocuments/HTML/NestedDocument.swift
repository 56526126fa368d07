import RelireModel

/// The page that an `iframe` holds in its `srcdoc`: a document of its own, with the way back to the page around it.
public struct NestedDocument: Sendable {
  public let document: Document
  /// Where runs of the inner page stand in the source, in order.
  private let pieces: [(start: Int, source: SourceRange, isVerbatim: Bool)]
  private let place: SourceRange

  /// Nil for an element without `srcdoc`. Linear in its length.
  public init?(of frame: NodeID, in outer: Document) {
    guard let attribute = outer.attribute(.srcdoc, of: frame), !attribute.valueRange.isEmpty else { return nil }
    var bytes: [UInt8] = []
    var pieces: [(start: Int, source: SourceRange, isVerbatim: Bool)] = []
    for piece in CharacterReferences.pieces(of: attribute.valueRange, in: outer.source.bytes, isAttribute: true) {
      switch piece {
      case .verbatim(let range):
        pieces.append((bytes.count, range, true))
        bytes += outer.source.bytes[range.bounds]
      case .escape(let characters, let range):
        pieces.append((bytes.count, range, false))
        bytes += Array(characters.utf8)
      }
    }
    self.pieces = pieces
    place = attribute.valueRange
    document = HTMLReader.read(SourceText(bytes: bytes))
  }

  /// Where a range of the inner page stands in the page around it.
  public func sourceRange(of range: SourceRange) -> SourceRange {
    let start = sourceOffset(of: range.start, isEnd: false)
    return SourceRange(start, max(start, sourceOffset(of: range.end, isEnd: true)))
  }

  private func sourceOffset(of offset: Int, isEnd: Bool) -> Int {
    // The last piece that begins before the offset, or at it where something begins there.
    let next = pieces.partitionPoint { isEnd ? $0.start >= offset : $0.start > offset }
    guard next > 0 else { return place.start }
    let piece = pieces[next - 1]
    if piece.isVerbatim { return min(piece.source.start + offset - piece.start, piece.source.end) }
    return isEnd ? piece.source.end : piece.source.start
  }
}

import RelireDocuments
import RelireModel

/// From source offsets to prose offsets.
struct ProsePlaces {
  private let prose: Prose
  /// The numbers of the segments, by where their source begins.
  private let order: [Int]

  init(_ prose: Prose) {
    self.prose = prose
    order = prose.segments.indices.sorted { prose.segments[$0].source < prose.segments[$1].source }
  }

  /// The prose offset of a source offset; nil where it is no prose. A binary search.
  func offset(of source: Int) -> Int? {
    let after = order.partitionPoint { prose.segments[$0].source.start > source }
    // What begins latest is innermost: an attribute within its element.
    for number in order[max(0, after - 4)..<after].reversed() {
      let segment = prose.segments[number]
      guard source <= segment.source.end else { continue }
      if segment.kind == .verbatim { return Int(segment.start) + source - segment.source.start }
      if segment.kind == .object { continue }
      return source == segment.source.end ? prose.end(ofSegment: number) : Int(segment.start)
    }
    return nil
  }

  /// The letters of the block around a source offset.
  func text(at source: Int, in prose: Prose) -> LetterText? {
    guard let offset = offset(of: source), let block = block(at: offset) else { return nil }
    return LetterText(prose.bytes, prose.blocks[block].range)
  }

  /// The number of the block that holds a prose offset, else of the one that ends there.
  func block(at offset: Int) -> Int? {
    let index = prose.blocks.partitionPoint { $0.range.upperBound > offset }
    if index < prose.blocks.count, prose.blocks[index].range.lowerBound <= offset { return index }
    return index > 0 && prose.blocks[index - 1].range.upperBound == offset ? index - 1 : nil
  }
}

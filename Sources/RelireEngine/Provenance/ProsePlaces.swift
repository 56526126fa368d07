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
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if prose.segments[order[middle]].source.start <= source { low = middle + 1 } else { high = middle }
    }
    // What begins latest is innermost: an attribute within its element.
    for number in order[max(0, low - 4)..<low].reversed() {
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
    var low = 0
    var high = prose.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if prose.blocks[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    if low < prose.blocks.count, prose.blocks[low].range.lowerBound <= offset { return low }
    return low > 0 && prose.blocks[low - 1].range.upperBound == offset ? low - 1 : nil
  }
}

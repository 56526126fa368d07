import RelireDocuments
import RelireModel

extension Prose {
  /// The block that holds a prose offset, or nil between blocks. A binary search.
  func block(at offset: Int) -> ProseBlock? { blockIndex(at: offset).map { blocks[$0] } }

  /// The number of that block.
  func blockIndex(at offset: Int) -> Int? {
    let index = blocks.partitionPoint { $0.range.upperBound > offset }
    return index < blocks.count && blocks[index].range.contains(offset) ? index : nil
  }

  /// The blocks that begin within a range of prose. A binary search, then linear in their number.
  func blocks(in range: Range<Int>) -> ArraySlice<ProseBlock> {
    let start = blocks.partitionPoint { $0.range.lowerBound >= range.lowerBound }
    return blocks[start...].prefix { $0.range.lowerBound < range.upperBound }
  }
}

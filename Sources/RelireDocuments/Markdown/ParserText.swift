import RelireModel

/// What md4c is given: the masked page or, where the line under a table's head has cells of one or two
/// dashes, that page with more of them: md4c 0.4.8 wants three, Goldmark one (`|-|-|`).
///
/// It is the only place where the text md4c reads has another length than the source; offsets are mapped back.
struct ParserText {
  struct Widening {
    /// Where the dashes go in, in the page.
    let offset: Int
    let count: Int
  }

  let bytes: [UInt8]
  private struct Insertion {
    /// In `bytes`.
    let range: Range<Int>
    /// Where it was made in the page.
    let source: Int
  }

  private var insertions: [Insertion] = []

  init(_ page: [UInt8], widenings: [Widening]) {
    // md4c 0.4.8 takes a number that ends the page for the mark of a list.
    let lineEnd: [UInt8] = page.last?.isDigit == true ? [0x0A] : []
    guard !widenings.isEmpty else {
      bytes = lineEnd.isEmpty ? page : page + lineEnd
      return
    }
    var widened: [UInt8] = []
    widened.reserveCapacity(page.count + 2 * widenings.count)
    var start = 0
    for widening in widenings {
      widened.append(contentsOf: page[start..<widening.offset])
      let first = widened.count
      widened.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: widening.count))
      start = widening.offset
      insertions.append(Insertion(range: first..<widened.count, source: start))
    }
    widened.append(contentsOf: page[start...])
    widened += lineEnd
    bytes = widened
  }

  /// The offset in the page of an offset into `bytes`. A binary search, where there is something to search.
  func source(_ offset: Int) -> Int {
    let next = insertions.partitionPoint { $0.range.lowerBound > offset }
    guard next > 0 else { return offset }
    let before = insertions[next - 1]
    return before.source + max(0, offset - before.range.upperBound)
  }
}

import RelireModel

/// One line of text as a terminal shows it: a cell for each character, hidden ones by their signs, and
/// the marked ones known.
struct DisplayLine {
  struct Cell {
    /// Where its text lies in `bytes`.
    let bytes: Range<Int>
    let width: Int
    let isMarked: Bool
  }

  /// Tabs are shown as wide as editors show them by default in Markdown and HTML.
  private static let tabWidth = 4

  private(set) var cells: [Cell] = []
  /// The text of all cells, UTF-8.
  private var bytes: [UInt8] = []
  /// The hidden characters that have a sign in the line.
  private(set) var hidden: Set<HiddenCharacter> = []
  /// The first marked cell, or the cell before which something is missing; `cells.count` at the end.
  private(set) var markStart = 0
  private(set) var markEnd = 0

  /// - Parameters:
  ///   - text: one line, untrusted.
  ///   - marked: sorted byte ranges of `text`, clamped to it.
  init(_ text: String, marked: [Range<Int>]) {
    var first: Int?
    var last = 0
    var offset = 0
    var column = 0
    var remaining = marked[...]
    var previous: Unicode.Scalar?
    let scalars = Array(text.unicodeScalars)
    cells.reserveCapacity(scalars.count)
    bytes.reserveCapacity(text.utf8.count + 16)
    for (index, scalar) in scalars.enumerated() {
      while let range = remaining.first, range.upperBound <= offset, !(range.isEmpty && range.lowerBound == offset) {
        remaining.removeFirst()
      }
      let isMarked = remaining.first.map { $0.contains(offset) } ?? false
      if first == nil, isMarked || remaining.first.map({ $0.isEmpty && $0.lowerBound == offset }) ?? false {
        first = cells.count
        last = cells.count
      }
      // A single space between marked words is no news; at an edge or beside another one it may be the fault.
      let isEdge = remaining.first.map { $0.lowerBound == offset || $0.upperBound == offset + 1 } ?? false
      let isBesideSpace = previous == " " || (index + 1 < scalars.count && scalars[index + 1] == " ")
      append(
        scalar, after: previous, isMarked: isMarked, showsSpace: isEdge || isBesideSpace, column: column)
      if isMarked { last = cells.count }
      column += cells.last?.width ?? 0
      offset += UTF8.width(scalar)
      previous = scalar
    }
    markStart = first ?? cells.count
    markEnd = first == nil ? cells.count : last
  }

  private mutating func append(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, isMarked: Bool, showsSpace: Bool, column: Int
  ) {
    if 0x20..<0x7F ~= scalar.value, scalar != " " || !isMarked || !showsSpace {
      cells.append(Cell(bytes: bytes.count..<bytes.count + 1, width: 1, isMarked: isMarked))
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else if scalar == "\t" {
      let width = Self.tabWidth - column % Self.tabWidth
      let lead = isMarked ? "\u{2192}" : " "
      if isMarked, let tab = HiddenCharacter(scalar) { hidden.insert(tab) }
      append(lead + String(repeating: " ", count: width - 1), width, isMarked)
    } else if scalar == " ", isMarked, showsSpace {
      hidden.insert(.space)
      append(HiddenCharacter.space.sign, 1, true)
    } else if let character = HiddenCharacter(scalar, after: previous) {
      hidden.insert(character)
      append(character.sign, character.signWidth, isMarked)
    } else {
      let start = bytes.count
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      cells.append(Cell(bytes: start..<bytes.count, width: DisplayWidth.of(scalar), isMarked: isMarked))
    }
  }

  private mutating func append(_ text: String, _ width: Int, _ isMarked: Bool) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    cells.append(Cell(bytes: start..<bytes.count, width: width, isMarked: isMarked))
  }

  /// The text of neighbouring cells, UTF-8.
  func text(of range: Range<Int>) -> ArraySlice<UInt8> {
    range.isEmpty ? [] : bytes[cells[range.lowerBound].bytes.lowerBound..<cells[range.upperBound - 1].bytes.upperBound]
  }

  /// The cells around the marked ones that fit into `width` columns. What is marked comes first when not all does.
  func window(_ width: Int) -> Range<Int> {
    let start = min(markStart, max(cells.count - 1, 0))
    guard start < cells.count else { return 0..<0 }
    var low = start
    var high = start
    var used = 0
    while high < max(markEnd, start + 1), used + cells[high].width <= width {
      used += cells[high].width
      high += 1
    }
    // Grows on both sides, the left one first: a reader needs the words that lead to the fault.
    var canGrow = true
    while canGrow {
      canGrow = false
      if low > 0, used + cells[low - 1].width <= width {
        low -= 1
        used += cells[low].width
        canGrow = true
      }
      if high < cells.count, used + cells[high].width <= width {
        used += cells[high].width
        high += 1
        canGrow = true
      }
    }
    // A mark is never parted from its letter.
    while low > 0, low < high, cells[low].width == 0 { low += 1 }
    return low..<high
  }
}

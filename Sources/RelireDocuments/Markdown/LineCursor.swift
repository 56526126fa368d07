import RelireModel

/// Reads the beginnings of lines as md4c does: which of the open quotations and list items a line
/// continues, and where its own content begins.
///
/// md4c does not say where blocks begin; this mirrors its arithmetic of columns (tabs to multiples of
/// four), so that markers and empty blocks get their places.
struct LineCursor: ~Copyable {
  // These two are not private, as 6.3 fails to compile the end of a cursor in other files when they are.
  struct Container {
    let isQuotation: Bool
    /// Of a list item: columns its lines are indented by, seen from the container around it.
    var contentIndent: Int
    /// Containers up to the innermost quotation, itself included.
    let quotationEnd: Int
    let quotationDepth: Int
  }

  struct State {
    /// The next byte of the line, white space skipped.
    var offset = 0
    /// Columns of white space before `offset` that belong to no container.
    var indent = 0
    var column = 0
  }

  private var containers = Arena<Container>(capacity: 8)
  private var state = State()
  /// How the line looks to the blocks around each container that it continues.
  private var outerStates = Arena<State>(capacity: 8)

  var offset: Int { state.offset }
  var indent: Int { state.indent }

  /// Whether the current line continues all open containers.
  var isInside: Bool { outerStates.count == containers.count }

  /// Whether the current line does not continue all open quotations: if it is empty, it ends them.
  var leavesQuotation: Bool { outerStates.count < containers.last?.quotationEnd ?? 0 }

  /// Number of open quotations.
  var quotationDepth: Int { containers.last?.quotationDepth ?? 0 }

  /// Linear in the number of containers that the line continues.
  mutating func startLine(_ bytes: [UInt8], at start: Int) {
    state = State(offset: start)
    measure(bytes)
    outerStates.truncate(to: 0)
    while outerStates.count < containers.count {
      let container = containers[outerStates.count]
      if container.isQuotation {
        guard indent < 4, offset < bytes.count, bytes[offset] == UInt8(ascii: ">") else { return }
        outerStates.append(state)
        passQuoteMark(bytes)
      } else {
        guard indent >= container.contentIndent else { return }
        outerStates.append(state)
        state.indent -= container.contentIndent
      }
    }
  }

  /// Opens the quotation whose `>` stands at `offset`.
  mutating func openQuotation(_ bytes: [UInt8]) -> SourceRange {
    let start = offset
    let isThere = offset < bytes.count && bytes[offset] == UInt8(ascii: ">")
    push(isQuotation: true)
    if isThere { passQuoteMark(bytes) }
    return SourceRange(start, isThere ? start + 1 : start)
  }

  /// Opens the list item whose marker stands at `offset`.
  mutating func openItem(_ bytes: [UInt8]) -> SourceRange {
    let start = offset
    let end = Self.markerEnd(bytes, start)
    let markIndent = indent
    push(isQuotation: false)
    advance(bytes, to: end)
    var contentIndent = markIndent + end - start
    if offset >= bytes.count || bytes[offset].isLineEnd {
      contentIndent += 1
    } else if indent <= 4 {
      contentIndent += indent
      state.indent = 0
    } else {
      contentIndent += 1
      state.indent -= 1
    }
    containers[containers.count - 1].contentIndent = contentIndent
    return SourceRange(start, end)
  }

  /// Closes the innermost container. A line that would have continued it is another block's.
  mutating func closeContainer() {
    if isInside, let outer = outerStates.popLast() { state = outer }
    _ = containers.popLast()
  }

  /// Passes over what has been read of the current line.
  mutating func advance(_ bytes: [UInt8], to offset: Int) {
    state.column += max(0, offset - state.offset)
    state.offset = offset
    measure(bytes)
  }

  private mutating func push(isQuotation: Bool) {
    if isInside { outerStates.append(state) }
    containers.append(
      Container(
        isQuotation: isQuotation, contentIndent: 0,
        quotationEnd: isQuotation ? containers.count + 1 : containers.last?.quotationEnd ?? 0,
        quotationDepth: quotationDepth + (isQuotation ? 1 : 0)))
  }

  private mutating func passQuoteMark(_ bytes: [UInt8]) {
    advance(bytes, to: offset + 1)
    if indent > 0 { state.indent -= 1 }
  }

  private mutating func measure(_ bytes: [UInt8]) {
    let start = state.column
    while state.offset < bytes.count, bytes[state.offset].isBlank {
      state.column = bytes[state.offset] == 0x09 ? (state.column + 4) & ~3 : state.column + 1
      state.offset += 1
    }
    state.indent = state.column - start
  }

  /// The end of a bullet or of a number with its delimiter; `start` when there is none.
  static func markerEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    guard start < bytes.count else { return start }
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return start + 1
    default:
      var end = start
      while end < bytes.count, bytes[end].isDigit { end += 1 }
      guard end > start, end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else {
        return start
      }
      return end + 1
    }
  }
}

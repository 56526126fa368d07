import RelireModel

/// The lines that Git leaves around two versions of a text that it could not bring together.
struct MergeConflict {
  /// In order, without their ends.
  let lines: [SourceRange]

  /// - Parameter start: where a line begins with `<<<<<<< `.
  init?(_ bytes: [UInt8], at start: Int, to end: Int? = nil) {
    guard Self.begins(bytes, at: start),
      let middle = Self.find("\n=======", bytes, start, end), bytes.skipBlanks(middle + 7) == bytes.lineEnd(middle),
      let close = Self.find("\n>>>>>>> ", bytes, middle, end)
    else { return nil }
    // The version that both come of, where Git was told to write it.
    let base = Self.find("\n|||||||", bytes, start, middle)
    lines = [start, base, middle, close].compactMap { line in line.map { SourceRange($0, bytes.lineEnd($0)) } }
  }

  static func begins(_ bytes: [UInt8], at offset: Int) -> Bool {
    bytes.has("<<<<<<< ", at: offset) && (offset == 0 || bytes[offset - 1].isLineEnd)
  }

  private static func find(_ line: StaticString, _ bytes: [UInt8], _ start: Int, _ end: Int?) -> Int? {
    bytes.find(line, from: start, to: end).map { $0 + 1 }
  }
}

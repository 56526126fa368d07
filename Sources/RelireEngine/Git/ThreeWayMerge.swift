/// Brings a correction of one version of a text to another version, line by line, wherever the same
/// lines stand in both.
enum ThreeWayMerge {
  /// - Parameters:
  ///   - base: what was corrected.
  ///   - fixed: its correction.
  ///   - current: another version of `base`, whose own changes must stay as they are.
  /// - Returns: `current` with those corrections whose lines it did not change.
  static func apply(from base: [UInt8], to fixed: [UInt8], on current: [UInt8]) -> [UInt8] {
    if base == current { return fixed }
    let baseLines = UnifiedDiff.lines(of: base)
    let fixedLines = UnifiedDiff.lines(of: fixed)
    let currentLines = UnifiedDiff.lines(of: current)
    let corrections = LineDiff.changes(baseLines, fixedLines)
    // Git may give out other line ends than it keeps: they are no change.
    let changes = LineDiff.changes(baseLines.map(text), currentLines.map(text))
    var result: [UInt8] = []
    var position = 0
    var index = 0
    // By how much the lines of `current` are ahead of the same ones of `base`.
    var shift = 0
    for correction in corrections {
      while index < changes.count, changes[index].old.upperBound <= correction.old.lowerBound,
        !meets(changes[index].old, correction.old)
      {
        shift = changes[index].new.upperBound - changes[index].old.upperBound
        index += 1
      }
      if index < changes.count, meets(changes[index].old, correction.old) { continue }
      let start = correction.old.lowerBound + shift
      result += currentLines[position..<start].joined()
      let ending = currentLines[start..<(start + correction.old.count)].first.map(lineEnd) ?? []
      for line in fixedLines[correction.new] {
        let isLast = line.last != 0x0A
        result += isLast ? line : text(line) + (ending.isEmpty ? lineEnd(line) : ending)
      }
      position = start + correction.old.count
    }
    result += currentLines[position...].joined()
    return result
  }

  /// Whether a change leaves it open where a correction belongs.
  private static func meets(_ change: Range<Int>, _ correction: Range<Int>) -> Bool {
    if correction.isEmpty {
      return change.lowerBound <= correction.upperBound && correction.lowerBound <= change.upperBound
    }
    if change.isEmpty { return correction.lowerBound < change.lowerBound && change.lowerBound < correction.upperBound }
    return change.overlaps(correction)
  }

  private static func text(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> { line.dropLast(lineEnd(line).count) }

  private static func lineEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.last == 0x0A else { return [] }
    return line.suffix(line.dropLast().last == 0x0D ? 2 : 1)
  }
}

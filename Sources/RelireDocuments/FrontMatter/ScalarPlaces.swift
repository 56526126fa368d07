import RelireModel

/// Turns positions counted in Unicode scalars, as libyaml and toml++ give them, into byte offsets.
///
/// Building is linear; a look-up is a binary search plus at most `stride` bytes.
struct ScalarPlaces {
  private static let stride = 128

  private let text: UnsafeBufferPointer<UInt8>
  /// The offset of the text in its file, added to every result.
  private let base: Int
  /// Number of scalars that begin before byte `i * stride`; empty when every scalar is one byte.
  private var scalarsBefore: [Int] = []
  /// For each line, the number of scalars before it.
  private var lineStarts: [Int] = [0]

  /// Lines end at LF.
  init(_ text: UnsafeBufferPointer<UInt8>, base: Int) {
    self.text = text
    self.base = base
    var scalars = 0
    for (offset, byte) in text.enumerated() {
      if offset % Self.stride == 0 { scalarsBefore.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0x0A { lineStarts.append(scalars) }
    }
    if scalars == text.count { scalarsBefore = [] }
  }

  /// The byte offset of the scalar with a number from 0.
  func byte(ofScalar target: Int) -> Int {
    if scalarsBefore.isEmpty { return base + min(target, text.count) }
    let stretch = scalarsBefore.partitionPoint { $0 > target } - 1
    var scalars = scalarsBefore[stretch]
    var offset = stretch * Self.stride
    while offset < text.count {
      if text[offset] & 0xC0 != 0x80 {
        if scalars == target { break }
        scalars += 1
      }
      offset += 1
    }
    return base + offset
  }

  /// The byte offset of a line and a column, both from 1.
  func byte(line: UInt32, column: UInt32) -> Int {
    guard line > 0, column > 0 else { return base }
    let line = min(Int(line), lineStarts.count)
    return byte(ofScalar: lineStarts[line - 1] + Int(column) - 1)
  }
}

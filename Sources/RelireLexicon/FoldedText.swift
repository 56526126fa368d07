import RelireModel

/// A text as titles, labels and phrases are compared: letters lowered, accents and ligatures undone,
/// apostrophes made straight, every run of spaces one blank; signs at both ends (emoji, brackets, marks,
/// invisible characters) left out.
///
/// `« À compléter… »` and `A completer` are one.
public struct FoldedText: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let description: String

  /// - Parameter longest: how many bytes of the text are looked at: enough to compare titles, however long a page's
  ///   paragraphs are.
  public init(_ text: String, longest: Int = .max) {
    var text = text
    self = text.withUTF8 { FoldedText(bytes: $0.prefix(longest)) }
  }

  /// - Parameter utf8: valid UTF-8, but for a character that may be cut at its end.
  public init(utf8: ArraySlice<UInt8>) {
    self = utf8.withUnsafeBufferPointer { FoldedText(bytes: $0[...]) }
  }

  public init(stringLiteral text: String) { self.init(text) }

  public var isEmpty: Bool { description.isEmpty }

  // Titles and labels are folded by the thousand: bytes are gathered rather than strings, and letters that French
  // has are read from a table rather than from Unicode's properties.
  private init(bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    description = Self.folding(bytes) { String(decoding: $0, as: UTF8.self) }
  }

  /// A hash of what `FoldedText(utf8:)` makes of a text, without making it: equal hashes all but prove equal texts.
  /// Nil where nothing is left.
  public static func hash(utf8: ArraySlice<UInt8>) -> UInt64? {
    utf8.withUnsafeBufferPointer { bytes in
      folding(bytes[...]) { folded in
        guard !folded.isEmpty else { return nil }
        var hash = FNV1a64()
        hash.append(folded)
        return hash.value
      }
    }
  }

  private static func folding<Result>(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 3 + 4) { buffer in
      var folder = Folder(buffer: buffer)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte < 0x80 {
          folder.append(ascii: byte)
          continue
        }
        let extra = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
        var value = UInt32(byte) & (0x3F >> UInt32(extra))
        guard index + extra <= bytes.count else { break }
        for _ in 0..<extra {
          value = value << 6 | UInt32(bytes[index] & 0x3F)
          index += 1
        }
        if let scalar = Unicode.Scalar(value) { folder.append(scalar) }
      }
      return body(folder.text)
    }
  }
}

/// Writes folded characters. No letter grows to more than three times its bytes (`ŀ`, U+FB03 and their like shrink).
private struct Folder {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  /// Where the last letter or digit ended: what comes after it may still be left out.
  private var end = 0

  init(buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<end]) }

  private mutating func put(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(ascii byte: UInt8) {
    // Digits have the bit that makes letters small.
    let lowered = byte | 0x20
    if lowered &- 0x61 < 26 || byte &- 0x30 < 10 {
      letter(lowered)
    } else if byte == 0x20 || byte &- 0x09 < 5 {
      space()
    } else if end > 0 {
      put(byte)
    }
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xC0..<0x180:
      let folded = Self.latin[Int(scalar.value) - 0xC0]
      if folded != 0 {
        letter(UInt8(truncatingIfNeeded: folded))
        if folded > 0xFF { letter(UInt8(truncatingIfNeeded: folded >> 8)) }
        return
      }
    // Combining marks and characters that are not seen.
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: return
    case 0x2018, 0x2019, 0x2BC: return append(ascii: 0x27)
    case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85, 0x1680: return space()
    case 0x80..<0xAA, 0x2010..<0x2070: return sign(scalar)
    default: break
    }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return sign(scalar) }
    for byte in scalar.properties.lowercaseMapping.utf8.prefix(6) { put(byte) }
    end = count
  }

  @inline(__always)
  private mutating func letter(_ byte: UInt8) {
    put(byte)
    end = count
  }

  private mutating func space() {
    if end > 0, buffer[count - 1] != 0x20 { put(0x20) }
  }

  private mutating func sign(_ scalar: Unicode.Scalar) {
    guard end > 0 else { return }
    guard let code = UTF8.encode(scalar) else { return }
    for byte in code { put(byte) }
  }

  /// The letters from U+00C0 to U+017F without their accents: one ASCII letter, or a second one in the upper byte;
  /// 0 for the two signs and what has no plain form.
  private static let latin: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0xC0)
    for value in 0xC0..<0x180 as Range<UInt32> {
      guard let base = Unicode.Scalar(value)?.latinBase, base.isASCII else { continue }
      table[Int(value) - 0xC0] = UInt16(base.value | 0x20)
    }
    // Those that are no letter with a mark to Unicode.
    let others: [(String, String)] = [
      ("đð", "d"), ("ħ", "h"), ("ı", "i"), ("ŀł", "l"), ("ø", "o"), ("ŧ", "t"), ("æ", "ae"), ("œ", "oe"), ("ß", "ss"),
    ]
    for (letters, base) in others {
      let folded = base.utf8.reversed().reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
      for letter in letters.unicodeScalars {
        table[Int(letter.value) - 0xC0] = folded
        for capital in letter.properties.uppercaseMapping.unicodeScalars where (0xC0..<0x180).contains(capital.value) {
          table[Int(capital.value) - 0xC0] = folded
        }
      }
    }
    return table
  }()
}

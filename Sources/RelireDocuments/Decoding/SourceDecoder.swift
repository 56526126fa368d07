import RelireModel

/// Makes valid text of a file's bytes, and says what was wrong with them.
///
/// A byte order mark decides first; then whether the bytes are UTF-8. Bytes that are not are windows-1252 when the
/// page says so or when nothing in them looks like UTF-8; else the invalid ones are replaced one by one, so that
/// every offset stays true.
public enum SourceDecoder {
  /// Flaws beyond this number are not listed one by one.
  static let maximumFlaws = 1000

  /// Linear; for valid UTF-8 one pass at about the speed of memory, and no copy.
  public static func decode(_ bytes: [UInt8], format: Document.Format) -> SourceText {
    if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE { return decodeUTF16(bytes, .utf16LittleEndian) }
    if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF { return decodeUTF16(bytes, .utf16BigEndian) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let contentStart = hasMark ? 3 : 0

    var sequences = 0
    let fault = bytes.withUnsafeBufferPointer {
      UTF8Validator.firstFault(in: $0, from: contentStart, sequences: &sequences)
    }
    let declared = format == .html ? DeclaredCharset.find(in: bytes, from: contentStart) : nil
    var flaws: [SourceText.Flaw] = []
    guard fault != nil else {
      if let declared, declared.encoding != .utf8, hasMark || sequences > 0 {
        flaws.append(.wrongCharset(declared.range, declared: declared.label, actual: .utf8))
      }
      return SourceText(bytes: bytes, contentStart: contentStart, flaws: flaws)
    }
    if !hasMark, isWindows1252(bytes, declared: declared?.encoding) {
      return decodeWindows1252(bytes, declared)
    }
    return repair(bytes, contentStart: contentStart)
  }

  // MARK: UTF-8 with faults

  private static func repair(_ bytes: [UInt8], contentStart: Int) -> SourceText {
    var repaired = bytes
    var flaws: [SourceText.Flaw] = []
    repaired.withUnsafeMutableBufferPointer { buffer in
      var offset = contentStart
      var sequences = 0
      while let (start, fault) = UTF8Validator.firstFault(
        in: UnsafeBufferPointer(buffer), from: offset, sequences: &sequences)
      {
        buffer[start] = fault == .nul ? 0x20 : 0x1A
        offset = start + 1
        append(fault, at: start, to: &flaws)
      }
    }
    return SourceText(bytes: repaired, original: bytes, contentStart: contentStart, flaws: flaws)
  }

  /// Adds a flaw, or lengthens the last one that it continues.
  private static func append(_ fault: UTF8Validator.Fault, at offset: Int, to flaws: inout [SourceText.Flaw]) {
    switch (fault, flaws.last) {
    case (.invalid, .invalidUTF8(let range)) where range.end == offset:
      flaws[flaws.count - 1] = .invalidUTF8(SourceRange(range.start, offset + 1))
    case (.nul, .nul(let range)) where range.end == offset:
      flaws[flaws.count - 1] = .nul(SourceRange(range.start, offset + 1))
    default:
      guard flaws.count < maximumFlaws else { return }
      let range = SourceRange(offset, offset + 1)
      flaws.append(fault == .nul ? .nul(range) : .invalidUTF8(range))
    }
  }

  // MARK: Windows-1252

  /// Whether bytes that are not all UTF-8 are windows-1252: declared so, or without a sign of UTF-8 and with
  /// nothing that windows-1252 leaves undefined.
  private static func isWindows1252(_ bytes: [UInt8], declared: SourceText.Encoding?) -> Bool {
    var sequences = 0
    var invalid = 0
    var isBinary = false
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while let (start, fault) = UTF8Validator.firstFault(in: buffer, from: offset, sequences: &sequences) {
        if fault == .nul { isBinary = true } else { invalid += 1 }
        let byte = buffer[start]
        if byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D { isBinary = true }
        offset = start + 1
      }
    }
    if isBinary || invalid == 0 { return false }
    return sequences == 0 || (declared == .windows1252 && sequences < invalid)
  }

  private static func decodeWindows1252(_ bytes: [UInt8], _ declared: DeclaredCharset?) -> SourceText {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text.append(contentsOf: String(Windows1252.scalar(byte)).utf8) }
    }
    // The declaration stands before any byte that changes its length, in all but odd pages.
    let flaw: SourceText.Flaw =
      if let declared, declared.encoding == .utf8 {
        .wrongCharset(declared.range, declared: declared.label, actual: .windows1252)
      } else {
        .notUTF8(.windows1252)
      }
    return SourceText(bytes: text, original: bytes, encoding: .windows1252, flaws: [flaw])
  }

  // MARK: UTF-16

  private static func decodeUTF16(_ bytes: [UInt8], _ encoding: SourceText.Encoding) -> SourceText {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var flaws: [SourceText.Flaw] = [.notUTF8(encoding)]
    let low = encoding == .utf16LittleEndian ? 0 : 1
    func unit(_ offset: Int) -> UInt16 { UInt16(bytes[offset + low]) | UInt16(bytes[offset + 1 - low]) << 8 }
    var offset = 2
    while offset + 1 < bytes.count {
      var scalar = Unicode.Scalar(unit(offset))
      offset += 2
      if scalar == nil, offset + 1 < bytes.count {
        let lead = unit(offset - 2)
        let trail = unit(offset)
        if UTF16.isLeadSurrogate(lead), UTF16.isTrailSurrogate(trail) {
          scalar = Unicode.Scalar(0x10000 + ((UInt32(lead) - 0xD800) << 10) + (UInt32(trail) - 0xDC00))
          offset += 2
        }
      }
      switch scalar {
      case nil:
        append(.invalid, at: text.count, to: &flaws)
        text.append(0x1A)
      case "\0":
        append(.nul, at: text.count, to: &flaws)
        text.append(0x20)
      case .some(let scalar): text.append(contentsOf: String(scalar).utf8)
      }
    }
    return SourceText(bytes: text, original: bytes, encoding: encoding, flaws: flaws)
  }
}

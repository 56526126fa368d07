import RelireDocuments
import RelireModel

extension String {
  /// With every run of white space one blank, and none at the ends: to be quoted in a message.
  var singleSpaced: String {
    // Nearly all texts are that already.
    if utf8.span.isSingleSpaced { return self }
    let trimmed = trimmingBlanks
    if trimmed.utf8.span.isSingleSpaced { return String(trimmed) }
    return unicodeScalars.split { $0.isProseSpace }.map { String($0) }.joined(separator: " ")
  }
}

extension Span<UInt8> {
  /// Whether all white space is single blanks between other characters, as far as first bytes tell.
  fileprivate var isSingleSpaced: Bool {
    var isAfterBlank = true
    for offset in indices {
      let byte = self[offset]
      if byte <= 0x20 {
        if isAfterBlank || byte != 0x20 { return false }
        isAfterBlank = true
        continue
      }
      isAfterBlank = false
      switch byte {
      // Spaces of other kinds begin so; of signs that do, those of U+2010 to U+2027 are the commonest.
      case 0xC2: if offset + 1 < count, self[offset + 1] == 0xA0 { return false }
      case 0xE2:
        guard offset + 2 < count, self[offset + 1] == 0x80, self[offset + 2] &- 0x90 < 0x18 else { return false }
      case 0xE1, 0xE3: return false
      default: break
      }
    }
    return !isAfterBlank
  }
}

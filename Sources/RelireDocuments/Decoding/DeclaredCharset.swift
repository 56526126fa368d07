import RelireModel

/// The charset that an HTML page declares in a `meta` at its head.
struct DeclaredCharset {
  let label: String
  /// The label in the `charset` or `content` attribute.
  let range: SourceRange
  /// Nil for a charset that is unknown here.
  let encoding: SourceText.Encoding?

  /// A declaration further down is ignored by browsers (HTML standard §4.2.5.4).
  private static let searched = 1024

  /// Searches the beginning of a page (HTML standard §13.2.3.2).
  static func find(in bytes: [UInt8], from start: Int) -> DeclaredCharset? {
    bytes.withUnsafeBufferPointer { find(in: $0, from: start) }
  }

  private static func find(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> DeclaredCharset? {
    let end = min(bytes.count, start + searched)
    var scanner = HTMLTagScanner()
    var offset = start
    while true {
      offset = HTMLTagScanner.offset(of: UInt8(ascii: "<"), bytes, from: offset, end)
      guard offset < end else { return nil }
      scanner.scan(bytes, at: offset, end: end)
      offset = scanner.range.end
      guard scanner.kind == .startTag, spells("meta", scanner.name, bytes), let range = label(scanner, bytes) else {
        continue
      }
      let label = String(decoding: bytes[range.bounds], as: UTF8.self)
      // As nearly all pages say it.
      let isUTF8 = spells("utf-8", range, bytes)
      return DeclaredCharset(label: label, range: range, encoding: isUTF8 ? .utf8 : encodings[label.lowercased()])
    }
  }

  private static func spells(_ word: StaticString, _ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    range.count == word.utf8CodeUnitCount && HTMLTagScanner.spells(word, bytes, at: range.start, range.end)
  }

  /// Where a `meta` tag names a charset: in `charset`, or in `content` with `http-equiv=content-type`.
  private static func label(_ tag: HTMLTagScanner, _ bytes: UnsafeBufferPointer<UInt8>) -> SourceRange? {
    var content: SourceRange?
    var isContentType = false
    for attribute in tag.attributes {
      if spells("charset", attribute.name, bytes) { return trimmed(attribute.value, bytes) }
      if spells("content", attribute.name, bytes) { content = attribute.value }
      if spells("http-equiv", attribute.name, bytes) { isContentType = spells("content-type", attribute.value, bytes) }
    }
    guard isContentType, let content else { return nil }
    var offset = content.start
    while offset < content.end {
      guard HTMLTagScanner.spells("charset", bytes, at: offset, content.end) else {
        offset += 1
        continue
      }
      offset += 7
      while offset < content.end, bytes[offset].isHTMLSpace { offset += 1 }
      guard offset < content.end, bytes[offset] == UInt8(ascii: "=") else { continue }
      return trimmed(SourceRange(offset + 1, content.end), bytes)
    }
    return nil
  }

  /// The label without spaces, quotes and what follows a `;`.
  private static func trimmed(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> SourceRange? {
    func isEdge(_ byte: UInt8) -> Bool { byte.isHTMLSpace || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    var start = range.start
    while start < range.end, isEdge(bytes[start]) { start += 1 }
    var end = start
    while end < range.end, !isEdge(bytes[end]), bytes[end] != UInt8(ascii: ";") { end += 1 }
    return start < end ? SourceRange(start, end) : nil
  }

  /// Labels of the Encoding standard for what we can read. A page whose `meta` can be read is no UTF-16, whatever it
  /// says: the label then means UTF-8.
  private static let encodings: [String: SourceText.Encoding] = {
    var table: [String: SourceText.Encoding] = [:]
    for label in ["utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8"] {
      table[label] = .utf8
    }
    for label in ["utf-16", "utf-16le", "utf-16be", "unicode", "ucs-2", "iso-10646-ucs-2"] { table[label] = .utf8 }
    for label in [
      "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1", "iso_8859-1:1987",
      "iso-ir-100", "latin1", "l1", "cp819", "ibm819", "csisolatin1", "ascii", "us-ascii", "ansi_x3.4-1968",
    ] { table[label] = .windows1252 }
    return table
  }()
}

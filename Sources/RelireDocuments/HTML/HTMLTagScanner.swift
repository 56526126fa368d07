import Glibc
import RelireModel

/// Scans one piece of markup, from its `<` on, as the HTML standard's tokeniser does (§13.2.5).
///
/// One scanner serves a whole page: its attribute list is reused. Offsets are into the bytes given;
/// each scan is linear in the markup's length.
struct HTMLTagScanner {
  enum Kind: Sendable {
    case startTag, endTag, comment, doctype
    /// `<![CDATA[…]]>` in SVG and MathML: text.
    case characterData
    /// A `<` that begins no markup.
    case text
    /// A tag that the end of the file cuts off; HTML drops it.
    case unfinishedTag
  }

  struct RawAttribute {
    let name: SourceRange
    /// Without its quotes; empty after the name when there is none.
    let value: SourceRange
    /// The byte that quotes the value, or 0.
    let quote: UInt8
  }

  private(set) var kind = Kind.text
  /// The whole markup, `<` and `>` included; for `text` the `<` alone.
  private(set) var range = SourceRange(at: 0)
  /// Of a tag: its name as written.
  private(set) var name = SourceRange(at: 0)
  /// Of a tag: all attributes, in order, duplicates included.
  private(set) var attributes: [RawAttribute] = []
  /// Whether the tag ends in `/>`.
  private(set) var isSelfClosing = false

  /// Scans the markup that starts with the `<` at `start` and ends by `end`.
  /// - Parameter inForeignContent: inside `svg` or `math`, where CDATA sections are known.
  mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int, inForeignContent: Bool = false
  ) {
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    isSelfClosing = false
    let next = start + 1 < end ? bytes[start + 1] : 0
    if next.isASCIILetter {
      scanTag(.startTag, bytes, start, nameStart: start + 1, end)
    } else if next == UInt8(ascii: "/"), start + 2 < end {
      let letter = bytes[start + 2]
      if letter.isASCIILetter {
        scanTag(.endTag, bytes, start, nameStart: start + 2, end)
      } else {
        // `</>` is nothing, `</ x>` a comment.
        finish(.comment, start, Self.after(bytes, UInt8(ascii: ">"), from: start + 2, end))
      }
    } else if next == UInt8(ascii: "!") {
      scanDeclaration(bytes, start, end, inForeignContent)
    } else if next == UInt8(ascii: "?") {
      finish(.comment, start, Self.after(bytes, UInt8(ascii: ">"), from: start + 2, end))
    } else {
      finish(.text, start, start + 1)
    }
  }

  private mutating func finish(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    range = SourceRange(start, end)
  }

  // MARK: Tags

  private mutating func scanTag(
    _ kind: Kind, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, nameStart: Int, _ end: Int
  ) {
    var offset = nameStart
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isHTMLSpace { break }
      offset += 1
    }
    name = SourceRange(nameStart, offset)
    while offset < end {
      let byte = bytes[offset]
      if byte.isHTMLSpace {
        offset += 1
      } else if byte == UInt8(ascii: ">") {
        return finish(kind, start, offset + 1)
      } else if byte == UInt8(ascii: "/") {
        isSelfClosing = offset + 1 < end && bytes[offset + 1] == UInt8(ascii: ">")
        offset += 1
      } else {
        offset = scanAttribute(bytes, offset, end)
      }
    }
    finish(.unfinishedTag, start, end)
  }

  /// Scans an attribute from its name's first byte and gives the offset after it.
  private mutating func scanAttribute(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    // A leading `=` is part of the name.
    var offset = start + 1
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isHTMLSpace {
        break
      }
      offset += 1
    }
    let nameRange = SourceRange(start, offset)
    var value = offset
    while value < end, bytes[value].isHTMLSpace { value += 1 }
    guard value < end, bytes[value] == UInt8(ascii: "=") else {
      attributes.append(RawAttribute(name: nameRange, value: SourceRange(at: offset), quote: 0))
      return offset
    }
    value += 1
    while value < end, bytes[value].isHTMLSpace { value += 1 }
    guard value < end else {
      attributes.append(RawAttribute(name: nameRange, value: SourceRange(at: end), quote: 0))
      return end
    }
    let quote = bytes[value]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let valueEnd = Self.offset(of: quote, bytes, from: value + 1, end)
      attributes.append(RawAttribute(name: nameRange, value: SourceRange(value + 1, valueEnd), quote: quote))
      return min(valueEnd + 1, end)
    }
    offset = value
    while offset < end, bytes[offset] != UInt8(ascii: ">"), !bytes[offset].isHTMLSpace { offset += 1 }
    attributes.append(RawAttribute(name: nameRange, value: SourceRange(value, offset), quote: 0))
    return offset
  }

  // MARK: Comments and declarations

  private mutating func scanDeclaration(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ inForeignContent: Bool
  ) {
    let body = start + 2
    if body + 1 < end, bytes[body] == UInt8(ascii: "-"), bytes[body + 1] == UInt8(ascii: "-") {
      return finish(.comment, start, Self.commentEnd(bytes, from: body + 2, end))
    }
    if Self.spells("doctype", bytes, at: body, end) {
      return finish(.doctype, start, Self.after(bytes, UInt8(ascii: ">"), from: body, end))
    }
    if inForeignContent, Self.spells("[cdata[", bytes, at: body, end) {
      var offset = body + 7
      while offset < end {
        offset = Self.offset(of: UInt8(ascii: "]"), bytes, from: offset, end)
        if offset + 2 < end, bytes[offset + 1] == UInt8(ascii: "]"), bytes[offset + 2] == UInt8(ascii: ">") {
          return finish(.characterData, start, offset + 3)
        }
        offset += 1
      }
      return finish(.characterData, start, end)
    }
    finish(.comment, start, Self.after(bytes, UInt8(ascii: ">"), from: body, end))
  }

  /// The end of a comment whose text starts at `start`: after `-->` or `--!>`; `<!-->` and `<!--->` are empty.
  private static func commentEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int) -> Int {
    if start < end, bytes[start] == UInt8(ascii: ">") { return start + 1 }
    if start + 1 < end, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == UInt8(ascii: ">") { return start + 2 }
    var offset = start
    while offset < end {
      offset = Self.offset(of: UInt8(ascii: ">"), bytes, from: offset, end)
      guard offset < end else { return end }
      if offset - 2 >= start, bytes[offset - 1] == UInt8(ascii: "-"), bytes[offset - 2] == UInt8(ascii: "-") {
        return offset + 1
      }
      if offset - 3 >= start, bytes[offset - 1] == UInt8(ascii: "!"), bytes[offset - 2] == UInt8(ascii: "-"),
        bytes[offset - 3] == UInt8(ascii: "-")
      {
        return offset + 1
      }
      offset += 1
    }
    return end
  }

  // MARK: Searching

  /// The offset of the first `byte` from `start` on, or `end`.
  @inline(__always)
  static func offset(of byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int) -> Int {
    guard start < end, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else {
      return end
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static func after(_ bytes: UnsafeBufferPointer<UInt8>, _ byte: UInt8, from start: Int, _ end: Int) -> Int {
    min(offset(of: byte, bytes, from: start, end) + 1, end)
  }

  /// Whether the bytes at `offset` are `word`, which is lower case, in any case.
  static func spells(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ end: Int) -> Bool {
    guard offset + word.utf8CodeUnitCount <= end else { return false }
    for index in 0..<word.utf8CodeUnitCount
    where bytes[offset + index].asciiLowercased != word.utf8Start[index] { return false }
    return true
  }
}

import RelireModel

/// Reads the words of a TOML text: blanks, keys, strings, numbers, dates.
struct TOMLScanner {
  let bytes: [UInt8]
  let start: Int
  let end: Int
  var offset: Int

  init(bytes: [UInt8], range: SourceRange) {
    self.bytes = bytes
    start = range.start
    end = range.end
    offset = range.start
  }

  /// The byte to read next; nil at the end.
  var byte: UInt8? { offset < end ? bytes[offset] : nil }

  var isAtLineEnd: Bool { isLineEnd(offset) }

  /// The character to read next; empty at the end.
  var character: SourceRange {
    var next = min(offset + 1, end)
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return SourceRange(offset, next)
  }

  func isLineEnd(_ offset: Int) -> Bool {
    offset < end && (bytes[offset] == 0x0A || (bytes[offset] == 0x0D && offset + 1 < end && bytes[offset + 1] == 0x0A))
  }

  // MARK: Blanks and comments

  mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x09 { offset += 1 }
  }

  /// Passes over blanks, comments and line ends.
  mutating func skipLines() throws(DataError) {
    while true {
      skipBlanks()
      try skipComment()
      guard isAtLineEnd else { return }
      offset += bytes[offset] == 0x0D ? 2 : 1
    }
  }

  /// Only a comment may stand between a statement and the end of its line.
  mutating func endLine() throws(DataError) {
    skipBlanks()
    try skipComment()
    guard byte == nil || isAtLineEnd else { throw TOMLProblem.trailing(character) }
  }

  private mutating func skipComment() throws(DataError) {
    guard byte == UInt8(ascii: "#") else { return }
    while let byte, !isAtLineEnd {
      if isControl(byte) { throw TOMLProblem.controlCharacter(character) }
      offset += 1
    }
  }

  /// Control characters but the tab. U+001A stands for an invalid byte, reported already.
  func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x1A || byte == 0x7F }

  // MARK: Keys

  /// Reads a key and the blanks after it.
  mutating func key() throws(DataError) -> TOMLKey {
    var key = TOMLKey(last: try part())
    skipBlanks()
    while byte == UInt8(ascii: ".") {
      offset += 1
      skipBlanks()
      key.parents.append(key.last)
      if key.parents.count > DataLimits.depth { throw DataLimits.tooDeep(key.last.range) }
      key.last = try part()
      skipBlanks()
    }
    return key
  }

  private mutating func part() throws(DataError) -> TOMLKey.Part {
    let start = offset
    if let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let string = try line(quote)
      return TOMLKey.Part(name: string.text, range: SourceRange(start, offset))
    }
    while let byte, isBareKeyByte(byte) { offset += 1 }
    guard offset > start, byte.map({ $0 < 0x80 }) ?? true else {
      // The whole word, so that it can be put in quotes.
      while let byte, isBareKeyByte(byte) || byte >= 0x80 { offset += 1 }
      throw TOMLProblem.expectedKey(offset > start ? SourceRange(start, offset) : character)
    }
    return TOMLKey.Part(
      name: String(decoding: bytes[start..<offset], as: UTF8.self), range: SourceRange(start, offset))
  }

  private func isBareKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  // MARK: Scalars

  mutating func scalar() throws(DataError) -> DataNode {
    let start = offset
    if let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let isLong = offset + 2 < end && bytes[offset + 1] == quote && bytes[offset + 2] == quote
      let string = isLong ? try block(quote) : try line(quote)
      return DataNode(.string(string), SourceRange(start, offset))
    }
    skipWord()
    // A blank may stand between date and time.
    if offset - start == 10, bytes[start + 4] == UInt8(ascii: "-"), byte == 0x20, offset + 3 < end,
      bytes[offset + 1] &- 0x30 < 10, bytes[offset + 3] == UInt8(ascii: ":")
    {
      offset += 1
      skipWord()
    }
    let range = SourceRange(start, offset)
    guard !range.isEmpty else { throw TOMLProblem.expectedValue(character) }
    return DataNode(try TOMLScalar.read(bytes, range), range)
  }

  private mutating func skipWord() {
    while let byte, byte > 0x20 {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "="): return
      default: offset += 1
      }
    }
  }

  // MARK: Strings

  /// A string between single quotation marks of either kind.
  private mutating func line(_ quote: UInt8) throws(DataError) -> DataString {
    let start = offset
    let hasEscapes = quote == UInt8(ascii: "\"")
    var builder = SpellingBuilder(bytes)
    offset += 1
    var run = offset
    while let byte, !isAtLineEnd {
      if byte == quote {
        builder.verbatim(run..<offset)
        offset += 1
        return builder.finish(hasEscapes ? .doubleQuoted : .singleQuoted)
      }
      if byte == UInt8(ascii: "\\"), hasEscapes {
        builder.verbatim(run..<offset)
        try escape(&builder)
        run = offset
      } else {
        if isControl(byte) { throw TOMLProblem.controlCharacter(character) }
        offset += 1
      }
    }
    throw TOMLProblem.unclosedString(SourceRange(start, start + 1))
  }

  /// A string between triple quotation marks of either kind.
  private mutating func block(_ quote: UInt8) throws(DataError) -> DataString {
    let start = offset
    let hasEscapes = quote == UInt8(ascii: "\"")
    var builder = SpellingBuilder(bytes)
    offset += 3
    // A line end right after the opening marks is no part of the text.
    if isAtLineEnd { offset += bytes[offset] == 0x0D ? 2 : 1 }
    var run = offset
    while let byte {
      if byte == quote {
        var count = 0
        while offset + count < end, bytes[offset + count] == quote, count < 5 { count += 1 }
        offset += count
        guard count >= 3 else { continue }
        // Up to two marks may stand right before the closing three.
        builder.verbatim(run..<offset - 3)
        return builder.finish(.block)
      }
      if byte == UInt8(ascii: "\\"), hasEscapes {
        builder.verbatim(run..<offset)
        if !joinLines() { try escape(&builder) }
        run = offset
      } else if byte == 0x0D, isAtLineEnd {
        builder.verbatim(run..<offset)
        builder.lineEnds(1, offset..<offset + 2)
        offset += 2
        run = offset
      } else {
        if isControl(byte), byte != 0x0A { throw TOMLProblem.controlCharacter(character) }
        offset += 1
      }
    }
    throw TOMLProblem.unclosedString(SourceRange(start, start + 3))
  }

  /// A backslash at the end of a line leaves out all white space up to the next character.
  private mutating func joinLines() -> Bool {
    var next = offset + 1
    while next < end, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    guard isLineEnd(next) else { return false }
    while next < end, bytes[next] == 0x20 || bytes[next] == 0x09 || isLineEnd(next) || bytes[next] == 0x0A { next += 1 }
    offset = next
    return true
  }

  private mutating func escape(_ builder: inout SpellingBuilder) throws(DataError) {
    let start = offset
    let code = offset + 1 < end ? bytes[offset + 1] : 0
    let simple: Unicode.Scalar? =
      switch code {
      case UInt8(ascii: "\""): "\""
      case UInt8(ascii: "\\"): "\\"
      case UInt8(ascii: "b"): "\u{08}"
      case UInt8(ascii: "f"): "\u{0C}"
      case UInt8(ascii: "n"): "\n"
      case UInt8(ascii: "r"): "\r"
      case UInt8(ascii: "t"): "\t"
      default: nil
      }
    if let simple {
      offset += 2
      return builder.escape(simple, start..<offset)
    }
    let digits = code == UInt8(ascii: "u") ? 4 : code == UInt8(ascii: "U") ? 8 : 0
    guard let (scalar, next) = Hexadecimal.scalar(bytes, start + 2, digits: digits, end: end) else {
      offset = min(start + 1, end)
      throw TOMLProblem.badEscape(SourceRange(start, character.end))
    }
    offset = next
    builder.escape(scalar, start..<next)
  }
}

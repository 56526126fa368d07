import RelireModel

/// What stands between the name of a shortcode and its end, taken apart as Hugo does, with what Hugo refuses of it.
///
/// Hugo reads nothing after a refusal; reading goes on here past those that are plain to correct.
struct ShortcodeArguments {
  private(set) var arguments: [ShortcodeCall.Argument] = []
  private(set) var refusals: [ShortcodeCall.Refusal] = []
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int

  init(_ bytes: [UInt8], _ range: SourceRange) {
    self.bytes = bytes
    end = range.end
    offset = range.start
    while let byte = peek() {
      if byte.isWhiteSpace {
        offset += 1
      } else if let length = bytes.noBreakSpace(at: offset) {
        refuse(.noBreakSpace, SourceRange(offset, offset + length))
        offset += length
      } else if !readArgument() {
        break
      }
    }
  }

  /// Whether reading can go on after it.
  private mutating func readArgument() -> Bool {
    let start = offset
    let word = wordEnd(from: start)
    let equals = bytes.skipWhiteSpace(word)
    guard word > start, equals < end, bytes[equals] == UInt8(ascii: "=") else { return readPositional(word) }
    let key = String(decoding: bytes[start..<word], as: UTF8.self)
    offset = min(bytes.skipWhiteSpace(equals + 1), end)
    if offset == end { refuse(.value, SourceRange(start, equals + 1)) }
    if arguments.first?.key.isEmpty == true { refuse(.mixture(isNamed: true), SourceRange(start, word)) }
    return readQuoted(key) ?? readValue(key)
  }

  private mutating func readPositional(_ word: Int) -> Bool {
    let start = offset
    guard let isFine = readQuoted("") ?? readWord(word) else {
      refuse(.character, SourceRange(start, unquotedEnd(from: start)))
      return false
    }
    if arguments.first?.key.isEmpty == false { refuse(.mixture(isNamed: false), SourceRange(start, offset)) }
    return isFine
  }

  /// A value without a name and without quotes; nil for one that has characters which ask for quotes.
  private mutating func readWord(_ word: Int) -> Bool? {
    guard word > offset, word == end || bytes[word].isWhiteSpace || bytes[word] == UInt8(ascii: "\"") else {
      return nil
    }
    append("", SourceRange(offset, word))
    offset = word
    return true
  }

  /// A named value without quotes, which goes on to the next space.
  private mutating func readValue(_ key: String) -> Bool {
    let value = SourceRange(offset, unquotedEnd(from: offset))
    if value.end == end, !value.isEmpty { refuse(.delimiter, SourceRange(at: end)) }
    append(key, value)
    offset = value.end
    return true
  }

  // MARK: Quotes

  /// Nil where no quote opens.
  private mutating func readQuoted(_ key: String) -> Bool? {
    guard let byte = peek() else { return nil }
    switch byte {
    case UInt8(ascii: "\""): return readString(key)
    case UInt8(ascii: "`"): return readString(key, between: "`")
    // As a shortcode writes it within an argument of another one.
    case UInt8(ascii: "\\") where bytes.has("\\\"", at: offset): return readString(key, between: "\\\"")
    default: return readWrongQuotes(key)
    }
  }

  private mutating func readString(_ key: String) -> Bool {
    let start = offset + 1
    var close = start
    var value: [UInt8] = []
    while close < end, bytes[close] != UInt8(ascii: "\"") {
      if bytes[close] == UInt8(ascii: "\\"), close + 1 < end { close += 1 }
      value.append(bytes[close])
      close += 1
    }
    let range = SourceRange(start, close)
    if close >= end { refuse(.unclosedQuote, SourceRange(offset, start)) }
    arguments.append(
      ShortcodeCall.Argument(
        key: key, value: String(decoding: value, as: UTF8.self), range: range, isVerbatim: value.count == range.count))
    offset = min(close + 1, end)
    return close < end
  }

  private mutating func readString(_ key: String, between quote: StaticString) -> Bool {
    let start = offset + quote.utf8CodeUnitCount
    let close = bytes.find(quote, from: start, to: end)
    if close == nil { refuse(.unclosedQuote, SourceRange(offset, start)) }
    append(key, SourceRange(start, close ?? end))
    offset = close.map { $0 + quote.utf8CodeUnitCount } ?? end
    return close != nil
  }

  /// A value between quotes that Hugo takes for characters of it: `'…'`, `“…”` or `«\u{A0}…\u{A0}»`.
  private mutating func readWrongQuotes(_ key: String) -> Bool? {
    guard let pair = WrongQuotes.all.first(where: { bytes.has($0.opening, at: offset) }),
      let close = closing(of: pair)
    else { return nil }
    let range = SourceRange(offset, close + pair.closing.utf8CodeUnitCount)
    refuse(.quotes, range)
    append(key, SourceRange(offset + pair.opening.utf8CodeUnitCount, close))
    offset = range.end
    return true
  }

  /// The first closing quote that ends a word.
  private func closing(of pair: WrongQuotes) -> Int? {
    let length = pair.closing.utf8CodeUnitCount
    var from = offset + pair.opening.utf8CodeUnitCount
    while let found = bytes.find(pair.closing, from: from, to: min(end, bytes.lineEnd(from))) {
      let next = found + length
      if next >= end || bytes[next].isWhiteSpace || bytes.noBreakSpace(at: next) != nil { return found }
      from = next
    }
    return nil
  }

  // MARK: Bytes

  private func peek() -> UInt8? { offset < end ? bytes[offset] : nil }

  /// Past the letters, digits, hyphens, underscores and points that a name or a bare value may have.
  private func wordEnd(from start: Int) -> Int {
    var at = start
    while at < end {
      let byte = bytes[at]
      if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") {
        at += 1
      } else if byte == UInt8(ascii: "."), at > start {
        at += 1
      } else if byte >= 0x80, let length = letter(at: at) {
        at += length
      } else {
        break
      }
    }
    return at
  }

  private func unquotedEnd(from start: Int) -> Int {
    var at = start
    while at < end, !bytes[at].isWhiteSpace { at += 1 }
    return at
  }

  /// The length in bytes of a letter beyond ASCII.
  private func letter(at start: Int) -> Int? {
    var decoder = UTF8()
    var rest = bytes[start..<end].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
      return UTF8.width(scalar)
    default: return nil
    }
  }

  private mutating func append(_ key: String, _ range: SourceRange) {
    let value = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    arguments.append(ShortcodeCall.Argument(key: key, value: value, range: range, isVerbatim: true))
  }

  private mutating func refuse(_ reason: ShortcodeCall.Refusal.Reason, _ range: SourceRange) {
    refusals.append(ShortcodeCall.Refusal(reason: reason, range: range))
  }
}

/// A pair of quotes that a keyboard or a typographer makes, and Hugo does not know.
private struct WrongQuotes {
  let opening, closing: StaticString

  static let all = [
    WrongQuotes(opening: "'", closing: "'"), WrongQuotes(opening: "‘", closing: "’"),
    WrongQuotes(opening: "’", closing: "’"), WrongQuotes(opening: "“", closing: "”"),
    WrongQuotes(opening: "”", closing: "”"), WrongQuotes(opening: "„", closing: "“"),
    WrongQuotes(opening: "«", closing: "»"),
  ]
}

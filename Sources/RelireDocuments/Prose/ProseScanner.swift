import RelireModel

/// Cuts the prose of blocks into tokens: the one pass over the text that all typographic rules share.
///
/// A byte's class decides (`ByteClass`); only chunks of text with a suspicious sign in them (a colon
/// before a letter, an at sign…) are looked at a second time, to see whether they are technical.
/// Linear: a chunk is judged at most once for each technical token in it, and is cut at `longestChunk` bytes.
struct ProseScanner: ~Copyable {
  // Unsafe buffers, because this loop reads every byte of every page. They are only used inside
  // `scan`, while what they point at is alive; subscripts are still checked in debug builds.
  let bytes: UnsafeBufferPointer<UInt8>
  let classes: UnsafeBufferPointer<UInt8>
  let segments: UnsafeBufferPointer<Prose.Segment>
  private let letters: LetterMap
  private var tokens: Arena<Token>
  /// The first token of the block that is being scanned.
  private var firstToken = 0
  private var lastTokenEnd = 0

  /// Where the block that is being scanned ends.
  private var end = 0
  private var segment = 0
  private var segmentEnd = 0
  private var language: UInt8 = 0
  private var flagsOfNext: Token.Flags = .first

  /// Where the run of text without spaces around here began, and how many tokens there were.
  private var chunkStart = 0
  private var chunkTokens = 0
  private var chunkParentheses = 0
  /// Up to here nothing is judged again.
  private var judgedEnd = 0
  private var technical = Int.max..<Int.max
  /// Parentheses that are open: `:)` closes one rather than smile.
  private var openParentheses = 0

  /// Longer runs of text without spaces are judged in parts, so that judging stays linear.
  private static let longestChunk = 256

  /// Scans the blocks one after the other and tells each its tokens.
  static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, blocks: inout Arena<ProseBlock>, segments: UnsafeBufferPointer<Prose.Segment>
  ) -> [Token] {
    precondition(bytes.count <= UInt32.max, "prose has no more bytes than tokens can tell")
    return ByteClass.table.withUnsafeBufferPointer { classes in
      var scanner = ProseScanner(bytes: bytes, classes: classes, segments: segments)
      for index in 0..<blocks.count {
        scanner.scan(blocks[index].range)
        blocks[index].tokens = UInt32(scanner.firstToken)..<UInt32(scanner.tokens.count)
      }
      return Array(scanner.tokens.elements)
    }
  }

  private init(
    bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>,
    segments: UnsafeBufferPointer<Prose.Segment>
  ) {
    self.bytes = bytes
    self.classes = classes
    self.segments = segments
    letters = LetterMap(bytes)
    tokens = Arena(capacity: bytes.count / 4 + 16)
    enterSegment(0)
  }

  private mutating func scan(_ range: Range<Int>) {
    firstToken = tokens.count
    end = range.upperBound
    flagsOfNext = .first
    technical = Int.max..<Int.max
    openParentheses = 0
    judgedEnd = range.lowerBound
    var at = range.lowerBound
    startChunk(at)
    while at < end {
      if at >= technical.lowerBound {
        at = emitTechnical(from: at)
        continue
      }
      let byteClass = classes[Int(bytes[at])]
      // Words and single blanks are nearly all of a text: branches that are foreseen, before a jump that is not.
      if byteClass == ByteClass.small || byteClass == ByteClass.capital {
        at = words(at)
      } else if byteClass == ByteClass.blank {
        at = blank(at)
      } else if byteClass == ByteClass.lead, letters.tables.length(at: at) > 1 {
        at = words(at)
      } else {
        at = other(byteClass, at)
      }
    }
  }

  @inline(never)
  private mutating func other(_ byteClass: UInt8, _ at: Int) -> Int {
    switch byteClass {
    case ByteClass.digit: number(at)
    case ByteClass.lead, ByteClass.signLead: scalar(at)
    case ByteClass.tab: space(at)
    case ByteClass.control: emit(.invisible, at, at + 1)
    default: mark(Token.Kind(rawValue: byteClass - ByteClass.firstMark) ?? .symbol, at)
    }
  }

  // MARK: Emitting

  /// Appends a token and returns its end.
  @inline(__always)
  @discardableResult
  private mutating func emit(_ kind: Token.Kind, _ start: Int, _ stop: Int, hash: UInt32 = 0, flags: Token.Flags = [])
    -> Int
  {
    while start >= segmentEnd { enterSegment(segment + 1) }
    var flags = flags.union(flagsOfNext)
    if flagsOfNext.isEmpty, lastTokenEnd == start { flags.insert(.joined) }
    flagsOfNext = []
    lastTokenEnd = stop
    tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: stop), hash: hash, kind: kind,
        flags: flags, language: language))
    return stop
  }

  private mutating func enterSegment(_ index: Int) {
    segment = index
    segmentEnd = index + 1 < segments.count ? Int(segments[index + 1].start) : Int.max
    language = index < segments.count ? segments[index].language : 0
  }

  /// What comes next has a space, or something else that no URL contains, before it.
  @inline(__always)
  private mutating func startChunk(_ at: Int) { startChunk(at, with: tokens.count) }

  /// - Parameter token: its first one.
  @inline(__always)
  private mutating func startChunk(_ at: Int, with token: Int) {
    chunkStart = at
    chunkTokens = token
    chunkParentheses = openParentheses
  }

  private mutating func emitTechnical(from start: Int) -> Int {
    let stop = technical.upperBound
    technical = Int.max..<Int.max
    emit(.technical, start, stop)
    startChunk(stop)
    return stop
  }

  /// Looks at the chunk around the suspicious sign at `at`. When something technical is in it, the chunk is to be
  /// scanned again from the offset that is returned.
  private mutating func judge(_ at: Int) -> Int? {
    guard at >= judgedEnd else { return nil }
    if at - chunkStart > Self.longestChunk { startChunk(at) }
    let text = TechnicalText(
      bytes: bytes, chunk: chunkStart..<chunkEnd(after: at), blockEnd: end,
      isInParenthesis: openParentheses > 0)
    guard let range = text.technicalRange() else {
      judgedEnd = text.chunk.upperBound
      return nil
    }
    judgedEnd = range.upperBound
    technical = range
    if chunkTokens < tokens.count, tokens[chunkTokens].flags.contains(.first) { flagsOfNext = .first }
    tokens.truncate(to: chunkTokens)
    lastTokenEnd = tokens.count > firstToken ? Int(tokens[tokens.count - 1].end) : 0
    openParentheses = chunkParentheses
    while segment > 0, Int(segments[segment].start) > chunkStart { enterSegment(segment - 1) }
    return chunkStart
  }

  /// The end of the run of text without spaces that `at` is in, at most `longestChunk` bytes further on.
  @inline(__always)
  private func chunkEnd(after at: Int) -> Int {
    let limit = min(end, at + Self.longestChunk)
    var index = at + 1
    while index < limit {
      switch bytes[index] {
      case 0...0x20: return index
      case 0xC2 where index + 1 < end && (bytes[index + 1] == 0xA0 || bytes[index + 1] | 0x10 == 0xBB): return index
      case 0xE2 where index + 1 < end && bytes[index + 1] == 0x80: return index
      case 0xEF where index + 1 < end && bytes[index + 1] == 0xBF: return index
      default: index += 1
      }
    }
    return max(index, at + 1)
  }

  // MARK: Words and numbers

  /// Reads the word at `start`, and those after it that follow a single blank each: what most of a text is.
  ///
  /// A kernel: what it needs at every word is in registers, and tokens are written where they stay. What is rare among
  /// words is left to `word`.
  private mutating func words(_ start: Int) -> Int {
    while start >= segmentEnd { enterSegment(segment + 1) }
    let limit = min(end, segmentEnd, technical.lowerBound)
    let (end, language, letters, bytes, classes) = (self.end, self.language, letters.tables, bytes, classes)
    let room = tokens.room()
    var next = room.start
    var flags = flagsOfNext.isEmpty && lastTokenEnd == start ? .joined : flagsOfNext
    var at = start
    var length = 0
    var after = ByteClass.lead
    repeat {
      length = letters.length(at: at)
      let stop = at &+ length
      guard length > 0, length < LetterMap.window, stop < end else { break }
      after = classes[Int(bytes[stop])]
      guard after != ByteClass.digit, after != ByteClass.lead else { break }
      let word = letters.word(at: at, length: length)
      next.initialize(
        to: Token(
          start: UInt32(truncatingIfNeeded: at), end: UInt32(truncatingIfNeeded: stop), hash: word.hash, kind: .word,
          flags: word.flags.union(flags), language: language))
      next += 1
      flags = []
      length = 0
      at = stop
      guard after == ByteClass.blank else { break }
      at &+= 1
    } while at < limit && next < room.end
    let count = next - room.start
    guard count > 0 else { return word(start) }
    tokens.extend(by: count)
    lastTokenEnd = Int(tokens[tokens.count - 1].end)
    flagsOfNext = []
    guard lastTokenEnd < at else {
      // A mark follows. The last word is in the same chunk; only the first one may not have begun it.
      if count > 1 { startChunk(Int(tokens[tokens.count - 1].start), with: tokens.count - 1) }
      return at
    }
    // A blank was passed over: before a word that is not so plain, it is no more than that. What × and ÷ begin with
    // may be part of a letter.
    guard length > 0, classes[Int(bytes[at])] != ByteClass.lead else { return at - 1 }
    startChunk(at)
    return word(at)
  }

  /// A single word.
  @inline(never)
  private mutating func word(_ start: Int) -> Int {
    let length = min(letters.tables.length(at: start), end - start)
    let stop = start + length
    guard length > 0, length < LetterMap.window, stop == end || !mayContinueWord(stop) else { return longWord(start) }
    let word = letters.tables.word(at: start, length: length)
    return emit(.word, start, stop, hash: word.hash, flags: word.flags)
  }

  /// Whether something other than a letter of ASCII or Latin-1 may belong to the word before it.
  @inline(__always)
  private func mayContinueWord(_ at: Int) -> Bool {
    switch classes[Int(bytes[at])] {
    case ByteClass.digit: return true
    case ByteClass.lead:
      // Of Latin-1's signs and spaces, only µ and the soft hyphen are parts of words.
      return bytes[at] != 0xC2 || bytes[at + 1] == 0xAD || bytes[at + 1] == 0xB5
    default: return false
    }
  }

  /// Any word, byte by byte.
  private mutating func longWord(_ start: Int) -> Int {
    var hash = FoldedHash()
    var flags: Token.Flags = []
    var at = start
    var capitals = 0
    var smalls = 0
    // `14h30` is 14, h, 30: a word glued to a number ends at the next digit.
    var stopsAtDigit = false
    if tokens.count > firstToken, tokens[tokens.count - 1].kind == .number, lastTokenEnd == start {
      stopsAtDigit = true
    }
    loop: while at < end {
      let byte = bytes[at]
      switch classes[Int(byte)] {
      case ByteClass.small:
        hash.append(byte)
        smalls += 1
        at += 1
      case ByteClass.capital:
        hash.append(byte)
        if smalls > 0 { flags.insert(.innerCapital) }
        if at == start { flags.insert(.capitalised) }
        capitals += 1
        at += 1
      case ByteClass.digit:
        if stopsAtDigit { break loop }
        flags.insert(.hasDigit)
        hash.append(byte)
        at += 1
      case ByteClass.lead:
        let letter = Letter.at(at, in: bytes, end: end)
        guard letter.length > 0 else { break loop }
        switch letter.form {
        case .small: smalls += 1
        case .capital:
          if smalls > 0 { flags.insert(.innerCapital) }
          if at == start { flags.insert(.capitalised) }
          capitals += 1
        case .mark: flags.insert(.decomposed)
        case .softHyphen:
          flags.insert(.softHyphen)
          at += 2
          continue loop
        }
        flags.insert(.nonASCII)
        for _ in 0..<letter.length {
          hash.append(bytes[at])
          at += 1
        }
      default: break loop
      }
    }
    if capitals > 1, smalls == 0 { flags.insert(.allCapitals) }
    return emit(.word, start, at, hash: hash.value, flags: flags)
  }

  private mutating func number(_ start: Int) -> Int {
    var at = start + 1
    while at < end, bytes[at].isDigit { at += 1 }
    emit(.number, start, at)
    // 0x10
    if at < end, bytes[at] == 0x78, at == start + 1, bytes[start] == 0x30 { return judge(at) ?? at }
    return at
  }

  // MARK: Spaces

  /// The commonest case: one blank, or one line end, before a word or a number.
  @inline(__always)
  private mutating func blank(_ start: Int) -> Int {
    let next = start + 1
    guard next < end, ByteClass.isAlphanumeric(classes[Int(bytes[next])]) else { return space(start) }
    startChunk(next)
    return next
  }

  private mutating func space(_ start: Int) -> Int {
    var at = start
    var count = 0
    var kind: Token.Kind?
    while at < end {
      let byte = bytes[at]
      let width: Int
      let one: Token.Kind
      switch byte {
      case 0x09: (one, width) = (.tab, 1)
      case 0x0D where at + 1 < end && bytes[at + 1] == 0x0A: (one, width) = (.spaceRun, 2)
      case 0x20, 0x0A...0x0D: (one, width) = (.spaceRun, 1)
      default:
        let space = WideSpace.at(at, in: bytes, end: end)
        guard let kind = space.kind else {
          return finishSpace(start, at, kind, count)
        }
        (one, width) = (kind, space.width)
      }
      kind = kind == nil || kind == one ? one : .spaceRun
      count += 1
      at += width
    }
    return finishSpace(start, at, kind, count)
  }

  private mutating func finishSpace(_ start: Int, _ stop: Int, _ kind: Token.Kind?, _ count: Int) -> Int {
    switch kind {
    case .spaceRun where count == 1, nil: break
    case .otherSpace where count > 1, .tab where count > 1: emit(.spaceRun, start, stop)
    case .some(let kind): emit(kind, start, stop)
    }
    startChunk(stop)
    return stop
  }

  // MARK: Marks

  private mutating func mark(_ kind: Token.Kind, _ at: Int) -> Int {
    if isSuspicious(at), let back = judge(at) { return back }
    var stop = at + 1
    var kind = kind
    switch kind {
    case .period:
      while stop < end, bytes[stop] == 0x2E { stop += 1 }
      if stop > at + 1 { kind = .periodRun }
    case .highMark:
      while stop < end, bytes[stop] == 0x21 || bytes[stop] == 0x3F { stop += 1 }
    case .hyphen:
      while stop < end, bytes[stop] == 0x2D { stop += 1 }
      if stop > at + 1 { kind = .hyphenRun }
    case .mathematical where bytes[at] == 0x3C || bytes[at] == 0x3E:
      if stop < end, bytes[stop] == bytes[at] {
        kind = .angleRun
        stop += 1
      }
    case .openingParenthesis: openParentheses += 1
    case .closingParenthesis: openParentheses = max(0, openParentheses - 1)
    default: break
    }
    emit(kind, at, stop)
    // After an elision a new chunk begins: `d'exemple.fr`.
    if kind == .straightApostrophe { startChunk(stop) }
    return stop
  }

  /// Whether the ASCII mark at `at` may be part of something technical. What is never near a letter or a digit
  /// in prose is; what ends words in prose is only when it does not end one.
  @inline(__always)
  private func isSuspicious(_ at: Int) -> Bool {
    let next = at + 1 < end ? bytes[at + 1] : 0x20
    switch bytes[at] {
    case UInt8(ascii: "."): return next.isASCIIAlphanumeric
    case UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: ")"): return false
    case UInt8(ascii: "-"):
      if at == chunkStart { return next == UInt8(ascii: "-") }
      return next.isDigit && bytes[at - 1].isDigit
    case UInt8(ascii: ":"): return next > 0x20
    case UInt8(ascii: ";"): return at == chunkStart && next > 0x20
    case UInt8(ascii: "!"): return at == chunkStart && next.isASCIIAlphanumeric
    case UInt8(ascii: "?"), UInt8(ascii: "%"): return next.isASCIIAlphanumeric
    case UInt8(ascii: "("): return at > chunkStart && (next == UInt8(ascii: ")") || next == UInt8(ascii: "."))
    case UInt8(ascii: "]"): return next == UInt8(ascii: "(")
    case UInt8(ascii: "["), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "}"): return false
    // / \ @ _ = & # { | ^ < $ ~ *
    default: return true
    }
  }

  // MARK: Beyond ASCII

  private mutating func scalar(_ at: Int) -> Int {
    let letter = Letter.at(at, in: bytes, end: end)
    if letter.length > 0, letter.form == .small || letter.form == .capital { return word(at) }
    if WideSpace.at(at, in: bytes, end: end).kind != nil { return space(at) }
    let sign = Sign.at(at, in: bytes, end: end)
    var stop = at + sign.length
    if sign.kind == .symbol { stop = Sign.emojiEnd(stop, in: bytes, end: end) }
    emit(sign.kind, at, stop)
    // General punctuation, guillemets and objects are no part of any URL.
    if sign.kind != .symbol, sign.kind != .combiningMark, sign.kind != .degree { startChunk(stop) }
    return stop
  }
}

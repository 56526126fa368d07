import RelireModel

/// Finds and reads the data at the head of a source page, as Hugo does.
public enum FrontMatterReader {
  /// - Returns: nil when the page has no front matter; the range of the text after it begins at
  ///   `range.end`. A front matter that is broken, or not closed, gives a problem with its place.
  public static func read(source: SourceText) -> (FrontMatter?, [ReadingProblem]) {
    let bytes = source.bytes
    var start = source.contentStart
    // Hugo passes over white space before the opening fence.
    while start < bytes.count, isSpace(bytes[start]) { start += 1 }
    guard start < bytes.count else { return (nil, []) }
    switch bytes[start] {
    case UInt8(ascii: "-"): return fenced(bytes, start, .yaml)
    case UInt8(ascii: "+"): return fenced(bytes, start, .toml)
    case UInt8(ascii: "{"): return json(bytes, start)
    default: return (nil, [])
    }
  }

  // MARK: Fences

  private static func fenced(_ bytes: [UInt8], _ start: Int, _ format: FrontMatter.Format)
    -> (FrontMatter?, [ReadingProblem])
  {
    guard isFence(bytes, start, bytes[start]) else { return (nil, []) }
    var opening = start + 3
    while opening < bytes.count, isBlank(bytes[opening]) { opening += 1 }
    // More than a fence: a rule of dashes, a list, a text.
    guard opening == bytes.count || isBreak(bytes[opening]) else { return (nil, []) }
    let content = afterBreak(bytes, opening)

    // The first line that begins with a fence closes; Hugo does not ask what follows on that line.
    var searched = content
    while let fence = bytes.find(format == .yaml ? "---" : "+++", from: searched) {
      if fence == content || isBreak(bytes[fence - 1]) {
        return read(bytes, SourceRange(start, lineEnd(bytes, fence)), content: SourceRange(content, fence), format)
      }
      searched = fence + 1
    }
    // Without a closing fence, `---` may as well be a rule: what follows decides.
    guard format == .toml || looksLikeKey(bytes, content) else { return (nil, []) }
    return unclosed(SourceRange(start, opening), bytes, format)
  }

  private static func isFence(_ bytes: [UInt8], _ offset: Int, _ mark: UInt8) -> Bool {
    offset + 3 <= bytes.count && bytes[offset] == mark && bytes[offset + 1] == mark && bytes[offset + 2] == mark
  }

  /// `key:` or `"key":` at the start of a line.
  private static func looksLikeKey(_ bytes: [UInt8], _ start: Int) -> Bool {
    var offset = start
    while offset < bytes.count, isKeyByte(bytes[offset]) { offset += 1 }
    guard offset > start, offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else { return false }
    return offset + 1 == bytes.count || isSpace(bytes[offset + 1])
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\""), 0x80...0xFF:
      true
    default: false
    }
  }

  // MARK: JSON

  /// The object that Hugo would take: braces are counted, those in strings left out.
  private static func json(_ bytes: [UInt8], _ start: Int) -> (FrontMatter?, [ReadingProblem]) {
    var first = start + 1
    while first < bytes.count, isSpace(bytes[first]) { first += 1 }
    // Else a shortcode, a formula or a text.
    guard first < bytes.count, bytes[first] == UInt8(ascii: "\"") || bytes[first] == UInt8(ascii: "}") else {
      return (nil, [])
    }
    var depth = 0
    var isQuoted = false
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "{") where !isQuoted: depth += 1
      case UInt8(ascii: "}") where !isQuoted: depth -= 1
      default: break
      }
      offset += 1
      if depth == 0 {
        let end = min(offset, bytes.count)
        let after = end < bytes.count && isBreak(bytes[end]) ? afterBreak(bytes, end) : end
        return read(bytes, SourceRange(start, after), content: SourceRange(start, end), .json)
      }
    }
    return unclosed(SourceRange(start, start + 1), bytes, .json)
  }

  // MARK: Content

  private static func read(
    _ bytes: [UInt8], _ range: SourceRange, content: SourceRange, _ format: FrontMatter.Format
  ) -> (FrontMatter?, [ReadingProblem]) {
    do throws(DataError) {
      let root = try DataReader.read(bytes, range: content, format: format)
      switch root.value {
      case .mapping: return (FrontMatter(format: format, range: range, root: root), [])
      case .null: return (FrontMatter(format: format, range: range, root: DataNode(.mapping([]), root.range)), [])
      default:
        throw DataError(
          root.range,
          Message(
            fr: "Écrivez l’en-tête de la page en lignes «\u{A0}clé: valeur\u{A0}».",
            en: "Write the front matter in “key: value” lines."))
      }
    } catch {
      return (
        FrontMatter(format: format, range: range, root: nil),
        [conflict(bytes, content) ?? ReadingProblem(.frontMatter, error.range, error.message)]
      )
    }
  }

  /// What a merge has left, where that is why the data cannot be read.
  private static func conflict(_ bytes: [UInt8], _ content: SourceRange) -> ReadingProblem? {
    var offset = content.start
    while let mark = bytes.find("<<<<<<< ", from: offset, to: content.end) {
      if let conflict = MergeConflict(bytes, at: mark, to: content.end) {
        return .mergeConflict(conflict.lines[0], in: .frontMatter)
      }
      offset = mark + 8
    }
    return nil
  }

  private static func unclosed(_ fence: SourceRange, _ bytes: [UInt8], _ format: FrontMatter.Format)
    -> (FrontMatter?, [ReadingProblem])
  {
    let mark =
      switch format {
      case .yaml: "---"
      case .toml: "+++"
      case .json: "}"
      }
    let problem = ReadingProblem(
      .frontMatter, fence,
      Message(
        fr: "L’en-tête de la page commence ici mais n’est jamais fermé\u{A0}: ajoutez une ligne «\u{A0}\(mark)\u{A0}» "
          + "après sa dernière ligne.",
        en: "The front matter begins here but is never closed: add a line “\(mark)” after its last line."))
    // Where it ends is unknown: the whole page is taken, as prose it would be full of false faults.
    let range = SourceRange(fence.start, bytes.count)
    return (FrontMatter(format: format, range: range, root: nil), [problem])
  }

  // MARK: Bytes

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || isBreak(byte) }

  private static func afterBreak(_ bytes: [UInt8], _ offset: Int) -> Int {
    guard offset < bytes.count else { return offset }
    let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
    return offset + (isPair ? 2 : 1)
  }

  /// The offset after the line's end.
  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var offset = start
    while offset < bytes.count, !isBreak(bytes[offset]) { offset += 1 }
    return afterBreak(bytes, offset)
  }
}

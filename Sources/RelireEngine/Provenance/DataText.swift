import RelireDocuments
import RelireModel

/// A text in data: of a front matter, of the site’s configuration, of a file of translations.
struct DataText: Sendable {
  let letters: LetterText
  private let string: DataString
  /// Bytes of the string's text: the templates' placeholders within translations are left out.
  private let range: Range<Int>

  private init(letters: LetterText, string: DataString, range: Range<Int>) {
    self.letters = letters
    self.string = string
    self.range = range
  }

  /// A text that stands in a file as it is; nil for one without letters.
  init?(verbatim range: SourceRange, _ bytes: [UInt8]) {
    letters = LetterText(bytes, range.bounds)
    if letters.isEmpty { return nil }
    string = DataString(
      text: String(decoding: bytes[range.bounds], as: UTF8.self), style: .plain,
      pieces: [DataString.Piece(start: 0, source: range)])
    self.range = 0..<range.count
  }

  /// All texts below a node. Placeholders (`{{ .Count }}`) part a text in two.
  static func all(in root: DataNode?) -> [DataText] {
    var texts: [DataText] = []
    var pending = root.map { [$0] } ?? []
    while let node = pending.popLast(), texts.count < 20_000 {
      switch node.value {
      case .string(let string): add(string, to: &texts)
      case .sequence(let items): pending += items.reversed()
      case .mapping(let entries): pending += entries.reversed().map(\.value)
      default: break
      }
    }
    return texts
  }

  private static func add(_ string: DataString, to texts: inout [DataText]) {
    let bytes = Array(string.text.utf8)
    var start = 0
    func add(_ range: Range<Int>) {
      let letters = LetterText(bytes, range)
      if !letters.isEmpty { texts.append(DataText(letters: letters, string: string, range: range)) }
    }
    while let open = bytes.find("{{", from: start), let close = bytes.find("}}", from: open) {
      add(start..<open)
      start = close + 2
    }
    add(start..<bytes.count)
  }

  /// How many letters a text has at least that is looked for among others: where nothing else tells of the fault's
  /// origin, and else.
  static let shortest = 4
  static let shortestAlone = 12

  /// Where the text has the fault; nil when it is not the text that is shown there.
  func place(of spot: TextSpot, shortest: Int = shortest) -> SourceRange? {
    if letters.bytes == spot.letters.bytes { return place(spot.before, spot) }
    if spot.isWhole { return nil }
    // A mark tells more than letters, which a word of any text may have.
    let shortest = spot.mark == nil || spot.inside > 0 ? max(shortest, Self.shortestAlone) : shortest
    if letters.bytes.count >= shortest, let start = spot.letters.offset(of: letters), spot.before >= start,
      spot.before + spot.inside <= start + letters.bytes.count
    {
      return place(spot.before - start, spot)
    }
    // Cut short, among other texts.
    guard let window = spot.window, let start = letters.offset(of: window) else { return nil }
    return place(start + spot.before - window.startIndex, spot)
  }

  private func place(_ before: Int, _ spot: TextSpot) -> SourceRange? {
    let bytes = Array(string.text.utf8)
    if spot.isWhole { return source(range) }
    let gap = LetterText.gap(after: before, in: bytes, range)
    let marks = LetterText.marks(bytes, gap)
    if let mark = spot.mark, spot.inside == 0 {
      // The text has the very mark there, or what a typographer made it of.
      guard let first = marks.first(where: { $0 == mark || Self.isMade($0, mark) }) else { return nil }
      let place = gap.first { bytes[$0] == first } ?? gap.lowerBound
      var end = place + 1
      while end < gap.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
      return source(place..<end)
    }
    if spot.inside == 0 { return gap.isEmpty ? nil : source(gap) }
    let end = LetterText.gap(after: before + spot.inside, in: bytes, range).lowerBound
    return source(gap.upperBound..<max(gap.upperBound, end))
  }

  /// `'` and `’`, `...` and `…`, `"` and `«`: the first bytes of what typographers change.
  private static func isMade(_ written: UInt8, _ shown: UInt8) -> Bool {
    shown >= 0x80 && [UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "."), UInt8(ascii: "-")].contains(written)
  }

  /// The bytes of the file that spell a part of the text.
  private func source(_ range: Range<Int>) -> SourceRange? {
    let pieces = string.pieces
    let count = string.text.utf8.count
    func place(_ offset: Int, isEnd: Bool) -> Int? {
      guard
        let index = pieces.lastIndex(where: { isEnd ? $0.start < max(offset, 1) : $0.start <= offset })
      else { return nil }
      let piece = pieces[index]
      let length = (index + 1 < pieces.count ? pieces[index + 1].start : count) - piece.start
      if length == piece.source.count { return piece.source.start + offset - piece.start }
      return isEnd ? piece.source.end : piece.source.start
    }
    guard let start = place(range.lowerBound, isEnd: false), let end = place(range.upperBound, isEnd: true) else {
      return nil
    }
    return SourceRange(start, max(start, end))
  }
}

import RelireModel

/// Builds a string together with the map from its bytes to the bytes that spell them.
struct SpellingBuilder {
  private(set) var text: [UInt8] = []
  private(set) var pieces: [DataString.Piece] = []
  private let bytes: [UInt8]
  /// The verbatim run that is being extended: where it began in `text`, and its source so far.
  private var runStart = 0
  private var run: Range<Int>?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Appends the source bytes of `range` as they are.
  mutating func verbatim(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    text.append(contentsOf: bytes[range])
    if let open = run, open.upperBound == range.lowerBound {
      run = open.lowerBound..<range.upperBound
    } else {
      flush()
      runStart = text.count - range.count
      run = range
    }
  }

  /// Appends text that the source bytes of `range` spell in another way.
  mutating func escape(_ scalar: Unicode.Scalar, _ range: Range<Int>) {
    open(range)
    UTF8.encode(scalar).map { text.append(contentsOf: $0) }
  }

  /// Appends `count` line ends that stand for folded or normalised ones in the source.
  mutating func lineEnds(_ count: Int, _ range: Range<Int>) {
    guard count > 0 else { return }
    open(range)
    for _ in 0..<count { text.append(0x0A) }
  }

  /// Begins a piece that is no verbatim run.
  private mutating func open(_ range: Range<Int>) {
    flush()
    pieces.append(DataString.Piece(start: text.count, source: SourceRange(range.lowerBound, range.upperBound)))
  }

  private mutating func flush() {
    guard let open = run else { return }
    pieces.append(DataString.Piece(start: runStart, source: SourceRange(open.lowerBound, open.upperBound)))
    run = nil
  }

  mutating func finish(_ style: DataString.Style) -> DataString {
    flush()
    return DataString(text: String(decoding: text, as: UTF8.self), style: style, pieces: pieces)
  }
}

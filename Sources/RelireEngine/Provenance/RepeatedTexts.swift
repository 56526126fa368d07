import RelireDocuments
import RelireModel

/// Faults in texts of unknown origin, looked for in the front matter of other pages: titles, descriptions and other
/// texts that lists and menus show. Each page is asked once, and nearly none has any of them.
struct RepeatedTexts {
  typealias Untold = (signature: UInt64, entry: TemplateFaults.Entry)

  private let faults: [Untold]
  /// The numbers of the faults by pieces of their texts: of eight letters at the fault, and of all of shorter texts that
  /// may have it.
  private var byPiece: [UInt64: [Int]] = [:]
  /// The same by the hashes of their whole texts.
  private var byText: [UInt64: [Int]] = [:]

  private static let length = 8
  /// A piece that more faults have tells nothing: where a thousand summaries begin alike, each would be compared with
  /// all of them.
  private static let mostAlike = 64

  init(_ faults: [Untold]) {
    self.faults = faults.filter { $0.entry.repeated != nil && !$0.entry.diagnostics.isEmpty }
    for (number, fault) in self.faults.enumerated() {
      guard let spot = fault.entry.repeated?.spot else { continue }
      byText[spot.letters.hash, default: []].append(number)
      for piece in Self.pieces(of: spot) { byPiece[piece, default: []].append(number) }
    }
    byPiece = byPiece.filter { $0.value.count <= Self.mostAlike }
  }

  var isEmpty: Bool { faults.isEmpty }

  private static func pieces(of spot: TextSpot) -> Set<UInt64> {
    let letters = spot.letters.bytes
    // Of a text that is the same as a whole.
    var pieces: Set<UInt64> = [piece(letters.prefix(length))]
    if spot.isWhole { return pieces }
    for count in DataText.shortest...length where letters.count >= count {
      let first = max(0, spot.before - count)
      let last = min(letters.count - count, spot.before + spot.inside)
      for start in first...max(first, last) where start + count <= letters.count {
        pieces.insert(piece(letters[start..<(start + count)]))
      }
    }
    return pieces
  }

  /// The faults that a front matter has, with their places there.
  func found(in root: DataNode?) -> [(fault: Untold, place: SourceRange)] {
    var found: [(Untold, SourceRange)] = []
    for text in DataText.all(in: root) {
      for number in candidates(text.letters).sorted() {
        if let spot = faults[number].entry.repeated?.spot, let place = text.place(of: spot) {
          found.append((faults[number], place))
        }
      }
    }
    return found
  }

  private func candidates(_ text: LetterText) -> Set<Int> {
    let letters = text.bytes
    var candidates = Set(byText[text.hash] ?? [])
    for start in 0...max(0, letters.count - Self.length) {
      let piece = Self.piece(letters[start..<min(letters.count, start + Self.length)])
      if let numbers = byPiece[piece] { candidates.formUnion(numbers) }
    }
    return candidates
  }

  private static func piece(_ letters: ArraySlice<UInt8>) -> UInt64 { letters.reduce(0) { $0 << 8 | UInt64($1) } }
}

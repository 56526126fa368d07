import RelireDocuments
import RelireModel
import Testing

/// Reads with something before and after, so that an offset counted from the wrong place shows.
struct Sample {
  static let before = "é avant\n"
  let bytes: [UInt8]
  let range: SourceRange
  let result: Result<DataNode, DataError>

  init(_ text: String, _ format: FrontMatter.Format) {
    self.init(Array(text.utf8), format)
  }

  init(_ text: [UInt8], _ format: FrontMatter.Format) {
    bytes = Array(Self.before.utf8) + text + Array("\naprès: [".utf8)
    range = SourceRange(Self.before.utf8.count, Self.before.utf8.count + text.count)
    do throws(DataError) {
      result = .success(try DataReader.read(bytes, range: range, format: format))
    } catch {
      result = .failure(error)
    }
  }

  var root: DataNode? { try? result.get() }
  var error: DataError? { if case .failure(let error) = result { error } else { nil } }

  func source(_ range: SourceRange) -> String { String(decoding: bytes[range.bounds], as: UTF8.self) }

  func string(_ key: String) -> DataString? {
    if case .string(let string)? = root?[key]?.value { string } else { nil }
  }

  /// What is wrong with the map of a string: nil when its pieces are in order, cover the text, lie in
  /// the value, and are verbatim wherever their length says so.
  func fault(in string: DataString, of node: DataNode, allowing equalEscapes: Set<String> = [" ", "\u{A0}", "\u{85}"])
    -> String?
  {
    let text = Array(string.text.utf8)
    if text.isEmpty { return string.pieces.isEmpty ? nil : "pieces of nothing" }
    guard string.pieces.first?.start == 0 else { return "does not begin at 0: \(string.pieces)" }
    var sourceEnd = node.range.start
    for (index, piece) in string.pieces.enumerated() {
      let next = index + 1 < string.pieces.count ? string.pieces[index + 1].start : text.count
      guard next > piece.start else { return "an empty piece" }
      guard piece.source.start >= sourceEnd, !piece.source.isEmpty else { return "pieces out of order" }
      sourceEnd = piece.source.end
      let says = String(decoding: text[piece.start..<next], as: UTF8.self)
      if piece.source.count == next - piece.start, source(piece.source) != says, !equalEscapes.contains(says) {
        return "«\(source(piece.source))» is no verbatim «\(says)»"
      }
    }
    return sourceEnd <= node.range.end ? nil : "beyond the value"
  }

  /// A range of the result that does not lie in the text that was read; nil when all do.
  var strayRange: SourceRange? {
    switch result {
    case .failure(let error): return range.contains(error.range) ? nil : error.range
    case .success(let root):
      var stack = [root]
      while let node = stack.popLast() {
        guard range.contains(node.range) else { return node.range }
        stack += node.items ?? []
        stack += node.entries.map(\.value)
      }
      return nil
    }
  }

  /// The source of each character of a string, escapes whole.
  func spellings(_ string: DataString) -> [String] {
    var result: [String] = []
    for (index, piece) in string.pieces.enumerated() {
      let next = index + 1 < string.pieces.count ? string.pieces[index + 1].start : string.text.utf8.count
      let source = source(piece.source)
      if piece.source.count == next - piece.start {
        result += source.unicodeScalars.map { String($0) }
      } else {
        result.append(source)
      }
    }
    return result
  }
}

extension DataNode {
  var integer: Int? { if case .integer(let value) = value { value } else { nil } }
  var double: Double? { if case .double(let value) = value { value } else { nil } }
  var date: String? { if case .date(let value) = value { value } else { nil } }
}

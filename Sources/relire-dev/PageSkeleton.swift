import RelireDocuments
import RelireModel

/// What safe fixes must leave as it is, computed apart from the fixer's own verification: the letters and digits of
/// the prose in order, and the elements with their attributes.
struct PageSkeleton {
  let words: String
  let markup: [String]

  init(_ bytes: [UInt8], _ format: Document.Format) {
    let document = DocumentReader.read(SourceDecoder.decode(bytes, format: format), format: format)
    var words = ""
    for block in document.prose.blocks {
      let before = words.utf8.count
      for scalar in document.prose.string(block).unicodeScalars where Self.isLetter(scalar) {
        words.unicodeScalars.append(scalar)
      }
      for scalar in document.prose.string(block).unicodeScalars where ("0"..."9").contains(scalar) {
        words.unicodeScalars.append(scalar)
      }
      // A block of nothing but invisible characters may go.
      if words.utf8.count > before { words += "\n" }
    }
    // Swift compares strings by canonical equivalence: a composed accent is the same letter.
    self.words = words
    markup = document.nodes.indices.compactMap { index in
      let node = document.nodes[index]
      guard node.kind == .element else { return nil }
      let names = document.attributes(of: NodeID(index)).map { document.spelling($0.name) }
      return "\(document.spelling(node.name)) \(names.joined(separator: " "))"
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }
}

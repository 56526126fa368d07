import RelireModel
import Testing

@testable import RelireLexicon

@Suite struct LexiconTablesTests {
  private let memory: UnsafeMutableRawBufferPointer

  /// A copy of the embedded image that may be spoiled; left to the end of the tests.
  init() {
    let image = Lexicon.embeddedImage
    memory = .allocate(byteCount: image.count, alignment: 8)
    memory.copyMemory(from: image)
  }

  private func tables(_ count: Int, of digest: UInt64 = Lexicon.digest) -> LexiconTables? {
    LexiconTables(UnsafeRawBufferPointer(rebasing: memory[..<count]), of: digest)
  }

  @Test func embeddedImageIsThatOfTheLists() {
    #expect(Lexicon.image.elementsEqual(Lexicon.embeddedImage), "swift run relire-dev generate writes it anew")
    #expect(tables(memory.count) != nil)
  }

  @Test func imagesOfOtherListsAndPartsOfImagesAreNotRead() {
    #expect(tables(memory.count, of: Lexicon.digest ^ 1) == nil)
    for count in [0, 1, 8, MemoryLayout<LexiconTables.Header>.size, 5_000, memory.count - 1] {
      #expect(tables(count) == nil, "\(count) bytes")
    }
    memory.storeBytes(of: .max, toByteOffset: 8, as: UInt32.self)
    #expect(tables(memory.count) == nil)
  }

  /// The image holds every byte of them, and the bytes of a gap would differ from one run to the next.
  @Test func typesOfTablesHaveNoGaps() {
    #expect(MemoryLayout<LexiconTables.Header>.stride == 8 + 10 * 4)
    #expect(MemoryLayout<LexiconTables.Entry>.stride == 2 * 4 + 2 * 8 + 8 + 2 * 4)
    #expect(MemoryLayout<LexiconTables.Opening>.stride == 2 * 8)
    #expect(MemoryLayout<LexiconTables.Value>.stride == 4 * 4)
    #expect(MemoryLayout<LexiconTables.Node>.stride == 6 * 4)
  }

  @Test func buildersGoOnWhereTheTablesEnd() throws {
    let image = LexiconBuilder(try #require(tables(memory.count)))
      .image(of: Lexicon.digest, placeholders: Lexicon.standard.placeholders)
    #expect(image.elementsEqual(Lexicon.embeddedImage))
  }
}

import Glibc
import RelireModel

/// Which bytes of a text belong to letters of ASCII and Latin-1, nearly every letter of French, and what these are in
/// lower case.
///
/// A kernel of the prose scanner, over buffers whose places come from its own count. Made for a whole page at once,
/// sixteen bytes at a time without a branch: where words end and where they have accents cannot be foreseen. The
/// scanner reads from it in a few instructions how long a word is and what `ShortWord` it makes.
struct LetterMap: ~Copyable {
  private typealias Bytes = SIMD16<UInt8>

  /// The text with its letters lowered. All that follows is in the same piece of memory.
  private let lowered: UnsafeMutableRawPointer
  /// By byte, the bit that makes a small letter of a capital; 0 where it is none.
  private let changes: UnsafeMutableRawPointer
  /// One bit for each byte: whether it belongs to a letter.
  private let bits: UnsafeMutableRawPointer
  /// Sixteen bytes of ones end here, and sixteen zeros begin.
  private let mask: UnsafeMutableRawPointer

  /// Bytes that are read at once: there are as many behind the text, and before it. A word has fewer.
  static let window = 16

  init(_ text: UnsafeBufferPointer<UInt8>) {
    let size = (text.count + 2 * Self.window - 1) & ~(Self.window - 1)
    let bytes: UnsafeMutablePointer<UInt8> = Memory.allocate(2 * size + size / 8 + 3 * Self.window)
    let base = UnsafeMutableRawPointer(bytes)
    mask = base + Self.window
    lowered = mask + Self.window
    changes = lowered + size
    bits = changes + size
    base.storeBytes(of: Bytes(repeating: 0xFF), as: Bytes.self)
    mask.storeBytes(of: Bytes(), as: Bytes.self)
    // Lowered in place: what tells of a byte that the one before it begins a letter stays as it is.
    UnsafeMutableRawBufferPointer(start: lowered, count: text.count).copyMemory(from: UnsafeRawBufferPointer(text))
    (lowered + text.count).initializeMemory(as: UInt8.self, repeating: 0, count: size - text.count)
    var place = 0
    while place < size {
      lower(at: place)
      place += Self.window
    }
    (bits + size / 8).storeBytes(of: 0, as: UInt32.self)
  }

  deinit { free(mask - Self.window) }

  /// To be read while the map is there.
  var tables: Tables { Tables(lowered: lowered, changes: changes, bits: bits, mask: mask) }

  @inline(__always)
  private func lower(at place: Int) {
    // Of a mask's places all bits are set.
    func all(_ places: SIMDMask<SIMD16<Int8>>) -> Bytes { unsafeBitCast(places, to: Bytes.self) }
    func of(_ byte: UInt8) -> Bytes { Bytes(repeating: byte) }
    let bytes = lowered.loadUnaligned(fromByteOffset: place, as: Bytes.self)
    let before = lowered.loadUnaligned(fromByteOffset: place &- 1, as: Bytes.self)
    let ascii = all((bytes | of(0x20)) &- of(0x61) .< of(26))
    // × and ÷ are no letters, ß is no capital; with ÿ they are left to the long way.
    let trails = all(before .== of(0xC3)) & all(bytes | of(0x28) .!= of(0xBF))
    let small = bytes | (ascii | trails) & of(0x20)
    lowered.storeBytes(of: small, toByteOffset: place, as: Bytes.self)
    changes.storeBytes(of: small ^ bytes, toByteOffset: place, as: Bytes.self)
    let places = Bytes(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
    let letters = (ascii | trails | all(bytes .== of(0xC3))) & places
    let halves = unsafeBitCast(letters, to: SIMD2<UInt64>.self)
    bits.storeBytes(of: Self.joined(halves[0]), toByteOffset: place &>> 3, as: UInt8.self)
    bits.storeBytes(of: Self.joined(halves[1]), toByteOffset: place &>> 3 &+ 1, as: UInt8.self)
  }

  /// The different bits of eight bytes in one: their sum.
  @inline(__always)
  private static func joined(_ eight: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: (eight &* 0x0101_0101_0101_0101) &>> 56)
  }

  struct Tables {
    fileprivate let lowered: UnsafeMutableRawPointer
    fileprivate let changes: UnsafeMutableRawPointer
    fileprivate let bits: UnsafeMutableRawPointer
    fileprivate let mask: UnsafeMutableRawPointer

    /// How many bytes from `start` on belong to letters, as far as that is less than `window`.
    @inline(__always)
    func length(at start: Int) -> Int {
      let next = UInt32(littleEndian: bits.loadUnaligned(fromByteOffset: start &>> 3, as: UInt32.self))
      return (~(next &>> UInt32(start & 7)) | 1 << UInt32(LetterMap.window)).trailingZeroBitCount
    }

    /// The word that begins at `start`.
    /// - Parameter length: in bytes; 1 to 15, all of letters.
    @inline(__always)
    func word(at start: Int, length: Int) -> ShortWord {
      func eight(_ base: UnsafeMutableRawPointer, _ place: Int) -> UInt64 {
        UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      }
      let (low, high) = (eight(mask, 0 &- length), eight(mask, 8 &- length))
      return ShortWord(
        low: eight(lowered, start) & low, high: eight(lowered, start &+ 8) & high, changes: eight(changes, start) & low,
        eight(changes, start &+ 8) & high)
    }
  }
}

import RelireModel

/// Numbers names by their bytes, in lower case: open addressing over one buffer of spellings.
struct NameTable: Sendable {
  static let elements = NameTable(ElementName.spellings)
  static let attributes = NameTable(AttributeName.spellings)

  private var slots: [UInt16] = []
  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`.
  private var ends: [UInt32] = []
  private static let free = UInt16.max

  init() {}

  init(_ spellings: [String]) {
    for spelling in spellings {
      var spelling = spelling
      spelling.withUTF8 { insert($0, hash: Self.hash($0)) }
    }
  }

  var count: Int { ends.count }

  var spellings: [String] { ends.indices.map { String(decoding: bytes[bounds(of: $0)], as: UTF8.self) } }

  private func bounds(of index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }

  /// FNV-1a of the name with its ASCII letters lowered.
  static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = FNV1a()
    for byte in name { hash.append(UInt32(byte.asciiLowercased)) }
    return hash.value
  }

  /// The number of a name, written in any case.
  func index(of name: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt16? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != Self.free {
      if isEqual(Int(slots[slot]), name) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  func index(of name: some Collection<UInt8>) -> UInt16? {
    Array(name).withUnsafeBufferPointer { index(of: $0, hash: Self.hash($0)) }
  }

  private func isEqual(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let bounds = bounds(of: index)
    guard bounds.count == name.count else { return false }
    for offset in 0..<name.count where bytes[bounds.lowerBound + offset] != name[offset].asciiLowercased {
      return false
    }
    return true
  }

  /// Adds a name that is not there yet.
  mutating func insert(_ name: UnsafeBufferPointer<UInt8>, hash: UInt32) {
    bytes.append(contentsOf: name.lazy.map(\.asciiLowercased))
    ends.append(UInt32(bytes.count))
    if ends.count * 2 > slots.count { grow() } else { place(UInt16(ends.count - 1), hash) }
  }

  private mutating func grow() {
    slots = [UInt16](repeating: Self.free, count: max(64, slots.count * 2))
    for index in ends.indices {
      let hash = bytes.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[bounds(of: index)])) }
      place(UInt16(index), hash)
    }
  }

  private mutating func place(_ index: UInt16, _ hash: UInt32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = index
  }
}

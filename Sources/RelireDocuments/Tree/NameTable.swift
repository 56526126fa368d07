import RelireModel

/// Finds known names by their bytes: open addressing over a few hundred names, built at first use.
struct NameTable: Sendable {
  static let elements = NameTable(ElementName.spellings)
  static let attributes = NameTable(AttributeName.spellings)

  private let slots: [UInt16]
  private let names: [[UInt8]]
  private static let free = UInt16.max

  init(_ spellings: [String]) {
    names = spellings.map { Array($0.utf8) }
    var slots = [UInt16](repeating: Self.free, count: 1024)
    for (index, name) in names.enumerated() {
      var slot = Int(FoldedHash.of(name) & 1023)
      while slots[slot] != Self.free { slot = (slot + 1) & 1023 }
      slots[slot] = UInt16(index)
    }
    self.slots = slots
  }

  func index(of name: some Collection<UInt8>) -> UInt16? {
    var slot = Int(FoldedHash.of(name) & 1023)
    while slots[slot] != Self.free {
      if names[Int(slots[slot])].elementsEqual(name) { return slots[slot] }
      slot = (slot + 1) & 1023
    }
    return nil
  }
}

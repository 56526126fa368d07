/// An open-addressed table of 32-bit keys, never more than half full.
@usableFromInline
package struct HashTable: Sendable {
  /// Key above, index below; 0 is free.
  private(set) var slots: [UInt64]
  private var count = 0

  /// - Parameter capacity: how many keys are expected.
  package init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// A table that was made before.
  init(slots: [UInt64]) {
    self.slots = slots
    count = slots.count { $0 != 0 }
  }

  /// The index stored under `key` for which `isSame` holds, or 0.
  package func find(_ key: UInt32, where isSame: (UInt32) -> Bool) -> UInt32 {
    let mask = slots.count - 1
    var index = Int(key) & mask
    while slots[index] != 0 {
      let id = UInt32(truncatingIfNeeded: slots[index])
      if UInt32(truncatingIfNeeded: slots[index] >> 32) == key, isSame(id) { return id }
      index = (index + 1) & mask
    }
    return 0
  }

  package mutating func insert(_ key: UInt32, _ id: UInt32) {
    count += 1
    if count * 2 > slots.count { grow() }
    place(UInt64(key) << 32 | UInt64(id))
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for slot in old where slot != 0 { place(slot) }
  }

  private mutating func place(_ slot: UInt64) {
    let mask = slots.count - 1
    var index = Int(slot >> 32) & mask
    while slots[index] != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  /// The key of a phrase's next word: where one stands, and the word's hash.
  @inlinable
  static func key(_ node: UInt32, _ hash: UInt32) -> UInt32 {
    let mixed = (hash ^ (node &* 0x9E37_79B1)) &* 0x85EB_CA6B
    return mixed ^ (mixed >> 15)
  }
}

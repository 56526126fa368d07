/// The first of several things that share a hash, each by its number: open addressing over one list.
struct FirstPlaces {
  /// Hash above, number plus one below; 0 is free.
  private var slots: [UInt64]

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// Notes a thing, and gives the earlier one of the same hash; no more things than the capacity.
  mutating func insert(_ hash: UInt32, _ number: Int) -> Int? {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash { return Int(UInt32(truncatingIfNeeded: slots[slot])) - 1 }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt64(hash) << 32 | UInt64(number + 1)
    return nil
  }
}

import RelireDocuments
import RelireModel

/// The elements of a page by their ids: a table over the attributes themselves, without a copy of any.
struct ElementIDs: Sendable {
  private struct Entry: Sendable {
    let hash: UInt32
    let attribute: Int32
    let node: NodeID
  }

  private var entries: [Entry] = []
  /// Indices of entries, open addressing; −1 for a free slot.
  private var slots: [Int32] = []
  /// Elements whose id an earlier one has, in document order.
  private(set) var duplicates: [NodeID] = []

  /// Notes an `id` attribute, by its index in the document.
  mutating func add(attribute: Int, of node: NodeID) {
    entries.append(Entry(hash: 0, attribute: Int32(attribute), node: node))
  }

  /// Makes the table, once all ids are known. Linear.
  mutating func close(_ document: Document) {
    guard !entries.isEmpty else { return }
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for index in entries.indices {
      let text = document.attributes[Int(entries[index].attribute)].value
      if text.isEmpty { continue }
      let value = text.utf8.span
      let hash = Self.hash(value)
      entries[index] = Entry(hash: hash, attribute: entries[index].attribute, node: entries[index].node)
      var slot = Int(hash) & (size - 1)
      while slots[slot] >= 0, !isSame(Int(slots[slot]), hash, value, document) { slot = (slot + 1) & (size - 1) }
      if slots[slot] < 0 { slots[slot] = Int32(index) } else { duplicates.append(entries[index].node) }
    }
  }

  /// The first element with that id.
  func element(_ id: Span<UInt8>, _ document: Document) -> NodeID? {
    guard !slots.isEmpty, !id.isEmpty else { return nil }
    let hash = Self.hash(id)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isSame(Int(slots[slot]), hash, id, document) { return entries[Int(slots[slot])].node }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isSame(_ entry: Int, _ hash: UInt32, _ id: Span<UInt8>, _ document: Document) -> Bool {
    guard entries[entry].hash == hash else { return false }
    let text = document.attributes[Int(entries[entry].attribute)].value
    let value = text.utf8.span
    guard value.count == id.count else { return false }
    for offset in value.indices where value[offset] != id[offset] { return false }
    return true
  }

  private static func hash(_ bytes: Span<UInt8>) -> UInt32 {
    var hash = FNV1a()
    for offset in bytes.indices { hash.append(UInt32(bytes[offset])) }
    return hash.value
  }
}

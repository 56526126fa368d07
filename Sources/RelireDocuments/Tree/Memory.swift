import Glibc

/// Memory from malloc, to be given back with `free`.
///
/// What `allocate` asks for comes by `posix_memalign`, even where any alignment will do. That passes by the lists in
/// which malloc keeps what was freed a moment ago: a dozen times a page, one after the other.
enum Memory {
  static func allocate<Element>(_ count: Int) -> UnsafeMutablePointer<Element> {
    assert(MemoryLayout<Element>.alignment <= 16, "malloc aligns to sixteen bytes")
    let bytes = count * MemoryLayout<Element>.stride
    guard let memory = malloc(bytes) else { fatalError("there is no memory for \(bytes) bytes") }
    return memory.bindMemory(to: Element.self, capacity: count)
  }
}

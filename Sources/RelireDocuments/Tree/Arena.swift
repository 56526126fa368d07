import Glibc
import RelireModel

/// A growing list of which there is one owner: what documents are made in.
///
/// An array asks at every change whether it is shared, and a page is some thousand changes. Offsets are checked in
/// debug builds only; they come from the arena's own `count`.
struct Arena<Element>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(1, capacity)
    base = Memory.allocate(self.capacity)
  }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit {
    base.deinitialize(count: count)
    free(base)
  }

  var isEmpty: Bool { count == 0 }

  var last: Element? { count > 0 ? base[count - 1] : nil }

  /// What is in it now: not to be kept beyond the next change.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  subscript(index: Int) -> Element {
    @inline(__always) _read {
      assert(index >= 0 && index < count, "an offset outside of the arena")
      yield base[index]
    }
    @inline(__always) _modify {
      assert(index >= 0 && index < count, "an offset outside of the arena")
      yield &base[index]
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    if capacity - count < elements.count { grow(by: elements.count) }
    guard let start = elements.baseAddress else { return }
    (base + count).initialize(from: start, count: elements.count)
    count += elements.count
  }

  /// Where the next elements go, and where the room for them ends that there is: at least one finds some. Those that
  /// were written there, one after the other, are then counted by `extend`.
  @inline(__always)
  mutating func room() -> (start: UnsafeMutablePointer<Element>, end: UnsafeMutablePointer<Element>) {
    if count == capacity { grow(by: 1) }
    return (base + count, base + capacity)
  }

  @inline(__always)
  mutating func extend(by added: Int) {
    assert(count + added <= capacity, "more than there was room for")
    count += added
  }

  @inline(never)
  private mutating func grow(by added: Int) {
    capacity = max(2 * capacity, count + added)
    let larger: UnsafeMutablePointer<Element> = Memory.allocate(capacity)
    larger.moveInitialize(from: base, count: count)
    free(base)
    base = larger
  }

  @inline(__always)
  mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    count -= 1
    return (base + count).move()
  }

  /// Keeps the first `count` elements.
  mutating func truncate(to count: Int) {
    assert(count <= self.count, "an arena has no more than this")
    (base + count).deinitialize(count: self.count - count)
    self.count = count
  }

  /// The elements as an array, of just their size.
  consuming func array() -> [Element] { Array(elements) }
}

extension Arena<UInt8> {
  mutating func append(contentsOf range: SourceRange, in bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range.bounds])) }
  }

  mutating func append(contentsOf text: String) {
    for byte in text.utf8 { append(byte) }
  }
}

/// The UTF-8 bytes of a report as it grows.
public struct ByteBuffer: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public var isEmpty: Bool { bytes.isEmpty }

  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  public mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  public mutating func append(_ text: Substring) { bytes.append(contentsOf: text.utf8) }

  public mutating func append(_ slice: some Collection<UInt8>) { bytes.append(contentsOf: slice) }

  public mutating func append(_ scalar: Unicode.Scalar) { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }

  public mutating func append(decimal number: Int) { append(String(number)) }

  public mutating func append(_ text: String, times count: Int) {
    for _ in 0..<max(count, 0) { append(text) }
  }

  public mutating func newline() { bytes.append(0x0A) }

  public mutating func line(_ text: String = "") {
    append(text)
    newline()
  }

  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

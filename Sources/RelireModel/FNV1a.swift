/// The hash FNV-1a in 32 bits: for tables and comparisons within a run. Equal hashes do not prove equal texts.
///
/// Source: Fowler, Noll, Vo, “FNV Hash”.
public struct FNV1a: Sendable {
  @usableFromInline var state: UInt32 = 2_166_136_261

  @inlinable public init() {}

  @inlinable public var value: UInt32 { state }

  /// Feeds the next byte, or another hash.
  @inlinable
  public mutating func append(_ piece: UInt32) { state = (state ^ piece) &* 16_777_619 }

  @inlinable
  public static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash = FNV1a()
    for byte in bytes { hash.append(UInt32(byte)) }
    return hash.value
  }
}

/// The same hash in 64 bits, where what it is taken for may be kept: it is the same on every machine and in every
/// version.
public struct FNV1a64: Sendable {
  @usableFromInline var state: UInt64 = 14_695_981_039_346_656_037

  @inlinable public init() {}

  /// Goes on where another one ended.
  @inlinable public init(continuing value: UInt64) { state = value }

  @inlinable public var value: UInt64 { state }

  /// Feeds the next bytes.
  @inlinable
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 1_099_511_628_211 }
  }

  @inlinable
  public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a64()
    hash.append(bytes)
    return hash.value
  }
}

/// A set of word lists.
public struct WordLists: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  @inlinable public init(_ list: WordList) { rawValue = 1 &<< UInt64(list.rawValue) }

  @inlinable public func contains(_ list: WordList) -> Bool { rawValue & (1 &<< UInt64(list.rawValue)) != 0 }

  @inlinable public func intersects(_ other: WordLists) -> Bool { rawValue & other.rawValue != 0 }
}

extension WordLists: ExpressibleByArrayLiteral {
  @inlinable
  public init(arrayLiteral lists: WordList...) {
    var bits: UInt64 = 0
    for list in lists { bits |= 1 &<< UInt64(list.rawValue) }
    self.init(rawValue: bits)
  }
}

extension WordLists {
  /// The lists in the set, one after the other.
  @inlinable public var members: Members { Members(bits: rawValue) }

  public struct Members: Sequence, IteratorProtocol, Sendable {
    @usableFromInline var bits: UInt64
    @usableFromInline init(bits: UInt64) { self.bits = bits }

    @inlinable
    public mutating func next() -> WordList? {
      guard bits != 0 else { return nil }
      let list = WordList(rawValue: UInt8(truncatingIfNeeded: bits.trailingZeroBitCount))
      bits &= bits - 1
      return list
    }
  }
}

/// The permanent name of a rule, `family/fault`, as `typography/space-before-colon`.
public struct RuleID: Hashable, Codable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let description: String

  public init(_ text: String) { description = text }
  public init(stringLiteral text: String) { description = text }

  /// The part before the slash.
  public var family: String { String(Substring(description.utf8.prefix { $0 != UInt8(ascii: "/") })) }
  /// The part after the slash.
  public var name: String { String(Substring(description.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst())) }
}

extension RuleID: Comparable {
  public static func < (a: RuleID, b: RuleID) -> Bool { a.description < b.description }
}

/// What stays the same of a diagnostic when other parts of its page change: rule, path, the letters of
/// its line and, among equals on a page, which one it is. Line numbers are left out on purpose.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  public let value: UInt64

  init(value: UInt64) { self.value = value }

  /// 16 lower-case hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  public init?(_ text: String) {
    guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
    self.value = value
  }

  /// The fingerprints of diagnostics, in their order. No two of them are equal.
  public static func of(_ diagnostics: [Diagnostic]) -> [Fingerprint] {
    var occurrences: [UInt64: UInt64] = [:]
    occurrences.reserveCapacity(diagnostics.count)
    return diagnostics.map { diagnostic in
      var hash = FNV1a64()
      hash.combine(diagnostic.rule.description)
      hash.combine(diagnostic.path)
      hash.combine(StableText.letters(of: diagnostic.excerptBytes))
      let occurrence = occurrences[hash.value, default: 0]
      occurrences[hash.value] = occurrence + 1
      if occurrence > 0 { hash.combine(String(occurrence)) }
      return Fingerprint(value: hash.value)
    }
  }
}

extension FNV1a64 {
  fileprivate mutating func combine(_ text: String) { combine(text.utf8) }

  /// Feeds a text and its end, so that what follows cannot be taken for a part of it.
  fileprivate mutating func combine(_ bytes: some Sequence<UInt8>) {
    append(bytes)
    append(CollectionOfOne(0))
  }
}

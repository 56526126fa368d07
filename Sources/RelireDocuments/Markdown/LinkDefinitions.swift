import RelireModel

/// The page's link definitions, by label. Read when the first reference asks for one.
struct LinkDefinitions {
  private let candidates: [Int]
  private var targets: [String: LinkScanner.Target]?

  /// - Parameter candidates: where lines begin that may be definitions.
  init(candidates: [Int]) { self.candidates = candidates }

  /// The target of the first definition whose label is the same but for case and white space.
  mutating func target(of label: SourceRange, in bytes: [UInt8]) -> LinkScanner.Target? {
    if targets == nil { targets = read(bytes) }
    return targets?[Self.normalised(label, bytes)]
  }

  private func read(_ bytes: [UInt8]) -> [String: LinkScanner.Target] {
    var result: [String: LinkScanner.Target] = [:]
    for offset in candidates {
      guard let (label, target) = LinkScanner.definition(bytes, at: offset) else { continue }
      let key = Self.normalised(label, bytes)
      if result[key] == nil { result[key] = target }
    }
    return result
  }

  private static func normalised(_ label: SourceRange, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[label.bounds], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

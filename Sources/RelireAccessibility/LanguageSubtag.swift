import CLanguageCodes

/// What is to be said of the primary subtag of a language tag (BCP 47, section 2.2.1).
public enum LanguageSubtag: Equatable, Sendable {
  case valid
  case unknown
  /// A three-letter code of a language that has one of two letters, which BCP 47 asks for.
  case hasShorterForm(String)

  public static func check(primaryOf tag: String) -> LanguageSubtag {
    // What nearly all pages declare, and other two-letter codes are looked up below.
    if tag == "fr" || tag == "fr-FR" || tag == "en" { return .valid }
    // Languages have ASCII letters alone: what else is in a code makes it unknown.
    var code = tag.trimmingSpaces.utf8.prefix { $0 != UInt8(ascii: "-") }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    // Tags of private use (`x-…`) and those older than the scheme (`i-…`) name no language that others know.
    guard (2...3).contains(code.count), code.allSatisfy({ $0 &- 0x61 < 26 }) else { return .unknown }
    if deprecated.contains(where: { $0.utf8.elementsEqual(code) }) { return .valid }
    // qaa to qtz are for private use.
    if code.count == 3, code[0] == UInt8(ascii: "q"), code[1] <= UInt8(ascii: "t") { return .valid }
    var shorter: (UInt8, UInt8) = (0, 0)
    let found = withUnsafeMutableBytes(of: &shorter) { shorter in
      code.withUnsafeMutableBufferPointer { code in
        relire_language_code(code.baseAddress, code.count, shorter.baseAddress?.assumingMemoryBound(to: UInt8.self))
      }
    }
    if found < 0 { return .unknown }
    return found == 0 ? .valid : .hasShorterForm(String(decoding: [shorter.0, shorter.1], as: UTF8.self))
  }

  /// Withdrawn from ISO 639, kept by BCP 47's registry.
  private static let deprecated = ["iw", "in", "ji", "jw", "mo", "sh"]
}

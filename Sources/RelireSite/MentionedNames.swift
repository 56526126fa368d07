import RelireModel

/// The names of files in a text, whatever its language: what stands between quotation marks, brackets, slashes and
/// blanks and has a full stop in it.
public enum MentionedNames {
  /// Adds the hashes of those of a text.
  public static func insert(from text: some Collection<UInt8>, into names: inout Set<UInt32>) {
    for word in text.split(whereSeparator: isBetweenNames) where word.contains(UInt8(ascii: ".")) {
      names.insert(FNV1a.of(word))
      guard word.contains(UInt8(ascii: "%")) else { continue }
      names.insert(hash(of: LinkAddress(String(decoding: word, as: UTF8.self)).path))
    }
  }

  /// Of the last word of a file's name: it may stand in a text with its blanks as they are.
  public static func hash(of name: some StringProtocol) -> UInt32 {
    FNV1a.of(Array(name.utf8).split(whereSeparator: isBetweenNames).last ?? [])
  }

  private static func isBetweenNames(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "\\"),
      UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}

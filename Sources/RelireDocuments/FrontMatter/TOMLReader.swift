import RelireModel

/// Reads TOML into values that know their places.
public enum TOMLReader {
  /// - Parameter range: the bytes to read; they are valid UTF-8.
  public static func read(_ bytes: [UInt8], range: SourceRange) throws(DataError) -> DataNode {
    throw DataError(range, Message(fr: "le TOML n’est pas encore lu", en: "TOML is not read yet"))
  }
}

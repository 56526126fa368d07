import RelireModel

/// Reads data of a format that is known only at run time.
public enum DataReader {
  public static func read(_ bytes: [UInt8], range: SourceRange, format: FrontMatter.Format) throws(DataError)
    -> DataNode
  {
    switch format {
    case .yaml: try YAMLReader.read(bytes, range: range)
    case .toml: try TOMLReader.read(bytes, range: range)
    case .json: try JSONReader.read(bytes, range: range)
    }
  }
}

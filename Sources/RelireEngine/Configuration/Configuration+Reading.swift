import RelireDocuments
import RelireModel

extension Configuration {
  public static let fileNames = [".relire.yml", ".relire.yaml"]

  /// The configuration that holds for the working directory: the nearest file there or in a folder
  /// above; the defaults when there is none.
  public static func load() throws(ConfigurationError) -> Configuration {
    guard let path = nearestFile() else { return Configuration() }
    return try read(path)
  }

  /// The configuration in a file, which must exist.
  public static func read(_ path: String) throws(ConfigurationError) -> Configuration {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path).bytes
    } catch {
      throw ConfigurationError(problems: [
        ConfigurationProblem(path: path, range: SourceRange(at: 0), message: error.message, in: [])
      ])
    }
    return try read(bytes, path: path)
  }

  /// - Parameter path: as shown in problems; its folder is where globs start from.
  public static func read(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> Configuration {
    let source = SourceDecoder.decode(bytes, format: .text)
    var reader = ConfigurationReader(path: path, bytes: source.bytes, contentStart: source.contentStart)
    do throws(DataError) {
      let root = try YAMLReader.read(source.bytes, range: SourceRange(source.contentStart, source.bytes.count))
      let configuration = reader.configuration(root)
      if reader.problems.isEmpty { return configuration }
    } catch {
      reader.report(error.range, error.message)
    }
    throw ConfigurationError(problems: reader.problems.sorted { $0.range.source < $1.range.source })
  }

  private static func nearestFile() -> String? {
    var folder = FileSystem.workingDirectory
    var prefix = ""
    while true {
      for name in fileNames where FileSystem.exists(prefix + name) { return prefix + name }
      let parent = Path.folder(folder)
      if parent == folder || parent == "." { return nil }
      folder = parent
      prefix += "../"
    }
  }
}

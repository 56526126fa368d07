/// The files that a site is made of, as far as it is looked at: the disk, or what a test says.
public struct FileTree: Sendable {
  public struct Entry: Sendable, Hashable {
    public let name: String
    public let isFolder: Bool

    public init(name: String, isFolder: Bool) {
      self.name = name
      self.isFolder = isFolder
    }
  }

  /// The bytes of a file; nil when there is none or it cannot be read.
  public let read: @Sendable (String) -> [UInt8]?
  /// What lies in a folder, sorted by name; nil when it is no folder.
  public let entries: @Sendable (String) -> [Entry]?
  /// The number of bytes of a file, without reading it; nil when there is none.
  public let size: @Sendable (String) -> Int?

  /// - Parameter size: found out by reading, unless there is a shorter way.
  public init(
    read: @escaping @Sendable (String) -> [UInt8]?, entries: @escaping @Sendable (String) -> [Entry]?,
    size: (@Sendable (String) -> Int?)? = nil
  ) {
    self.read = read
    self.entries = entries
    self.size = size ?? { read($0)?.count }
  }

  func isFolder(_ path: String) -> Bool { entries(path) != nil }
}

import Glibc

/// The few calls to the system that the engine needs. Paths are UTF-8, relative to the working directory.
public enum FileSystem {
  public enum Kind: Sendable { case file, folder, other }

  /// What tells one state of a file from another.
  public struct Stamp: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let size: Int
    let modifiedSeconds: Int
    let modifiedNanoseconds: Int
    let mode: UInt32
    let owner: UInt32
    let group: UInt32
    public let kind: Kind

    init(_ status: stat) {
      device = UInt64(status.st_dev)
      inode = UInt64(status.st_ino)
      size = Int(status.st_size)
      modifiedSeconds = status.st_mtim.tv_sec
      modifiedNanoseconds = status.st_mtim.tv_nsec
      mode = UInt32(status.st_mode)
      owner = status.st_uid
      group = status.st_gid
      switch status.st_mode & S_IFMT {
      case S_IFREG: kind = .file
      case S_IFDIR: kind = .folder
      default: kind = .other
      }
    }

    /// The file itself, whatever its state and the name by which it was reached.
    var identity: Identity { Identity(device: device, inode: inode) }
  }

  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
  }

  public struct Contents: Sendable {
    public let bytes: [UInt8]
    public let stamp: Stamp
  }

  /// Follows symbolic links.
  public static func stamp(_ path: String) throws(FileError) -> Stamp {
    var status = Glibc.stat()
    guard stat(path, &status) == 0 else { throw FileError(errno: errno) }
    return Stamp(status)
  }

  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  public static func isFolder(_ path: String) -> Bool { (try? stamp(path))?.kind == .folder }

  /// The whole of a regular file.
  public static func read(_ path: String) throws(FileError) -> Contents {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw FileError(errno: errno) }
    defer { close(file) }
    var status = Glibc.stat()
    guard fstat(file, &status) == 0 else { throw FileError(errno: errno) }
    let stamp = Stamp(status)
    guard stamp.kind == .file else { throw .notRegular }
    guard stamp.size < UInt32.max else { throw .tooLarge }
    return Contents(bytes: try readAll(file, sizeHint: stamp.size), stamp: stamp)
  }

  /// Everything up to the end of an open file or pipe.
  static func readAll(_ file: Int32, sizeHint: Int = 0) throws(FileError) -> [UInt8] {
    // Room for one byte more than expected, so that the end is met without growing.
    var bytes = [UInt8](repeating: 0, count: max(sizeHint + 1, 4096))
    var length = 0
    while true {
      if length == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
      let room = length..<bytes.count
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress.map { $0 + room.lowerBound }, room.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(errno: errno)
      }
      if count == 0 { break }
      length += count
      guard length < UInt32.max else { throw .tooLarge }
    }
    bytes.removeLast(bytes.count - length)
    return bytes
  }

  public struct Entry: Sendable {
    public let name: String
    /// Nil when the system does not say without another call, or for a symbolic link.
    public let kind: Kind?
  }

  /// The names in a folder, sorted; `.` and `..` left out. Names that are not UTF-8 are given back
  /// with replacement characters: opening them fails, which is then reported.
  public static func entries(of folder: String) throws(FileError) -> [Entry] {
    guard let stream = opendir(folder) else { throw FileError(errno: errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let kind: Kind? =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        default: nil
        }
      entries.append(Entry(name: name, kind: kind))
    }
    return entries.sorted { $0.name < $1.name }
  }

  public static var workingDirectory: String {
    guard let pointer = getcwd(nil, 0) else { return "." }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}

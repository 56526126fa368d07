import Glibc
import RelireModel

/// A file that is complete on the disk before it takes its place.
///
/// Until then it has no name where the file system knows such files (O_TMPFILE, Linux 3.11): whatever kills the
/// program leaves nothing behind. Elsewhere it is a hidden file in the same folder. A class, for it closes and
/// removes what was never put in place.
final class PendingFile {
  let descriptor: Int32
  private let folder: String
  /// Nil while it has no name, and once it is in place.
  private var path: String?

  /// - Parameter folder: that of the file to come, for only within one disk can a file be put in place at once.
  init(in folder: String) throws(FileError) {
    self.folder = folder
    let unnamed = open(folder, Self.unnamedFile | O_WRONLY | O_CLOEXEC, 0o600)
    if unnamed >= 0 {
      descriptor = unnamed
      return
    }
    var template = Array(Path.join(folder, ".relire-XXXXXX").utf8CString)
    let named = mkstemp(&template)
    guard named >= 0 else { throw errno == EACCES ? .unwritable : FileError(errno: errno) }
    _ = fcntl(named, F_SETFD, FD_CLOEXEC)
    descriptor = named
    path = template.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { String(cString: $0) } }
  }

  /// O_TMPFILE, which C composes in a way that Swift does not import.
  private static let unnamedFile: Int32 = 0o20_000_000 | O_DIRECTORY

  deinit {
    close(descriptor)
    if let path { unlink(path) }
  }

  /// Puts the file in place of what bears the name `target` in the folder, if anything does.
  func put(at target: String) throws(FileError) {
    // A link cannot take the place of a file, a renaming can: the name in between lives for an instant.
    let name: String
    if let path { name = path } else { name = try link() }
    path = name
    guard rename(name, target) == 0 else { throw FileError(errno: errno) }
    path = nil
  }

  /// Gives the file a name that nothing bears.
  private func link() throws(FileError) -> String {
    while true {
      let name = Path.join(folder, ".relire-" + String(UInt64.random(in: .min ... .max), radix: 36))
      if linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 { return name }
      guard errno == EEXIST else { throw FileError(errno: errno) }
    }
  }
}

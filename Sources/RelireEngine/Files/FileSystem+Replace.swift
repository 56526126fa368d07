import Glibc
import RelireModel

extension FileSystem {
  /// Puts `bytes` in place of what `path` holds, all at once: whoever reads the file, and whatever
  /// interrupts this, it is the old one or the new one, never half of either.
  ///
  /// A symbolic link is followed and stays. Mode and, where allowed, owner are kept; further hard links
  /// keep the old contents. Refuses when the file is no longer the one that was read, or is read-only: a folder that
  /// may be written to would allow it.
  public static func replace(_ path: String, read old: Contents, with bytes: [UInt8]) throws(FileError) {
    guard let target = resolved(path) else { throw FileError(errno: errno) }
    guard access(target, W_OK) == 0 else { throw errno == EACCES ? .unwritable : FileError(errno: errno) }
    let pending = try pendingFile(for: target, like: old.stamp, bytes)
    // As late as can be: what remains is the instant between this look and the renaming.
    let current = try read(target)
    guard current.stamp == old.stamp, current.bytes == old.bytes else { throw FileError.changed }
    try pending.put(at: target)
    sync(folder: Path.folder(target))
  }

  /// Writes a file that may or may not exist yet, all at once.
  public static func write(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws(FileError) {
    let target = resolved(path) ?? path
    let stamp = try? stamp(target)
    try pendingFile(for: target, like: stamp, mode: mode, bytes).put(at: target)
    sync(folder: Path.folder(target))
  }

  public static func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 else { throw FileError(errno: errno) }
  }

  /// The file itself, behind symbolic links; nil with `errno` when there is none.
  public static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The new contents with the old file's mode and owner, complete on the disk, still without a place.
  private static func pendingFile(
    for target: String, like stamp: Stamp?, mode: UInt32 = 0o644, _ bytes: [UInt8]
  ) throws(FileError) -> PendingFile {
    let pending = try PendingFile(in: Path.folder(target))
    if let stamp, stamp.owner != geteuid() || stamp.group != getegid() {
      // Only root may give files away: for others the file becomes theirs, as with any editor.
      _ = fchown(pending.descriptor, stamp.owner, stamp.group)
    }
    guard fchmod(pending.descriptor, mode_t((stamp?.mode ?? mode) & 0o7777)) == 0 else { throw FileError(errno: errno) }
    try writeAll(pending.descriptor, bytes)
    guard fsync(pending.descriptor) == 0 else { throw FileError(errno: errno) }
    return pending
  }

  static func writeAll(_ file: Int32, _ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(errno: errno)
      }
      written += count
    }
  }

  /// Makes a renaming last through a power cut. File systems that cannot do this may refuse.
  private static func sync(folder: String) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }
}

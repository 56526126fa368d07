import Glibc
import RelireModel

/// Standard output: the report and nothing else.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static func write(_ bytes: [UInt8]) throws(CommandFailure) {
    if let code = writeAll(bytes, to: STDOUT_FILENO) { throw CommandFailure(writing: nil, errno: code) }
  }

  /// A line in the language of the interface.
  static func say(fr french: String, en english: String) throws(CommandFailure) {
    try write(Array((text(fr: french, en: english) + "\n").utf8))
  }
}

/// Standard error: everything but the report.
enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func write(_ text: String) {
    // There is nobody left to tell when this fails.
    _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
  }

  static func write(_ failure: CommandFailure) {
    write("\(Tool.name)\(text(fr: "\u{A0}: ", en: ": "))\(failure.message[InterfaceLanguage.current])\n")
  }
}

/// A report's own file.
enum ReportFile {
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    try write(bytes, to: path, O_TRUNC)
  }

  static func append(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    try write(bytes, to: path, O_APPEND)
  }

  private static func write(_ bytes: [UInt8], to path: String, _ manner: Int32) throws(CommandFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | manner, 0o666)
    guard file >= 0 else { throw CommandFailure(writing: path, errno: errno) }
    let failure = writeAll(bytes, to: file)
    // Some file systems tell only now that there was no room.
    let closing = close(file) == 0 ? nil : errno
    if let code = failure ?? closing { throw CommandFailure(writing: path, errno: code) }
  }
}

/// Writes everything; the error's number when that fails.
private func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32? {
  bytes.withUnsafeBytes { buffer in
    var written = 0
    while written < buffer.count {
      let count = Glibc.write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      written += count
    }
    return nil
  }
}

extension CommandFailure {
  /// - Parameter path: nil for standard output.
  fileprivate init(writing path: String?, errno code: Int32) {
    let place = path.map { Message(fr: "dans \($0)", en: "to \($0)") }
    let french = "écriture du rapport impossible " + (place?.french ?? "sur la sortie standard") + "\u{A0}: "
    let english = "cannot write the report " + (place?.english ?? "to standard output") + ": "
    switch code {
    case EPIPE:
      self.init(fr: french + "le lecteur est parti avant la fin.", en: english + "the reader left before the end.")
    case ENOSPC, EDQUOT:
      self.init(fr: french + "le disque est plein.", en: english + "the disk is full.")
    case ENOENT, ENOTDIR:
      self.init(fr: french + "ce dossier n’existe pas.", en: english + "there is no such folder.")
    case EACCES, EPERM, EROFS:
      self.init(fr: french + "vous n’en avez pas le droit.", en: english + "you are not allowed to.")
    case EISDIR:
      self.init(fr: french + "c’est un dossier.", en: english + "this is a folder.")
    default:
      let reason = strerror(code).map { String(cString: $0) } ?? "errno \(code)"
      self.init(fr: french + reason + ".", en: english + reason + ".")
    }
  }
}

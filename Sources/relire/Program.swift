import Glibc
import RelireEngine
import RelireModel

/// The running program.
enum Program {
  /// Its file, else the name by which it was called.
  static var path: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return CommandLine.arguments.first ?? Tool.name }
    return String(decoding: buffer[..<count].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// What to type to run it: its name where a shell finds one of that name, else its whole path.
  static var word: String {
    let own = path
    // pre-commit puts a copy of its own first in PATH, but only while a hook runs.
    let isLent = environment("PRE_COMMIT") != nil
    for folder in (environment("PATH") ?? "").split(separator: ":") {
      let candidate = Path.join(String(folder), Tool.name)
      guard access(candidate, X_OK) == 0, !isLent || FileSystem.resolved(candidate) != own else { continue }
      return Tool.name
    }
    return own
  }
}

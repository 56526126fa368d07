import Glibc
import RelireModel

@testable import RelireEngine

/// A folder of its own for a test, gone when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/relire-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "/tmp" }
      return String(cString: made)
    }
  }

  deinit {
    precondition(path.hasPrefix("/tmp/relire-test-"))
    // No recursion of our own: symbolic links must not be followed here.
    run("/bin/rm", ["-rf", path])
  }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  @discardableResult
  func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    let target = self(name)
    run("/bin/mkdir", ["-p", Path.folder(target)])
    let file = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    defer { close(file) }
    try? FileSystem.writeAll(file, bytes)
    return target
  }

  func bytes(_ name: String) -> [UInt8]? { (try? FileSystem.read(self(name)))?.bytes }

  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  func link(_ name: String, to target: String) { symlink(target, self(name)) }

  func folder(_ name: String) { run("/bin/mkdir", ["-p", self(name)]) }
}

/// Runs a program to its end; its exit status.
@discardableResult
func run(_ program: String, _ arguments: [String]) -> Int32 {
  var process = pid_t()
  var pointers: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  pointers.append(nil)
  guard posix_spawn(&process, program, nil, nil, pointers, environ) == 0 else { return -1 }
  var status: Int32 = 0
  waitpid(process, &status, 0)
  return (status >> 8) & 0xFF
}

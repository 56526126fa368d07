import Foundation
import Testing

/// The built command, run as a shell would.
struct RelireProcess {
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Beside the test bundle, where SwiftPM puts every product; another build where RELIRE_EXECUTABLE names one.
  static let executable: URL = {
    if let named = ProcessInfo.processInfo.environment["RELIRE_EXECUTABLE"] { return URL(filePath: named) }
    let bundle = URL(filePath: CommandLine.arguments[0])
    let candidates =
      [bundle, Bundle.main.bundleURL, Bundle.main.executableURL ?? bundle].map {
        $0.deletingLastPathComponent().appending(path: "relire")
      } + [Bundle.main.bundleURL.appending(path: "relire")]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? candidates[0]
  }()

  static func run(
    _ arguments: [String], in scratch: Scratch, environment: [String: String] = [:], input: String? = nil,
    output: FileHandle? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = scratch.folder
    // The locale of whoever runs the tests must not decide their outcome.
    let own = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }
    process.environment = own.merging(environment) { $1 }
    // Files, not pipes: nothing has to be read while the command runs.
    let streams = try Scratch()
    let outputURL = try streams.write("stdout", "")
    let errorURL = try streams.write("stderr", "")
    let outputFile = try FileHandle(forWritingTo: outputURL)
    let errorFile = try FileHandle(forWritingTo: errorURL)
    process.standardOutput = output ?? outputFile
    process.standardError = errorFile
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: streams.write("stdin", $0)) } ?? FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try String(contentsOf: outputURL, encoding: .utf8),
      errors: try String(contentsOf: errorURL, encoding: .utf8))
  }
}

/// A folder of its own for a test, gone with it.
final class Scratch: Sendable {
  let folder: URL
  private let isOwn: Bool

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "relire-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    isOwn = true
  }

  /// A folder within another one's: it goes with that.
  init(existing folder: URL) {
    self.folder = folder
    isOwn = false
  }

  deinit { if isOwn { try? FileManager.default.removeItem(at: folder) } }

  @discardableResult
  func write(_ path: String, _ text: String) throws -> URL {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func relire(_ arguments: String..., environment: [String: String] = [:]) throws -> RelireProcess.Outcome {
    try RelireProcess.run(arguments, in: self, environment: environment)
  }
}

import Foundation

/// libxml2's own command, which the build needs the library of anyway.
enum XMLLint {
  /// What is wrong with a document; nil when nothing is, or when the command is not there.
  static func problem(with document: [UInt8]) throws -> String? {
    guard let tool = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].first(where: FileManager.default.isExecutableFile)
    else { return nil }
    let file = FileManager.default.temporaryDirectory.appending(path: "relire-\(UUID().uuidString).xml")
    try Data(document).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = ["--noout", "--nonet", file.path]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : text
  }
}

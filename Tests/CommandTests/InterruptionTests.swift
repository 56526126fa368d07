import Foundation
import Testing

/// `fix` killed at some moment leaves every file old or new.
@Suite struct InterruptionTests {
  @Test func noFileIsEverHalf() throws {
    let old = (0..<40).map { page in
      "# Page \(page)\n\n" + (0..<30).map { "Essai \($0) de la page \(page) : l'un... !\n\n" }.joined()
    }
    let whole = try Scratch()
    for (index, text) in old.enumerated() { try whole.write("p\(index).md", text) }
    let start = Date()
    _ = try whole.relire("fix")
    let duration = Date().timeIntervalSince(start)
    let new = try old.indices.map { try whole.read("p\($0).md") }
    #expect(zip(old, new).allSatisfy { $0 != $1 })

    for round in 1...8 {
      let scratch = try Scratch()
      for (index, text) in old.enumerated() { try scratch.write("p\(index).md", text) }
      let process = Process()
      process.executableURL = RelireProcess.executable
      process.arguments = ["fix"]
      process.currentDirectoryURL = scratch.folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: duration * Double(round) / 9)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      for index in old.indices {
        let text = try scratch.read("p\(index).md")
        #expect(text == old[index] || text == new[index])
      }
    }
  }
}

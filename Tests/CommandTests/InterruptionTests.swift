import Foundation
import Testing

/// `fix` killed at random moments leaves every file old or new.
///
/// `make kill-test` does it 200 times over 500 pages with a release build.
@Suite struct InterruptionTests {
  private static func number(_ name: String, orElse usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
  }

  @Test func noFileIsEverHalf() throws {
    let pageCount = Self.number("RELIRE_KILLED_PAGES", orElse: 40)
    let rounds = Self.number("RELIRE_KILLS", orElse: 8)
    let old = (0..<pageCount).map { page in
      "# Page \(page)\n\n" + (0..<30).map { "Essai \($0) de la page \(page) : l'un... !\n\n" }.joined()
    }
    let scratch = try Scratch()
    for (index, text) in old.enumerated() { try scratch.write("p\(index).md", text) }
    let start = Date()
    #expect(try scratch.relire("fix").code == 0)
    let duration = Date().timeIntervalSince(start)
    let new = try old.indices.map { try scratch.read("p\($0).md") }
    #expect(zip(old, new).allSatisfy { $0 != $1 })

    var random = SystemRandomNumberGenerator()
    var state = (old: 0, new: 0, roundsInBetween: 0)
    for _ in 0..<rounds {
      for index in old.indices where try scratch.read("p\(index).md") != old[index] {
        try scratch.write("p\(index).md", old[index])
      }
      let process = Process()
      process.executableURL = RelireProcess.executable
      process.arguments = ["fix"]
      process.currentDirectoryURL = scratch.folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: Double.random(in: 0...duration, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      var corrected = 0
      for index in old.indices {
        let text = try scratch.read("p\(index).md")
        #expect(text == old[index] || text == new[index], "p\(index).md is damaged")
        if text == new[index] { corrected += 1 }
      }
      state.old += old.count - corrected
      state.new += corrected
      if (1..<old.count).contains(corrected) { state.roundsInBetween += 1 }
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).count - old.count
    print(
      "killed \(rounds) times over \(pageCount) pages, \(state.roundsInBetween) times in between: \(state.old) files old, "
        + "\(state.new) new, none else; \(left) temporary files left")
    // At most the one that each of the threads was just renaming.
    #expect(left <= rounds)
  }
}

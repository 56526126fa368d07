import Glibc
import Testing

@testable import RelireEngine

@Suite struct FileReplacementTests {
  private let folder = TemporaryFolder()

  @Test func replacesTheWholeFileAndKeepsItsMode() throws {
    let path = folder.write("a.md", "avant")
    chmod(path, 0o640)
    try FileSystem.replace(path, read: try FileSystem.read(path), with: Array("après".utf8))
    #expect(folder.text("a.md") == "après")
    #expect(try FileSystem.stamp(path).mode & 0o777 == 0o640)
    #expect(try FileSystem.entries(of: folder.path).map(\.name) == ["a.md"])
  }

  /// Root may write to any file.
  @Test(.enabled(if: geteuid() != 0)) func `a read-only file stays as it is`() throws {
    let path = folder.write("page.md", "avant")
    chmod(path, 0o444)
    let old = try FileSystem.read(path)
    #expect(throws: FileError.unwritable) { try FileSystem.replace(path, read: old, with: [0x61]) }
    #expect(folder.text("page.md") == "avant")
  }

  @Test func followsASymbolicLinkAndKeepsIt() throws {
    let path = folder.write("folder/a.md", "avant")
    folder.link("link.md", to: path)
    try FileSystem.replace(folder("link.md"), read: try FileSystem.read(folder("link.md")), with: Array("après".utf8))
    #expect(folder.text("folder/a.md") == "après")
    #expect(FileSystem.resolved(folder("link.md")) == FileSystem.resolved(path))
  }

  @Test(arguments: ["autre", "avanT"])
  func leavesAloneWhatSomebodyElseChanged(_ other: String) throws {
    let path = folder.write("a.md", "avant")
    let old = try FileSystem.read(path)
    folder.write("a.md", other)
    #expect(throws: FileError.changed) { try FileSystem.replace(path, read: old, with: [0x61]) }
    #expect(folder.text("a.md") == other)
    #expect(try FileSystem.entries(of: folder.path).map(\.name) == ["a.md"])
  }

  @Test func leavesAloneWhatWasReplacedByAnotherFile() throws {
    let path = folder.write("a.md", "avant")
    let old = try FileSystem.read(path)
    folder.write("b.md", "avant")
    rename(folder("b.md"), path)
    #expect(throws: FileError.changed) { try FileSystem.replace(path, read: old, with: [0x61]) }
  }

  @Test func aFileThatVanishedStaysAway() throws {
    let path = folder.write("a.md", "avant")
    let old = try FileSystem.read(path)
    unlink(path)
    #expect(throws: FileError.missing) { try FileSystem.replace(path, read: old, with: [0x61]) }
    #expect(!FileSystem.exists(path))
  }

  @Test func writesANewFile() throws {
    try FileSystem.write(folder("new"), Array("neuf".utf8), mode: 0o755)
    #expect(folder.text("new") == "neuf")
    #expect(try FileSystem.stamp(folder("new")).mode & 0o777 == 0o755)
  }

  // MARK: Reading

  @Test func pipesAndFoldersAreNoPages() {
    mkfifo(folder("pipe.md"), 0o644)
    #expect(throws: FileError.notRegular) { try FileSystem.read(folder("pipe.md")) }
    #expect(throws: FileError.notRegular) { try FileSystem.read(folder.path) }
    #expect(throws: FileError.missing) { try FileSystem.read(folder("none")) }
  }

  @Test func aLinkToItselfIsALoop() {
    folder.link("loop.md", to: folder("loop.md"))
    #expect(throws: FileError.loop) { try FileSystem.read(folder("loop.md")) }
  }

  @Test func aHugeFileIsNotRead() {
    let file = open(folder("huge.md"), O_WRONLY | O_CREAT, 0o644)
    ftruncate(file, 5 << 30)
    close(file)
    #expect(throws: FileError.tooLarge) { try FileSystem.read(folder("huge.md")) }
  }
}

/// When files were last changed, as Git tells.
enum ChangeDays {
  /// The day (`2026-11-23`) of each file below a folder, by its path from there; empty without Git.
  static func read(_ root: String) -> [String: String] {
    let arguments = [
      "-c", "core.quotePath=false", "-C", root, "log", "--format=%x01%cs", "--name-only", "--relative", "--no-renames",
      "--", ".",
    ]
    guard let outcome = try? ChildProcess.run("git", arguments), outcome.isSuccess else { return [:] }
    var days: [String: String] = [:]
    var day = ""
    for line in outcome.output.split(separator: 0x0A) {
      if line.first == 1 {
        day = String(decoding: line.dropFirst(), as: UTF8.self)
      } else {
        let path = String(decoding: line, as: UTF8.self)
        // The newest change comes first.
        if days[path] == nil { days[path] = day }
      }
    }
    return days
  }
}

/// Breaks text into lines at ordinary spaces only, so that what a no-break space joins stays together.
enum TextWrapping {
  /// - Parameter width: in terminal columns. A word that is longer has a line of its own.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in text.split(separator: " ") {
      let word = String(word)
      let length = DisplayWidth.of(word)
      if !current.isEmpty, used + 1 + length > width {
        lines.append(current)
        current = ""
        used = 0
      }
      if !current.isEmpty {
        current += " "
        used += 1
      }
      current += word
      used += length
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }
}

/// A rough check of our own French texts, independent of the rules it helps to test. What stands in
/// backticks or between guillemets is quoted from pages and left alone.
enum FrenchTypography {
  static func faults(in text: String) -> [String] {
    let scalars = withoutQuotations(text)
    var faults: [String] = []
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      let endsWord = after == nil || after == " " || after == ")"
      switch scalar {
      case "'", "\"": faults.append("straight \(scalar)")
      case ":" where endsWord && before != "\u{A0}": faults.append("no U+00A0 before :")
      case ";" where endsWord && before != "\u{202F}": faults.append("no U+202F before ;")
      case "!" where endsWord && before != "\u{202F}": faults.append("no U+202F before !")
      case "?" where endsWord && before != "\u{202F}": faults.append("no U+202F before ?")
      case "«" where after != "\u{A0}": faults.append("no U+00A0 after «")
      case "»" where before != "\u{A0}": faults.append("no U+00A0 before »")
      case "." where before == "." && after == ".": faults.append("three periods")
      default: break
      }
    }
    return faults
  }

  private static func withoutQuotations(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var isCode = false
    var depth = 0
    var inside = 0
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "`" {
        isCode.toggle()
        result.append("x")
        continue
      }
      if isCode { continue }
      if scalar == "«" {
        depth += 1
        inside = index
      }
      let isEdge = scalar == "«" || scalar == "»" || index == inside + 1 || scalar == "\u{A0}"
      if depth == 0 || isEdge { result.append(scalar) }
      if scalar == "»" { depth = max(0, depth - 1) }
    }
    return result
  }
}

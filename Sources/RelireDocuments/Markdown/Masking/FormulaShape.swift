/// Tells a formula from a text that merely stands between two dollars or escaped brackets.
enum FormulaShape {
  /// A formula is short (`x`, `n+1`), or has TeX or an operator and no run of plain words, or is `x: y`.
  static func isFormula(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    var hasCommand = false
    var hasOperator = false
    var letters = 0
    var words = 0
    var longest = 0
    var hasColon = false
    for offset in range {
      let byte = bytes[offset]
      if byte.isASCIILetter || byte >= 0x80 {
        letters += 1
        longest = max(longest, letters)
        if letters == 4, !(offset >= 4 && bytes[offset - 4] == UInt8(ascii: "\\")) { words += 1 }
        continue
      }
      letters = 0
      switch byte {
      case UInt8(ascii: "\\"):
        if offset + 1 < range.upperBound, bytes[offset + 1].isASCIILetter { hasCommand = true }
      case UInt8(ascii: "^"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "*"):
        hasOperator = true
      case UInt8(ascii: ":"): hasColon = true
      default: break
      }
    }
    if hasCommand { return true }
    if hasOperator { return words < 2 }
    if hasColon { return longest == 1 }
    let content = bytes[range]
    return content.count <= 3 && content.allSatisfy(\.isASCIIAlphanumeric) && content.contains(where: \.isASCIILetter)
  }
}

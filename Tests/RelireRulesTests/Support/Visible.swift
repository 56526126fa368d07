import RelireModel

/// Shows invisible characters by name, and ranges as marks in their text, so that a failure can be read.
enum Visible {
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xA: result += "⏎"
      case 0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x2069, 0xFEFF, 0xFFFC, 0...9, 0xB...0x1F:
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text with ⟦ and ⟧ around the ranges, as examples have it.
  static func marked(_ text: String, _ ranges: [SourceRange]) -> String {
    var bytes = Array(text.utf8)
    let starts = ranges.map { (offset: $0.start, mark: "\u{27E6}", order: 1) }
    let ends = ranges.map { (offset: $0.end, mark: "\u{27E7}", order: $0.isEmpty ? 2 : 0) }
    for place in (starts + ends).sorted(by: { ($0.offset, $0.order) > ($1.offset, $1.order) }) {
      bytes.insert(contentsOf: Array(place.mark.utf8), at: min(place.offset, bytes.count))
    }
    return Visible.text(String(decoding: bytes, as: UTF8.self))
  }
}

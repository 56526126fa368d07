/// Judges a run of text without spaces that has a suspicious sign in it: is there a URL, a path, a file name, an
/// identifier, a time… in it, inside which nothing is punctuation?
///
/// In doubt it is not technical when a typing error of French prose looks the same (`mot:suite`, `fin.Début`,
/// `et/ou`): then the rules judge its marks.
struct TechnicalText {
  let bytes: UnsafeBufferPointer<UInt8>
  let chunk: Range<Int>
  let blockEnd: Int
  /// Whether a parenthesis is open before the chunk: `:)` then closes it.
  let isInParenthesis: Bool

  /// The first technical range in the chunk, or nil. It ends after the chunk where braces, angle brackets or quotes
  /// go on behind a space (`{{ x }}`, `<a href="#">`). Linear in the chunk.
  func technicalRange() -> Range<Int>? {
    if let range = emoticon() ?? url() { return range }
    let construct = construct()
    guard let core = stripped(chunk) else { return construct }
    if isTechnical(core) {
      guard let construct, core.contains(construct.lowerBound) else { return core }
      return core.lowerBound..<max(core.upperBound, construct.upperBound)
    }
    return construct ?? characterReference() ?? clock(in: core)
  }

  // MARK: The whole chunk

  private func isTechnical(_ core: Range<Int>) -> Bool {
    if isPunctuationArt(core) || isCommandOption(core) || isImportant(core) || isHexGroups(core) { return true }
    if bytes[core].count(where: { $0 == 0x2F }) > 2 { return true }
    var index = core.lowerBound
    while index < core.upperBound {
      let before = index > core.lowerBound ? bytes[index - 1] : 0x20
      let after = index + 1 < core.upperBound ? bytes[index + 1] : 0x20
      switch bytes[index] {
      case UInt8(ascii: "@"):
        if after.isASCIIAlphanumeric, before.isASCIIAlphanumeric || index == core.lowerBound { return true }
      case UInt8(ascii: "_"), UInt8(ascii: "^"):
        if before.isWordByte, after.isWordByte { return true }
      case UInt8(ascii: "\\"):
        if core.count > 1 { return true }
      case UInt8(ascii: "="):
        if before.isWordByte, after.isWordByte { return true }
      case UInt8(ascii: "$"):
        if after.isASCIILetter, after != UInt8(ascii: "C") { return true }
      case UInt8(ascii: "#"):
        if index == core.lowerBound, after.isASCIIAlphanumeric || after == UInt8(ascii: "!") { return true }
      case UInt8(ascii: "%"):
        if before.isASCIILetter || before == UInt8(ascii: "/"), after.isASCIIAlphanumeric { return true }
      case UInt8(ascii: "*"), UInt8(ascii: "~"):
        if after == UInt8(ascii: ".") || after == UInt8(ascii: "/") || before == UInt8(ascii: "/") { return true }
      case UInt8(ascii: "("):
        if before.isASCIILetter, after == UInt8(ascii: ")") || isSpread(index + 1) { return true }
      case UInt8(ascii: ":"):
        if isTechnicalColon(index, before, after, core) { return true }
      case UInt8(ascii: "/"):
        if isTechnicalSlash(index, before, after, core) { return true }
      default: break
      }
      index += 1
    }
    return isNumericCode(core) || isName(core)
  }

  /// `...args`
  private func isSpread(_ index: Int) -> Bool {
    index + 3 < chunk.upperBound && bytes[index..<index + 3].allSatisfy { $0 == 0x2E } && bytes[index + 3].isASCIILetter
  }

  /// `|:--|`
  private func isPunctuationArt(_ core: Range<Int>) -> Bool {
    core.count > 1 && bytes[core].contains(UInt8(ascii: "|"))
      && bytes[core].allSatisfy { $0 == 0x7C || $0 == 0x3A || $0 == 0x2D || $0 == 0x2B || $0 == 0x3D }
  }

  /// `--oneline`, but not the dashes of `mot --incise--`.
  private func isCommandOption(_ core: Range<Int>) -> Bool {
    guard core.count > 2, bytes[core.lowerBound] == 0x2D, bytes[core.lowerBound + 1] == 0x2D else { return false }
    let name = bytes[core.dropFirst(2)]
    return bytes[core.lowerBound + 2].isASCIILetter
      && name.allSatisfy { $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x3D || $0 == 0x5F || $0 == 0x2E }
      && !name.hasSuffix([0x2D])
  }

  /// `00:80:41:ae:fd:7e`
  private func isHexGroups(_ core: Range<Int>) -> Bool {
    bytes[core].allSatisfy { $0 == 0x3A || $0.isHexDigit } && bytes[core].count(where: { $0 == 0x3A }) > 1
  }

  private func isImportant(_ core: Range<Int>) -> Bool {
    bytes[core.lowerBound] == UInt8(ascii: "!") && TechnicalNames.bangs.contains(string(core.dropFirst()))
  }

  // MARK: Colons and slashes

  private func isTechnicalColon(_ index: Int, _ before: UInt8, _ after: UInt8, _ core: Range<Int>) -> Bool {
    if after == UInt8(ascii: ":") {
      let next = index + 2 < core.upperBound ? bytes[index + 2] : 0x20
      return before.isASCIIAlphanumeric || next.isASCIIAlphanumeric
    }
    let left = core.lowerBound..<index
    let right = (index + 1)..<core.upperBound
    if after.isDigit {
      // :8080, but not `dates :12/05/2024`
      if left.isEmpty { return right.count > 1 && bytes[right].allSatisfy(\.isDigit) }
      // localhost:3000, example.org:80, 2001:db8:1
      let port = right.prefix { bytes[$0].isDigit }.count
      let isHost =
        left.count < 64 && bytes[left].allSatisfy { $0.isDigit || $0 &- 0x61 < 26 || $0 == 0x2E || $0 == 0x2D }
      if isHost, !before.isDigit {
        return port >= 4 || bytes[left].contains(0x2E) || string(left) == "localhost"
      }
    }
    guard after.isASCIIAlphanumeric || after == 0x2D else { return false }
    let name = right.prefix(20).prefix { bytes[$0] != 0x28 }
    return TechnicalNames.pseudoClasses.contains(string(name))
      || left.count < 20 && TechnicalNames.prefixes.contains(string(left))
  }

  private func isTechnicalSlash(_ index: Int, _ before: UInt8, _ after: UInt8, _ core: Range<Int>) -> Bool {
    if after == UInt8(ascii: "/") { return after != before && core.count > 2 }
    if before == UInt8(ascii: ".") {
      // ./ and ../, but not M./Mme
      return bytes[core.lowerBound..<index].allSatisfy { $0 == 0x2E }
    }
    if index == core.lowerBound { return after.isASCIILetter || after == UInt8(ascii: "*") }
    // dossier/
    return index == core.upperBound - 1 && before.isASCIIAlphanumeric
  }

  // MARK: Names and codes

  /// Versions, addresses, dates, codes: digits with more than one mark other than a comma among them.
  private func isNumericCode(_ core: Range<Int>) -> Bool {
    var digits = core
    if bytes[core.lowerBound] | 0x20 == UInt8(ascii: "v"), core.count > 1 { digits = digits.dropFirst() }
    let first = bytes[digits.lowerBound]
    if first == UInt8(ascii: "0"), core.count > 2, bytes[digits.lowerBound + 1] == UInt8(ascii: "x") {
      return bytes[digits.dropFirst(2)].allSatisfy(\.isHexDigit)
    }
    guard first.isDigit, bytes[digits.upperBound - 1].isDigit else { return false }
    var dots = 0
    var others = 0
    var slashes = 0
    var longest = 0
    var group = 0
    for byte in bytes[digits] {
      if byte.isDigit {
        group += 1
        longest = max(longest, group)
        continue
      }
      group = 0
      switch byte {
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: "-"): others += 1
      case UInt8(ascii: "/"): slashes += 1
      default: return false
      }
    }
    if digits.lowerBound > core.lowerBound { return dots > 0 }
    // 2026-09-12, 978-2-07-036002-4; not the phone number 25-60-00.
    return dots > 1 || dots > 0 && others + slashes > 0 || others > 1 && longest > 2
  }

  /// `fichier.json`, `data.gouv.nc`, `.htaccess`, `Node.js`.
  private func isName(_ core: Range<Int>) -> Bool {
    guard let dot = bytes[core].lastIndex(of: 0x2E), dot + 1 < core.upperBound else { return false }
    let tail = bytes[(dot + 1)..<core.upperBound]
    let extent = tail.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    guard extent.allSatisfy(\.isASCIIAlphanumeric), !extent.isEmpty else {
      return bytes[core].contains(0x2F) && bytes[core].allSatisfy { $0 < 0x80 } && hasDomain(core)
    }
    let isLower = extent.allSatisfy { $0 &- 0x61 < 26 || $0.isDigit }
    let isUpper = extent.allSatisfy { $0 &- 0x41 < 26 || $0.isDigit }
    guard isLower || isUpper else { return false }
    let name = bytes[core.lowerBound..<dot]
    if name.isEmpty { return extent.count > 1 && extent.contains { $0.isASCIILetter } }
    guard let last = name.last, last.isWordByte || last == 0x2D || last == 0x29 else { return false }
    if extent.count > 1, TechnicalNames.suffixes.contains(String(decoding: extent, as: UTF8.self).lowercased()) {
      return true
    }
    // a.package.name
    let labels = bytes[core].split(separator: 0x2E, omittingEmptySubsequences: false)
    return labels.count > 2
      && labels.allSatisfy { $0.count > 1 && $0.allSatisfy { $0 &- 0x61 < 26 || $0.isDigit || $0 == 0x2D } }
  }

  /// A path whose first part is a domain: `data.gouv.nc/pages/a.b`.
  private func hasDomain(_ core: Range<Int>) -> Bool {
    let host = bytes[core].prefix { $0 != 0x2F }
    guard let dot = host.lastIndex(of: 0x2E) else { return false }
    return TechnicalNames.suffixes.contains(String(decoding: host[(dot + 1)...], as: UTF8.self))
  }

  // MARK: Parts of the chunk

  /// `10:30`, `16:9`, `03:03:12`, `2024-01-01T10:30:00Z`: digits around a colon, with what belongs to them.
  private func clock(in core: Range<Int>) -> Range<Int>? {
    var index = core.lowerBound + 1
    while index < core.upperBound - 1 {
      if bytes[index] == 0x3A, bytes[index - 1].isDigit, bytes[index + 1].isDigit {
        var start = index - 1
        var end = index + 2
        while start > core.lowerBound, bytes[start - 1].isClockByte { start -= 1 }
        while end < core.upperBound, bytes[end].isClockByte { end += 1 }
        while end > index + 2, !bytes[end - 1].isASCIIAlphanumeric { end -= 1 }
        if start == core.lowerBound || !bytes[start - 1].isASCIILetter { return start..<end }
      }
      index += 1
    }
    return nil
  }

  /// `:)` `;-)` `:p` `:-D`, and `:smile:`.
  private func emoticon() -> Range<Int>? {
    var end = chunk.upperBound
    let start = chunk.lowerBound
    guard end - start > 1 else { return nil }
    let eyes = bytes[start]
    guard eyes == 0x3A || eyes == 0x3B || eyes == 0x3D else { return nil }
    while end > start + 2, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2C { end -= 1 }
    if eyes == 0x3A, end - start > 3, bytes[end - 1] == 0x3A {
      let name = bytes[(start + 1)..<(end - 1)]
      if name.allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x5F || $0 == 0x2D || $0 == 0x2B }) { return start..<end }
    }
    var mouth = start + 1
    let hasNose = mouth + 1 < end && (bytes[mouth] == 0x2D || bytes[mouth] == 0x6F || bytes[mouth] == 0x27)
    if hasNose { mouth += 1 }
    guard mouth < end else { return nil }
    let rest = bytes[mouth..<end]
    if rest.allSatisfy({ $0 == 0x29 }) { return isInParenthesis && !hasNose ? nil : start..<end }
    if rest.allSatisfy({ $0 == 0x28 }) { return start..<end }
    let faces: [UInt8] = Array("DPpOo/|\\*$3sSxX".utf8)
    return rest.count == 1 && rest.first.map(faces.contains) == true ? start..<end : nil
  }

  private func url() -> Range<Int>? {
    guard let start = urlStart() else { return nil }
    var end = start
    var depth = 0
    loop: while end < chunk.upperBound {
      switch bytes[end] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { break loop }
        depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"): break loop
      default: break
      }
      end += 1
    }
    return strippedEnd(start..<end)
  }

  private func urlStart() -> Int? {
    var index = chunk.lowerBound
    while index < chunk.upperBound {
      if bytes[index] == 0x3A {
        var start = index
        while start > chunk.lowerBound, bytes[start - 1].isSchemeByte { start -= 1 }
        let rest = bytes[(index + 1)..<chunk.upperBound]
        if start < index, rest.starts(with: [0x2F, 0x2F]) { return start }
        if start < index, !rest.isEmpty, rest.first?.isASCIIAlphanumeric == true || rest.first == 0x2B,
          TechnicalNames.schemes.contains(string(start..<index))
        {
          return start
        }
      } else if bytes[index] == 0x77, bytes[index..<chunk.upperBound].starts(with: Array("www.".utf8)) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// `{{ x }}`, `{% x %}`, `${x}`, `{#id .class}`, `{"a": 1}`, `{nom}`; `<b>`, `</b>`; `](target)`; `key="value"`.
  private func construct() -> Range<Int>? {
    var index = chunk.lowerBound
    // Whoever opens many braces closes none: no more than a few looks ahead.
    var looks = 4
    while index + 1 < chunk.upperBound, looks > 0 {
      let next = bytes[index + 1]
      switch bytes[index] {
      case UInt8(ascii: "{"):
        let isOpening = next == 0x7B || next == 0x25 || next == 0x23 || next == 0x2E || next == 0x22
        let start = index > chunk.lowerBound && bytes[index - 1] == 0x24 ? index - 1 : index
        let isName = next.isASCIIAlphanumeric
        looks -= 1
        guard isOpening || isName, let close = find(0x7D, after: index, notIn: isOpening ? nil : 0x20) else { break }
        let isDouble = next == 0x7B && close + 1 < blockEnd && bytes[close + 1] == 0x7D
        return start..<(close + (isDouble ? 2 : 1))
      case UInt8(ascii: "<"):
        looks -= 1
        if index > chunk.lowerBound, bytes[index - 1] == 0x3C { break }
        if next.isASCIILetter || next == 0x2F || next == 0x21, let close = find(0x3E, after: index, notIn: 0x3C) {
          return index..<(close + 1)
        }
      case UInt8(ascii: "]"):
        looks -= 1
        if next == 0x28, let close = find(0x29, after: index, notIn: 0x20) { return index..<(close + 1) }
      case UInt8(ascii: "="):
        looks -= 1
        if next == 0x22 || next == 0x27, index > chunk.lowerBound, bytes[index - 1].isASCIIAlphanumeric,
          let close = find(next, after: index + 1, notIn: 0x3C)
        {
          var start = index
          while start > chunk.lowerBound, bytes[start - 1].isSchemeByte || bytes[start - 1] == 0x3A { start -= 1 }
          return start..<(close + 1)
        }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The first `byte` after `index`, near enough and before any `stop`.
  private func find(_ byte: UInt8, after index: Int, notIn stop: UInt8?) -> Int? {
    var at = index + 1
    let limit = min(blockEnd, index + 300)
    while at < limit {
      if bytes[at] == byte { return at }
      if bytes[at] == stop { return nil }
      at += 1
    }
    return nil
  }

  /// `&notaname;`: what is left of a reference that names nothing.
  private func characterReference() -> Range<Int>? {
    guard let start = bytes[chunk].firstIndex(of: UInt8(ascii: "&")) else { return nil }
    var end = start + 1
    if end < chunk.upperBound, bytes[end] == UInt8(ascii: "#") { end += 1 }
    while end < chunk.upperBound, bytes[end].isASCIIAlphanumeric { end += 1 }
    return end > start + 1 && end < chunk.upperBound && bytes[end] == UInt8(ascii: ";") ? start..<(end + 1) : nil
  }

  // MARK: Edges

  /// The chunk without the brackets, quotes and marks of the sentence around it; nil when nothing is left.
  private func stripped(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    loop: while start < range.upperBound {
      switch bytes[start] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): start += 1
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        // *.json
        if start + 1 < range.upperBound, !bytes[start + 1].isWordByte { break loop }
        start += 1
      default: break loop
      }
    }
    return strippedEnd(start..<range.upperBound)
  }

  private func strippedEnd(_ range: Range<Int>) -> Range<Int>? {
    var end = range.upperBound
    loop: while end > range.lowerBound {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "*"):
        end -= 1
      case UInt8(ascii: ")"):
        // https://fr.wikipedia.org/wiki/Donnée_(informatique)
        let text = bytes[range.lowerBound..<end]
        if text.count(where: { $0 == 0x28 }) >= text.count(where: { $0 == 0x29 }) { break loop }
        end -= 1
      case UInt8(ascii: "]"):
        if bytes[range.lowerBound..<end].contains(UInt8(ascii: "[")) { break loop }
        end -= 1
      default: break loop
      }
    }
    return end > range.lowerBound ? range.lowerBound..<end : nil
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
  /// A letter or digit, or a byte of a scalar outside ASCII.
  fileprivate var isWordByte: Bool { isASCIIAlphanumeric || self >= 0x80 }
  fileprivate var isSchemeByte: Bool { isASCIIAlphanumeric || self == 0x2B || self == 0x2D || self == 0x2E }
  /// `0-9 : . - + T Z`
  fileprivate var isClockByte: Bool {
    isDigit || self == 0x3A || self == 0x2E || self == 0x2D || self == 0x2B || self == 0x54 || self == 0x5A
  }
}

extension Sequence<UInt8> {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool { Array(self).suffix(suffix.count) == suffix[...] }
}

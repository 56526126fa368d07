/// What a byte of prose is at first sight.
enum ByteClass {
  static let control: UInt8 = 0
  /// Blank, line end, vertical tab, form feed.
  static let blank: UInt8 = 1
  static let tab: UInt8 = 2
  static let small: UInt8 = 3
  static let capital: UInt8 = 4
  static let digit: UInt8 = 5
  /// The first (or a stray) byte of a scalar outside ASCII.
  static let lead: UInt8 = 6
  /// 0xE2, which begins no letter: apostrophes, dashes, narrow spaces.
  static let signLead: UInt8 = 7
  /// From here on: an ASCII mark, whose `Token.Kind` is the class less this.
  static let firstMark: UInt8 = 16

  @inline(__always)
  static func isAlphanumeric(_ byteClass: UInt8) -> Bool { byteClass >= small && byteClass <= digit }

  /// By byte.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: control, count: 256)
    func set(_ characters: String, _ kind: Token.Kind) {
      for byte in characters.utf8 { table[Int(byte)] = firstMark + kind.rawValue }
    }
    for byte in 0x21...0x7E { table[byte] = firstMark + Token.Kind.symbol.rawValue }
    for byte in 0x0A...0x0D { table[byte] = blank }
    table[0x20] = blank
    table[0x09] = tab
    for byte in 0x61...0x7A { table[byte] = small }
    for byte in 0x41...0x5A { table[byte] = capital }
    for byte in 0x30...0x39 { table[byte] = digit }
    for byte in 0x80...0xFF { table[byte] = lead }
    table[0xE2] = signLead
    set(".", .period)
    set(",", .comma)
    set(":", .colon)
    set(";", .semicolon)
    set("!?", .highMark)
    set("'", .straightApostrophe)
    set("`", .apostropheLike)
    set("\"", .straightQuote)
    set("(", .openingParenthesis)
    set(")", .closingParenthesis)
    set("[", .openingBracket)
    set("]", .closingBracket)
    set("-", .hyphen)
    set("/", .slash)
    set("%", .percent)
    set("$", .currency)
    set("+=<>~", .mathematical)
    set("*", .asterisk)
    return table
  }()
}

/// Writes JSON straight into a buffer.
///
/// Control characters, the C1 controls, U+2028, U+2029, the bidirectional controls and `<` are escaped, so that what
/// it writes is harmless in a terminal, in JavaScript and inside an HTML `script` element.
package struct JSONWriter {
  package var output: ByteBuffer
  private var needsComma = false

  package init(_ output: ByteBuffer = ByteBuffer()) { self.output = output }

  // MARK: Structure

  package mutating func object(_ body: (inout JSONWriter) -> Void) { nest(0x7B, 0x7D, body) }

  package mutating func array(_ body: (inout JSONWriter) -> Void) { nest(0x5B, 0x5D, body) }

  package mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void)
  {
    array { writer in for element in elements { body(&writer, element) } }
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    output.append(open)
    needsComma = false
    body(&self)
    output.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { output.append(0x2C) }
    needsComma = true
  }

  package mutating func key(_ name: String) {
    separate()
    quote(name)
    output.append(0x3A)
    needsComma = false
  }

  // MARK: Values

  package mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  package mutating func value(_ number: Int) {
    separate()
    output.append(decimal: number)
  }

  package mutating func value(_ flag: Bool) {
    separate()
    output.append(flag ? "true" : "false")
  }

  package mutating func null() {
    separate()
    output.append("null")
  }

  package mutating func field(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  package mutating func field(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  package mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  package mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    array(texts) { $0.value($1) }
  }

  package mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  package mutating func array<Element>(
    _ name: String, _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array(elements, body)
  }

  /// Ends a document of one value a line, as JSON Lines wants it.
  package mutating func newline() {
    output.newline()
    needsComma = false
  }

  // MARK: Strings

  private mutating func quote(_ text: String) {
    output.append(0x22)
    var text = text
    text.withUTF8 { bytes in
      var runStart = 0
      var index = 0
      while index < bytes.count {
        let length = Self.escapedLength(bytes, at: index)
        if length > 0 {
          output.append(bytes[runStart..<index])
          escape(bytes, at: index, length: length)
          index += length
          runStart = index
        } else {
          index += 1
        }
      }
      output.append(bytes[runStart...])
    }
    output.append(0x22)
  }

  /// The number of bytes at `index` that must be escaped as one character; 0 when none.
  private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0x3C ? 1 : 0 }
    if byte == 0xC2 { return bytes[index + 1] < 0xA0 ? 2 : 0 }
    guard byte == 0xE2 else { return 0 }
    switch (bytes[index + 1], bytes[index + 2]) {
    case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
    default: return 0
    }
  }

  private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) {
    let byte = bytes[index]
    output.append(0x5C)
    switch byte {
    case 0x22, 0x5C: output.append(byte)
    case 0x0A: output.append(0x6E)
    case 0x0D: output.append(0x72)
    case 0x09: output.append(0x74)
    default:
      var value = UInt32(byte)
      if length == 2 { value = UInt32(bytes[index + 1]) }
      if length == 3 { value = 0x2000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F) }
      output.append(0x75)
      for shift in [12, 8, 4, 0] { output.append(Self.hexDigit(value >> UInt32(shift) & 0xF)) }
    }
  }

  private static func hexDigit(_ value: UInt32) -> UInt8 { UInt8(value < 10 ? 0x30 + value : 0x57 + value) }
}

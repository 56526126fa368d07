/// Percent-encoding of paths (RFC 3986).
enum PercentEncoding {
  /// A path as a URI reference: relative paths stay relative, absolute ones become `file` URIs.
  static func uriReference(_ path: String) -> String {
    if path.hasPrefix("/") { return "file://" + encoded(path) }
    // A first segment with a colon would read as a scheme; `encoded` escapes every colon.
    return encoded(path)
  }

  /// Everything but unreserved characters and `/` escaped.
  static func encoded(_ path: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(path.utf8.count)
    for byte in path.utf8 {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: result.append(byte)
      default:
        result.append(0x25)
        result.append(digit(byte >> 4))
        result.append(digit(byte & 0xF))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}

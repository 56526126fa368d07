extension UInt8 {
  /// HTML's ASCII white space: tab, LF, FF, CR, blank.
  @inline(__always)
  var isHTMLSpace: Bool { self <= 0x20 && 0x1_0000_3600 &>> UInt64(self) & 1 != 0 }

  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }

  @inline(__always)
  var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

  @inline(__always)
  var isASCIIAlphanumeric: Bool { isASCIILetter || isDigit }

  @inline(__always)
  var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

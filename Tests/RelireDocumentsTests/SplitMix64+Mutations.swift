import TestSupport

extension SplitMix64 {
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  /// The text with a few bytes changed, dropped, doubled or moved.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...below(6) where !bytes.isEmpty {
      let place = below(bytes.count)
      let end = min(bytes.count, place + 1 + below(20))
      switch below(6) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: below(bytes.count))
      case 3: bytes.insert(pick(Array("<>&;\"'/=!-[](){}*_`#|\\\n\0".utf8)), at: place)
      case 4:
        bytes.insert(contentsOf: Array(pick(["</p>", "<!--", "-->", "<p ", "&nbsp;", "</", "]]>"]).utf8), at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}

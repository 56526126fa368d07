import RelireModel

extension SourceText {
  init(decoding bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.init(bytes: Array(String(decoding: bytes, as: UTF8.self).utf8), contentStart: start)
  }
}

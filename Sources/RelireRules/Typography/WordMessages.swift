import RelireModel

extension Message {
  /// The title of a fix that writes `text`.
  static func write(_ text: String) -> Message {
    Message(fr: "Écrire «\u{A0}\(text)\u{A0}»", en: "Write “\(text)”")
  }
}

import RelireLexicon
import RelireModel

/// What Hugo makes of a date in a front matter.
///
/// Source: the formats of Hugo’s own reader of dates. Those of mails and of Go (`02 Jan 2024`, `Mon, 02 Jan 2024…`) are
/// never refused here.
enum WrittenDate: Hashable {
  /// Or at least not known to be refused.
  case readable
  /// No day of the calendar, or no hour of the clock: `2026-02-30`.
  case impossible
  /// With what was meant, as Hugo reads it (`2026-11-23`, `2026-11-23T09:30:00`); nil when nobody can tell.
  ///
  /// `isAmbiguous` tells that the day may be the month: `03/04/2026`.
  case refused(correction: String?, isAmbiguous: Bool)

  init(_ text: String, _ lexicon: Lexicon) {
    var cursor = DateCursor(text)
    guard let first = cursor.number() else {
      self = text.isEmpty || Self.beginsInEnglish(text) ? .readable : .refused(correction: nil, isAmbiguous: false)
      return
    }
    if let separator = cursor.take(oneOf: "-/."), let second = cursor.number(), cursor.take(oneOf: separator) != nil,
      let third = cursor.number()
    {
      self = Self.inFigures(first, second, third, separator, cursor)
    } else {
      self = Self.inLetters(text, lexicon)
    }
  }

  /// `12/03/2026`, `2026-3-12`, `2026-03-12 9:30`
  private static func inFigures(
    _ first: DateCursor.Number, _ second: DateCursor.Number, _ third: DateCursor.Number, _ separator: String,
    _ cursor: DateCursor
  ) -> WrittenDate {
    let isStandard = separator == "-" && first.digits == 4 && second.digits == 2 && third.digits == 2
    let date: CalendarDate
    var isAmbiguous = false
    if first.digits == 4 {
      date = CalendarDate(year: first.value, month: second.value, day: third.value)
    } else if third.digits == 4 {
      let isEnglish = second.value > 12
      isAmbiguous = !isEnglish && first.value <= 12 && first.value != second.value
      date = CalendarDate(
        year: third.value, month: isEnglish ? first.value : second.value, day: isEnglish ? second.value : first.value)
    } else {
      return .refused(correction: nil, isAmbiguous: false)
    }
    guard date.exists else { return .impossible }
    if cursor.isAtEnd {
      return isStandard ? .readable : .refused(correction: date.standard, isAmbiguous: isAmbiguous)
    }
    guard let time = ClockTime(cursor) else {
      return isStandard ? .readable : .refused(correction: nil, isAmbiguous: false)
    }
    guard time.exists else { return .impossible }
    if isStandard, time.isReadable { return .readable }
    return .refused(correction: time.standard.map { date.standard + $0 }, isAmbiguous: isAmbiguous)
  }

  /// `12 mars 2026`, `1er mars 2026`
  private static func inLetters(_ text: String, _ lexicon: Lexicon) -> WrittenDate {
    var words = text.split(separator: " ")
    guard words.count >= 3, let month = lexicon.value(lexicon.entry(String(words[1])), in: .months).flatMap({ Int($0) })
    else { return .readable }
    if words[0] == "1er" { words[0] = "1" }
    guard words.count == 3, let day = Int(words[0]), words[2].utf8.count == 4, let year = Int(words[2]) else {
      return .refused(correction: nil, isAmbiguous: false)
    }
    let date = CalendarDate(year: year, month: month, day: day)
    return date.exists ? .refused(correction: date.standard, isAmbiguous: false) : .impossible
  }

  private static func beginsInEnglish(_ text: String) -> Bool {
    let word = text.prefix { $0.isLetter }.lowercased()
    return english.contains(word) || word.hasSuffix("day")
  }

  private static let english: Set = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
    "oct", "nov", "dec",
  ]
}

/// A time behind a date, and what follows it.
private struct ClockTime {
  private let hour: Int
  private let minute: Int
  private let second: Int?
  private let isWithColon: Bool
  private let zone: String

  /// Nil for what is no time.
  init?(_ start: DateCursor) {
    var cursor = start
    guard cursor.take(oneOf: "T ") != nil, let hour = cursor.number(), hour.digits <= 2,
      let mark = cursor.take(oneOf: ":h"), let minute = cursor.number(), minute.digits == 2
    else { return nil }
    (self.hour, self.minute, isWithColon) = (hour.value, minute.value, mark == ":")
    second = cursor.take(oneOf: ":") != nil ? cursor.number()?.value : nil
    zone = cursor.rest
  }

  var exists: Bool { hour < 24 && minute < 60 && second ?? 0 < 60 }
  var isReadable: Bool { isWithColon && second != nil }

  /// As it follows a day; nil with a time zone that is written in another way than `Z` or `+02:00`.
  var standard: String? {
    let isZone = zone.isEmpty || zone == "Z" || zone.utf8.count == 6 && "+-".contains(zone.prefix(1))
    guard isZone else { return nil }
    return "T\(hour.padded(2)):\(minute.padded(2)):\((second ?? 0).padded(2))\(zone)"
  }
}

/// Reads a date from its beginning.
private struct DateCursor {
  struct Number {
    let value: Int
    let digits: Int
  }

  private var bytes: Substring.UTF8View

  init(_ text: String) { bytes = Substring(text).utf8 }

  var isAtEnd: Bool { bytes.isEmpty }
  var rest: String { String(Substring(bytes)) }

  /// Of four digits at most; nil for a longer one.
  mutating func number() -> Number? {
    let digits = bytes.prefix { $0 &- 0x30 < 10 }
    guard digits.count <= 4, let value = Int(Substring(digits)) else { return nil }
    bytes = bytes.dropFirst(digits.count)
    return Number(value: value, digits: digits.count)
  }

  /// One of some ASCII characters, if it comes next.
  mutating func take(oneOf characters: String) -> String? {
    guard let byte = bytes.first, characters.utf8.contains(byte) else { return nil }
    bytes = bytes.dropFirst()
    return String(UnicodeScalar(byte))
  }
}

/// A day of the calendar, which need not exist.
public struct CalendarDate: Hashable, Sendable {
  public let year: Int
  /// From 1.
  public let month: Int
  /// From 1.
  public let day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that a text begins with (`2026-11-23`), whatever follows it; nil where it begins with none that exists.
  public init?(prefixOf text: some StringProtocol) {
    let parts = text.utf8.prefix(10).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    guard exists else { return nil }
  }

  public var exists: Bool { (1...12).contains(month) && day >= 1 && day <= Self.days(in: month, of: year) }

  /// Days of a month; of a leap year's February when the year is unknown.
  public static func days(in month: Int, of year: Int?) -> Int {
    switch month {
    case 2: year.map(isLeap) ?? true ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// In the Gregorian calendar, and every four years in the Julian one, which held until 1582.
  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (year < 1582 || !year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// From 1.
  public var dayOfYear: Int { (1..<month).reduce(day) { $0 + Self.days(in: $1, of: year) } }

  /// 1 for Monday to 7 for Sunday; by the Julian calendar before the night from 9 to 20 December 1582, when France
  /// changed over.
  public var weekday: Int { weekday(isJulian: self < CalendarDate(year: 1582, month: 12, day: 20)) }

  /// The same by the Gregorian calendar, however long ago: as programs count.
  public var gregorianWeekday: Int { weekday(isJulian: false) }

  private func weekday(isJulian: Bool) -> Int {
    let shifted = (14 - month) / 12
    let y = year + 4800 - shifted
    let m = month + 12 * shifted - 3
    let julian = day + (153 * m + 2) / 5 + 365 * y + y / 4
    let number = isJulian ? julian - 32083 : julian - y / 100 + y / 400 - 32045
    return number % 7 + 1
  }
}

extension CalendarDate: Comparable {
  public static func < (one: CalendarDate, other: CalendarDate) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }
}

// MARK: Texts

extension CalendarDate {
  /// As `2026-11-23`.
  public var standard: String { "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }

  /// As `1er novembre 2026`, with its no-break space, and `1 November 2026`. Of a day that exists.
  public var message: Message {
    let name = Self.months[month - 1]
    return Message(
      fr: "\(day == 1 ? "1er" : String(day))\u{A0}\(name.french) \(year)", en: "\(day) \(name.english) \(year)")
  }

  private static let months = [
    Message(fr: "janvier", en: "January"), Message(fr: "février", en: "February"), Message(fr: "mars", en: "March"),
    Message(fr: "avril", en: "April"), Message(fr: "mai", en: "May"), Message(fr: "juin", en: "June"),
    Message(fr: "juillet", en: "July"), Message(fr: "août", en: "August"), Message(fr: "septembre", en: "September"),
    Message(fr: "octobre", en: "October"), Message(fr: "novembre", en: "November"),
    Message(fr: "décembre", en: "December"),
  ]
}

extension Int {
  /// In decimal digits, with zeros before them up to a width.
  package func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}

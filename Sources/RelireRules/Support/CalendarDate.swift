/// A day of the calendar: what is needed to check a written date, without Foundation.
struct CalendarDate: Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// Days of a month; of a leap year's February when the year is unknown.
  static func days(in month: Int, of year: Int?) -> Int {
    switch month {
    case 2: year.map(isLeap) ?? true ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// In the Gregorian calendar, and every four years in the Julian one, which held until 1582.
  static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (year < 1582 || !year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// 1 for Monday to 7 for Sunday; by the Julian calendar before the night from 9 to 20 December 1582, when France
  /// changed over.
  var weekday: Int {
    let isJulian = (year, month, day) < (1582, 12, 20)
    let shifted = (14 - month) / 12
    let y = year + 4800 - shifted
    let m = month + 12 * shifted - 3
    let julian = day + (153 * m + 2) / 5 + 365 * y + y / 4
    let number = isJulian ? julian - 32083 : julian - y / 100 + y / 400 - 32045
    return number % 7 + 1
  }
}

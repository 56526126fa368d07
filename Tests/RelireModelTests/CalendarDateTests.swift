import RelireModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2026-11-23", "2026-11-23"), ("2026-11-23T09:30:00+11:00", "2026-11-23"), ("2024-02-29 x", "2024-02-29"),
    ("0001-01-01", "0001-01-01"),
  ]) func `a text may begin with a day`(text: String, day: String) {
    #expect(CalendarDate(prefixOf: text)?.standard == day)
  }

  @Test(arguments: [
    "", "2026-11-2", "----------", "2026111111", "2026-13-01", "2026-02-30", "2026-00-10", "2026-11-00", "+026-11-23",
    "26-11-2023", "２026-11-23",
  ]) func `other texts do not`(text: String) {
    #expect(CalendarDate(prefixOf: text) == nil)
  }

  @Test func `days are in order`() {
    let days = ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].compactMap { CalendarDate(prefixOf: $0) }
    #expect(days.reversed().sorted() == days)
  }

  @Test func `days of the year and of the week`() {
    #expect(CalendarDate(year: 2024, month: 12, day: 31).dayOfYear == 366)
    #expect(CalendarDate(year: 2026, month: 1, day: 1).dayOfYear == 1)
    #expect(CalendarDate(year: 2026, month: 11, day: 23).weekday == 1)
    #expect(CalendarDate(year: 1515, month: 9, day: 13).weekday == 4)
    // As Go counts.
    #expect(CalendarDate(year: 1, month: 1, day: 1).gregorianWeekday == 1)
  }

  @Test func `a day is told in both languages`() {
    let message = CalendarDate(year: 2026, month: 11, day: 1).message
    #expect(message == Message(fr: "1er\u{A0}novembre 2026", en: "1 November 2026"))
    #expect(CalendarDate(year: 2026, month: 8, day: 2).message.french == "2\u{A0}août 2026")
  }
}

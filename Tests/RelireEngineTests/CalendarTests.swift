import Testing

@testable import RelireEngine

@Suite struct CalendarTests {
  @Test(arguments: [
    (0, "1970-01-01"), (951_782_400, "2000-02-29"), (1_732_060_799, "2024-11-19"), (1_732_060_800, "2024-11-20"),
    (4_102_444_799, "2099-12-31"), (-1, "1969-12-31"),
  ])
  func daysFollowTheGregorianCalendar(seconds: Int, day: String) {
    #expect(Calendar.day(secondsSince1970: seconds).standard == day)
  }
}

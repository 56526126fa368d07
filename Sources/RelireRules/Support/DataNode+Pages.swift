import RelireDocuments
import RelireModel
import RelireSite

extension DataNode {
  /// Whether the front matter says that Hugo makes no page of the file, or a page that is not meant to be read:
  /// headless, never rendered, a redirection.
  var isNotAPage: Bool {
    isNeverRendered || self["redirect"]?.string != nil || self["redirect_to"]?.string != nil
  }

  /// The day of a date, whatever its time; nil for what is no date.
  var day: CalendarDate? {
    switch value {
    case .date(let date): CalendarDate(prefixOf: date)
    case .string(let string): CalendarDate(prefixOf: string.text)
    default: nil
    }
  }
}

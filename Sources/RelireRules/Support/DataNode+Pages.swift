import RelireDocuments

extension DataNode {
  /// Whether the front matter says that Hugo makes no page of the file, or a page that is not meant to be read:
  /// headless, never rendered, a redirection.
  var isNotAPage: Bool {
    if self["headless"]?.bool == true { return true }
    if self["redirect"]?.string != nil || self["redirect_to"]?.string != nil { return true }
    let build = self["build"] ?? self["_build"]
    return build?["render"]?.string == "never" || build?["render"]?.bool == false
  }

  /// The day of a date, as `2026-11-23`: such texts are in order when their days are. Nil for what is no date.
  var day: String? {
    let text: String
    switch value {
    case .date(let date): text = date
    case .string(let string): text = string.text
    default: return nil
    }
    let day = text.prefix(10)
    guard day.utf8.count == 10, day.utf8.allSatisfy({ $0 == 0x2D || $0 &- 0x30 < 10 }) else { return nil }
    return String(day)
  }
}

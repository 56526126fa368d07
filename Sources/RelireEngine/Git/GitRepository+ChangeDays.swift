import RelireModel

extension GitRepository {
  /// When files were last changed: the day of each one below a folder, by its path from there.
  static func changeDays(below folder: String) throws(Failure) -> [String: CalendarDate] {
    let output = try git([
      "-C", folder, "log", "-z", "--format=%x01%cs", "--name-only", "--relative", "--no-renames", "--", ".",
    ])
    var days: [String: CalendarDate] = [:]
    var day: CalendarDate?
    for record in output.split(separator: 0) {
      if record.first == 1 {
        day = CalendarDate(prefixOf: String(decoding: record.dropFirst(), as: UTF8.self))
      } else {
        // A line feed parts the day from the paths.
        let path = String(decoding: record.first == 0x0A ? record.dropFirst() : record, as: UTF8.self)
        // The newest change comes first.
        if days[path] == nil { days[path] = day }
      }
    }
    return days
  }
}

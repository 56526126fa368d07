/// The kinds of files that people download, by extension.
struct DownloadFormat: Sendable {
  /// As a link announces it.
  let name: String
  /// Other words that announce it, folded.
  let synonyms: [String]

  /// The format of an address's file; nil for pages, images and what browsers show.
  static func of(_ address: String) -> (format: DownloadFormat, stem: Substring)? {
    let bytes = address.utf8
    // Most addresses end otherwise.
    let path = bytes.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") })
      ? Substring(bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }) : address[...]
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let length = path.utf8.distance(from: dot, to: path.utf8.endIndex) - 1
    guard (2...7).contains(length) else { return nil }
    guard let format = table[path[path.utf8.index(after: dot)...].lowercased()] else { return nil }
    let name = path[..<dot]
    return (format, name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name[name.utf8.index(after: $0)...] } ?? name)
  }

  private static let table: [String: DownloadFormat] = {
    let rows: [(extensions: String, name: String, synonyms: String)] = [
      ("pdf", "PDF", ""), ("odt", "ODT", "opendocument libreoffice"), ("ods", "ODS", "opendocument libreoffice tableur"),
      ("odp", "ODP", "opendocument libreoffice"), ("doc", "DOC", "word"), ("docx", "DOCX", "word doc"),
      ("xls", "XLS", "excel tableur"), ("xlsx", "XLSX", "excel tableur xls"), ("ppt", "PPT", "powerpoint"),
      ("pptx", "PPTX", "powerpoint ppt"), ("rtf", "RTF", ""), ("csv", "CSV", "tableur"), ("tsv", "TSV", ""),
      ("zip", "ZIP", "archive"), ("7z", "7Z", "archive"), ("rar", "RAR", "archive"), ("gz", "GZ", "archive gzip"),
      ("epub", "EPUB", ""), ("geojson", "GeoJSON", "json"), ("gpkg", "GeoPackage", ""), ("kml", "KML", ""),
      ("kmz", "KMZ", ""), ("shp", "SHP", "shapefile"), ("ics", "ICS", "agenda icalendar calendrier"),
    ]
    var table: [String: DownloadFormat] = [:]
    for row in rows {
      let words = [row.extensions] + row.synonyms.split(separator: " ").map(String.init) + [row.name.lowercased()]
      for ending in row.extensions.split(separator: " ") {
        table[String(ending)] = DownloadFormat(name: row.name, synonyms: words)
      }
    }
    return table
  }()
}

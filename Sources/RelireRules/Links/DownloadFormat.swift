import RelireModel

/// The kinds of files that people download, by extension.
struct DownloadFormat: Sendable {
  /// As a link announces it.
  let name: String
  /// Other words that announce it, folded.
  let synonyms: [String]

  /// The format of an address's file; nil for pages, images and what browsers show.
  static func of(_ address: String) -> (format: DownloadFormat, stem: Substring)? {
    guard let dot = dot(beforeExtensionOf: address.utf8.span) else { return nil }
    let utf8 = address.utf8
    let name = address[..<utf8.index(utf8.startIndex, offsetBy: dot)]
    let ending = address[utf8.index(after: name.endIndex)...].utf8.prefix {
      $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    guard let format = table[Substring(ending).lowercased()] else { return nil }
    return (format, name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name[name.utf8.index(after: $0)...] } ?? name)
  }

  /// Whether an address ends in an extension that is in the table.
  static func isOfFile(_ address: Span<UInt8>) -> Bool { dot(beforeExtensionOf: address) != nil }

  /// The offset of the dot before an extension that is in the table: most addresses end otherwise, and no string is
  /// made of them.
  private static func dot(beforeExtensionOf address: Span<UInt8>) -> Int? {
    let end = endOfPath(address)
    var key = Key()
    var dot = end - 1
    while dot >= 0, address[dot] != UInt8(ascii: ".") {
      guard key.prepend(address[dot]) else { return nil }
      dot -= 1
    }
    return dot >= 0 && keys.contains(key) ? dot : nil
  }

  /// Where a query or a fragment begins, or the address ends.
  private static func endOfPath(_ address: Span<UInt8>) -> Int {
    // Nearly no address has any.
    let marks = BytePair(UInt8(ascii: "?"), UInt8(ascii: "#"))
    guard address.withUnsafeBufferPointer({ marks.isIn($0) }) else { return address.count }
    for offset in address.indices where address[offset] == UInt8(ascii: "?") || address[offset] == UInt8(ascii: "#") {
      return offset
    }
    return address.count
  }

  /// An extension in lower case, its bytes in one number.
  private struct Key: Equatable, Sendable {
    private var bytes: UInt64 = 0
    private var count: UInt64 = 0

    /// Whether there is room for the byte before the others.
    mutating func prepend(_ byte: UInt8) -> Bool {
      guard count < 7, byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 else { return false }
      bytes |= UInt64(byte | 0x20) << (8 * count)
      count += 1
      return true
    }
  }

  private static let keys: [Key] = table.keys.map { ending in
    var key = Key()
    for byte in ending.utf8.reversed() { _ = key.prepend(byte) }
    return key
  }

  private static let table: [String: DownloadFormat] = {
    let rows: [(extensions: String, name: String, synonyms: String)] = [
      ("pdf", "PDF", ""), ("odt", "ODT", "opendocument libreoffice"),
      ("ods", "ODS", "opendocument libreoffice tableur"),
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

import RelireDocuments
import RelireModel
import RelireSite

/// The texts that templates take from the site's configuration, its translations and its data. Read once, when a fault
/// asks.
struct SiteTexts: Sendable {
  struct File: Sendable {
    /// Relative to the site's root.
    let path: String
    let source: SourceText
  }

  struct Place: Sendable {
    let file: File
    let range: SourceRange
  }

  private var files: [File] = []
  private var texts: [(file: Int, text: DataText)] = []
  /// The numbers of texts by the letters that they begin with, four at most.
  private var byStart: [ArraySlice<UInt8>: [Int]] = [:]

  private static let maximumCount = 20_000
  private static let maximumSize = 1_000_000

  init(_ site: Site) {
    for path in site.configuration?.files ?? [] { add(path, site) }
    for component in [Mount.Component.i18n, .data] {
      for folder in site.folders(of: component) {
        var pending = [folder]
        while let path = pending.popLast(), texts.count < Self.maximumCount {
          if let entries = FileTree.disk.entries(Path.join(site.root, path)) {
            pending += entries.reversed().map { Path.join(path, $0.name) }
          } else {
            add(path, site)
          }
        }
      }
    }
  }

  private mutating func add(_ path: String, _ site: Site) {
    guard let format = FrontMatter.Format(fileExtension: Path.fileExtension(path)),
      let bytes = FileTree.disk.read(Path.join(site.root, path)), bytes.count < Self.maximumSize
    else { return }
    let source = SourceDecoder.decode(bytes, format: .text)
    let range = SourceRange(source.contentStart, source.bytes.count)
    guard let root = try? DataReader.read(source.bytes, range: range, format: format) else { return }
    files.append(File(path: path, source: source))
    for text in DataText.all(in: root) {
      byStart[text.letters.bytes.prefix(4), default: []].append(texts.count)
      texts.append((files.count - 1, text))
    }
  }

  /// Where the site has the text that a fault is in; the longest one where several are shown together.
  ///
  /// - Parameter shortest: how many letters a text has at least that stands among others.
  func place(of spot: TextSpot, shortest: Int) -> Place? {
    var found: (length: Int, place: Place)?
    let letters = spot.letters.bytes
    for start in 0...(spot.isWhole ? 0 : min(spot.before, letters.count - 1)) {
      for length in 1...4 where start + length <= letters.count {
        for number in byStart[letters[start..<(start + length)]] ?? [] {
          let (file, text) = texts[number]
          guard text.letters.bytes.count > found?.length ?? 0, let range = text.place(of: spot, shortest: shortest)
          else { continue }
          found = (text.letters.bytes.count, Place(file: files[file], range: range))
        }
      }
    }
    return found?.place
  }

  /// Whether a text of the site is, letter by letter, a given one.
  func holds(_ letters: LetterText) -> Bool {
    (byStart[letters.bytes.prefix(4)] ?? []).contains { texts[$0].text.letters.bytes == letters.bytes }
  }
}

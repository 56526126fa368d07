import RelireDocuments
import RelireModel
import RelireSite

/// The pages of a run, each source together with the pages generated from it: what both say is then told once, while
/// both are at hand.
struct WorkPlan: Sendable {
  struct Unit: Sendable {
    /// The number of the source page in the run.
    var source: Int?
    /// A source page that the run does not ask about: read for its places only.
    var unasked: PageInput?
    /// The numbers of its generated pages, or of a generated page without a source.
    var generated: [Int] = []
  }

  /// In the order of their first pages.
  let units: [Unit]
  /// Whether the sources of generated pages are known.
  let knowsSources: Bool
  /// Whether generated pages are attributed at all.
  let hasGenerated: Bool
  /// Whether the pages' texts stay in memory until the site rules have spoken: they are then not read a second time.
  let keepsSources: Bool

  /// How many bytes of pages are kept at most.
  private static let roomForSources = 4_000_000

  /// - Parameter site: nil where generated pages stand for themselves.
  init(_ pages: [PageInput], _ site: SiteContext?) {
    let workingDirectory = FileSystem.workingDirectory
    keepsSources = pages.reduce(0) { $0 + $1.size } <= Self.roomForSources
    guard let site, let published = site.publishedFolder else {
      units = pages.indices.map { Unit(source: $0) }
      knowsSources = false
      hasGenerated = false
      return
    }
    func absolute(_ page: PageInput) -> String { Path.absolute(page.path, in: workingDirectory) }
    let isGenerated = pages.map { $0.format == .html && Path.relative(absolute($0), to: published) != nil }
    let count = isGenerated.reduce(0) { $0 + ($1 ? 1 : 0) }
    // One generated page by itself is not worth reading the front matter of a whole site.
    guard count > 1 || (count == 1 && pages.count > 1) else {
      units = pages.indices.map { Unit(source: $0) }
      knowsSources = false
      hasGenerated = false
      return
    }
    let sources = Self.sources(
      of: pages.indices.lazy.filter { isGenerated[$0] }.compactMap {
        Path.relative(absolute(pages[$0]), to: site.root)
      },
      site)
    var unitOfSource: [String: Int] = [:]
    var units: [Unit] = []
    units.reserveCapacity(pages.count)
    for index in pages.indices where !isGenerated[index] {
      if let path = Path.relative(absolute(pages[index]), to: site.root) { unitOfSource[path] = units.count }
      units.append(Unit(source: index))
    }
    for index in pages.indices where isGenerated[index] {
      guard let path = Path.relative(absolute(pages[index]), to: site.root), let source = sources[path] else {
        units.append(Unit(generated: [index]))
        continue
      }
      if let unit = unitOfSource[source] {
        units[unit].generated.append(index)
      } else {
        let path = Path.join(site.root, source)
        unitOfSource[source] = units.count
        units.append(
          Unit(unasked: PageInput(path: Path.relative(path, to: workingDirectory) ?? path), generated: [index]))
      }
    }
    self.units = units
    knowsSources = !sources.isEmpty
    hasGenerated = true
  }

  /// Units whose pages are checked together, each by its number: rules look at many pages sooner than at one (see
  /// `RuleRunner.check`), and so do readers.
  func batches(of pages: [PageInput], threads: Int) -> [[Int]] {
    batches(of: Array(units.indices), pages, threads: threads)
  }

  /// Where several threads share them, the batches become smaller towards the end, and the largest pages come first
  /// among a few, lest one thread is left with much when the others are done.
  ///
  /// - Parameter numbers: of the units to check.
  func batches(of numbers: [Int], _ pages: [PageInput], threads: Int) -> [[Int]] {
    let sizes = numbers.map { number in
      let unit = units[number]
      // What is not known of a page counts as a small one.
      return max(1_000, (unit.source.map { pages[$0].size } ?? 0) + unit.generated.reduce(0) { $0 + pages[$1].size })
    }
    var order = Array(numbers.indices)
    if threads > 1, order.count <= 1_000 { order.sort { (sizes[$1], $0) < (sizes[$0], $1) } }
    var batches: [[Int]] = []
    var rest = sizes.reduce(0, +)
    var room = 0
    for place in order {
      if let last = batches.last, last.count < Self.unitsTogether, sizes[place] <= room {
        batches[batches.count - 1].append(numbers[place])
      } else {
        batches.append([numbers[place]])
        room = threads > 1 ? min(Self.bytesTogether, rest / (2 * threads)) : Self.bytesTogether
      }
      room -= sizes[place]
      rest -= sizes[place]
    }
    return batches
  }

  private static let unitsTogether = 16
  /// A page that has more is checked by itself.
  private static let bytesTogether = 256_000

  /// The source of each generated page, where it has one. All paths are relative to the site's root.
  private static func sources(of generated: some Sequence<String>, _ site: SiteContext) -> [String: String] {
    let byPath = site.index.sourcesOfPublishedPages()
    guard site.site.generator != nil else { return byPath }
    let generated = Array(generated)
    let placed = Set(generated.compactMap { byPath[$0] })
    var unplaced: [String] = []
    site.index.forEachPage { path, _ in if !placed.contains(path) { unplaced.append(path) } }
    let byText = TextPairs(sources: unplaced, generated: generated.filter { byPath[$0] == nil }) { path in
      let path = Path.join(site.root, path)
      guard let format = PageInput(path: path)?.format, let bytes = try? FileSystem.read(path).bytes else { return nil }
      return DocumentReader.read(SourceDecoder.decode(bytes, format: format), format: format)
    }
    return byPath.merging(byText.sources) { first, _ in first }
  }
}

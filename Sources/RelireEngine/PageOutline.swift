import RelireDocuments
import RelireModel
import RelireRules

/// The outline of one page as assistive technology sees it, with what is wrong with each heading.
public struct PageOutline: Sendable {
  public struct Entry: Sendable {
    /// From 1.
    public let level: Int
    /// Empty when the heading says nothing.
    public let text: String
    public let position: Position
    /// Whether it is the front matter's title, which the site draws above the page's own headings.
    public let isTitle: Bool
    public let faults: [Diagnostic]
  }

  public let path: String
  public let entries: [Entry]
  /// What is wrong with the outline as a whole.
  public let faults: [Diagnostic]
}

extension Linter {
  /// The outline of a page that lies on disk; nil when it is of no format that is read.
  public func outline(of path: String) throws(FileError) -> PageOutline? {
    guard let input = PageInput(path: path) else { return nil }
    let document = read(input, try FileSystem.read(path).bytes)
    let own = page(of: input, document)
    let checked = check(input, document)
    var judge = SiteJudge(site: site?.index)
    judge.add(checked.evidence, page: 0, path: path)
    let found = judge.judge().findings(on: 0)
    let ofSite = FindingOrder(
      found.entries[...], found.rules, own.profile.verdicts(on: found.rules), isLenient: checked.isLenient)
    let findings = (checked.findings + ofSite.judged).filter { $0.rule.family == "headings" }

    let lines = LineIndex(document.source.bytes, contentStart: document.source.contentStart)
    var rest = findings
    let entries = own.page.outline.headings.map { heading in
      let range = heading.extent(in: document)
      let mine = rest.filter { range.touches($0.finding.range) }
      rest.removeAll { range.touches($0.finding.range) }
      return PageOutline.Entry(
        level: heading.level, text: heading.name(on: own.page), position: lines.position(at: range.start),
        isTitle: heading.node == nil, faults: Array(mine.located(in: document.source, path: path)))
    }
    return PageOutline(path: path, entries: entries, faults: Array(rest.located(in: document.source, path: path)))
  }
}

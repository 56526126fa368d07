import RelireModel

/// Faults that were there when relire came to a site: known, and no longer told.
public struct Baseline: Sendable {
  public static let fileName = ".relire-baseline"

  var entries: Set<BaselineEntry>
  /// The folder of the file, absolute: where its paths start from.
  private let root: String
  private let workingDirectory = FileSystem.workingDirectory

  /// Everything that a run tells, information apart.
  public init(_ result: RunResult, root: String) {
    self.root = Path.absolute(root, in: workingDirectory)
    entries = []
    entries = Set(entries(of: result.diagnostics).compactMap { $0.severity == .info ? nil : $0.entry })
  }

  /// The baseline in a folder; nil when there is none.
  public init?(in root: String) throws(FileError) {
    let path = Path.join(root, Self.fileName)
    guard FileSystem.exists(path) else { return nil }
    let text = String(decoding: try FileSystem.read(path).bytes, as: UTF8.self)
    self.root = Path.absolute(root, in: workingDirectory)
    entries = Set(
      text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.compactMap { BaselineEntry(line: $0) })
  }

  public var count: Int { entries.count }

  // MARK: Use

  /// The run without what is known.
  public func filter(_ result: RunResult) -> RunResult {
    if entries.isEmpty { return result }
    let known = Set(
      entries(of: result.diagnostics).enumerated().lazy.filter { entries.contains($0.element.entry) }
        .map(\.offset))
    var index = -1
    return result.filter { _ in
      index += 1
      return !known.contains(index)
    }
  }

  /// Without the entries that a run over their pages no longer finds.
  public func without(correctedIn result: RunResult) -> Baseline {
    let found = Set(entries(of: result.diagnostics).map(\.entry))
    // A page that was not read this time says nothing; one that is gone has no faults.
    let read = Set(result.files.map { pathFromRoot($0) })
    var copy = self
    copy.entries = entries.filter { entry in
      found.contains(entry) || (!read.contains(entry.path) && FileSystem.exists(Path.join(root, entry.path)))
    }
    return copy
  }

  /// In the order of the diagnostics.
  private func entries(of diagnostics: [Diagnostic]) -> [(entry: BaselineEntry, severity: Severity)] {
    var counts: [BaselineEntry: Int] = [:]
    return diagnostics.map { diagnostic in
      let first = BaselineEntry(
        path: pathFromRoot(diagnostic.path), rule: diagnostic.rule, hash: BaselineEntry.hash(diagnostic), ordinal: 1)
      let ordinal = counts[first, default: 0] + 1
      counts[first] = ordinal
      let entry = BaselineEntry(path: first.path, rule: first.rule, hash: first.hash, ordinal: ordinal)
      return (entry, diagnostic.severity)
    }
  }

  private func pathFromRoot(_ path: String) -> String {
    Path.relative(Path.absolute(path, in: workingDirectory), to: root) ?? path
  }

  // MARK: Writing

  /// One line an entry, sorted, so that Git merges two of them without conflict wherever it can.
  public var text: String {
    let heading = """
      # Fautes connues de relire, qui ne sont plus signalées. / Faults known to relire, no longer reported.
      # relire baseline update

      """
    return heading + entries.map(\.line).sorted().map { $0 + "\n" }.joined()
  }

  public func write() throws(FileError) {
    try FileSystem.write(Path.join(root, Self.fileName), Array(text.utf8))
  }
}

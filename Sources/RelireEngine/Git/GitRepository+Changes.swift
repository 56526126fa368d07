import RelireModel

extension GitRepository {
  /// A file as it stands in the index. Its working copy may be another.
  public struct StagedFile: Sendable, Hashable {
    /// Relative to the repository's root.
    public let path: String
    public let mode: String
    /// The id of its contents.
    public let object: String
    /// That of its contents before the change; nil for a new file.
    let former: String?
  }

  /// The files that the next commit adds or changes; deleted ones, symbolic links and submodules left out. In a merge,
  /// what comes unchanged from either side is nobody's work here and is left out too.
  func stagedFiles() throws(Failure) -> [StagedFile] {
    let staged = try Self.files(git(Self.diff + ["--cached", "--raw"]))
    guard FileSystem.exists(try gitPath("MERGE_HEAD")) else { return staged }
    let others = Set(try Self.files(git(Self.diff + ["--cached", "--raw", "MERGE_HEAD"])).map(\.path))
    return staged.filter { others.contains($0.path) }
  }

  /// A file that a change touched.
  struct ChangedFile: Sendable {
    /// Relative to the repository's root.
    let path: String
    /// The id of its contents before; nil for a new one.
    let former: String?
  }

  /// The files that differ from where `revision` and HEAD parted, new ones included.
  func filesChanged(since revision: String) throws(Failure) -> [ChangedFile] {
    let base = try mergeBase(revision)
    let changed = try Self.files(git(Self.diff + ["--raw", base]))
    let untracked = try Self.records(git(["ls-files", "--others", "--exclude-standard", "-z"]))
    return changed.map { ChangedFile(path: $0.path, former: $0.former) }
      + untracked.map { ChangedFile(path: $0, former: nil) }
  }

  /// The lines that the change touched, by path from the root.
  func linesChanged(since revision: String) throws(Failure) -> [String: LineSet] {
    var lines = try LineSet.read(patch: git(Self.patch + [mergeBase(revision)]))
    for path in try Self.records(git(["ls-files", "--others", "--exclude-standard", "-z"])) { lines[path] = .all }
    return lines
  }

  func stagedLines() throws(Failure) -> [String: LineSet] {
    try LineSet.read(patch: git(Self.patch + ["--cached"]))
  }

  /// The contents of objects, in their order.
  func contents(of objects: [String]) throws(Failure) -> [[UInt8]] {
    let output = try git(["cat-file", "--batch"], input: Array(objects.map { $0 + "\n" }.joined().utf8))
    var contents: [[UInt8]] = []
    var position = 0
    // `<id> blob <size>`, a line feed, the contents, a line feed.
    while let end = output[position...].firstIndex(of: 0x0A) {
      let header = String(decoding: output[position..<end], as: UTF8.self).split(separator: " ")
      guard header.count == 3, let size = Int(header[2]), end + 1 + size <= output.count else {
        throw .command("cat-file", output: header.joined(separator: " "))
      }
      contents.append(Array(output[(end + 1)..<(end + 1 + size)]))
      position = min(end + size + 2, output.count)
    }
    guard contents.count == objects.count else { throw .command("cat-file", output: "") }
    return contents
  }

  /// The path of something in the repository's own folder.
  func gitPath(_ name: String) throws(Failure) -> String {
    guard let path = Self.line(try git(["rev-parse", "--git-path", name])) else { throw .noRepository }
    return path.hasPrefix("/") ? path : Path.join(root, path)
  }

  private func mergeBase(_ revision: String) throws(Failure) -> String {
    // A revision must not be taken for an option.
    guard !revision.hasPrefix("-") else { throw .unknownRevision(revision, isShallow: false) }
    if let base = Self.line((try? git(["merge-base", revision, "HEAD"])) ?? []) { return base }
    let isShallow = Self.line(try git(["rev-parse", "--is-shallow-repository"])) == "true"
    let isKnown = (try? git(["rev-parse", "--verify", "--quiet", revision + "^{commit}"])) != nil
    throw isKnown
      ? .noCommonHistory(revision, isShallow: isShallow) : .unknownRevision(revision, isShallow: isShallow)
  }

  // MARK: Output

  private static let diff = [
    "diff", "-z", "--no-abbrev", "--find-renames", "--diff-filter=ACMRT", "--ignore-submodules", "--no-ext-diff",
  ]

  private static let patch = [
    "diff", "--unified=0", "--no-color", "--find-renames", "--diff-filter=ACMRT", "--ignore-submodules",
    "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/",
  ]

  /// `:old-mode new-mode old-id new-id status`, then one path, or two of which the second is the new one.
  private static func files(_ output: [UInt8]) -> [StagedFile] {
    var records = output.split(separator: 0, omittingEmptySubsequences: false)[...]
    var files: [StagedFile] = []
    while let header = records.popFirst(), header.first == 0x3A {
      let fields = String(decoding: header.dropFirst(), as: UTF8.self).split(separator: " ")
      guard fields.count == 5, var path = records.popFirst() else { break }
      if fields[4].hasPrefix("R") || fields[4].hasPrefix("C"), let target = records.popFirst() { path = target }
      // A regular file with a name that is text: a name that is not could not be given back to Git as it was.
      guard fields[1].hasPrefix("100"), let name = String(validating: path, as: UTF8.self) else { continue }
      let isNew = fields[2].allSatisfy { $0 == "0" }
      files.append(
        StagedFile(
          path: name, mode: String(fields[1]), object: String(fields[3]), former: isNew ? nil : String(fields[2])))
    }
    return files
  }
}

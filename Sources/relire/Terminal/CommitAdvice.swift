import RelireEngine
import RelireModel
import RelireReporters

/// What somebody who is no programmer reads below the faults when a commit was refused: what to type to have them
/// corrected, how to take the commit up again, how to commit all the same.
struct CommitAdvice {
  private enum Commit {
    /// What was to be committed is in the index.
    case ofIndex
    /// `git commit -a`, `git commit PAGE`: Git puts the pages into an index for this commit alone. Once it is
    /// refused, nothing of it is left.
    case ofWorkingCopies
    /// pre-commit was called by hand, or in CI.
    case none
  }

  private let commit: Commit
  /// Where Git was called, from the root of the repository, with a slash at the end; empty for the root.
  private let folder: String
  private let wording = Wording(InterfaceLanguage.current)

  /// Git tells its hooks where it was called (GIT_PREFIX), and by another name than `index` that the index is one
  /// for this commit alone.
  ///
  /// - Parameter hasPaths: whether the pages were named, as pre-commit does, and not found in the index.
  init(hasPaths: Bool) {
    switch environment("GIT_INDEX_FILE").map({ Path.name($0) }) {
    case "index": commit = .ofIndex
    case nil: commit = hasPaths ? .none : .ofIndex
    default: commit = .ofWorkingCopies
    }
    folder = environment("GIT_PREFIX") ?? ""
  }

  // MARK: Faults

  /// - Parameter result: what holds the commit up.
  func text(_ result: RunResult) -> String {
    let count = result.diagnostics.count
    let safe = result.count(fixable: .safe)
    let unsafe = result.count(fixable: .unsafe)
    var lines = [heading(count, result.faultyFileCount), ""]
    if safe > 0 {
      lines += [
        wording(
          fr: safe == 1
            ? "Pour corriger celle qui peut l’être sans vous\u{A0}:"
            : "Pour corriger les \(wording.number(safe)) qui peuvent l’être sans vous\u{A0}:",
          en: safe == 1
            ? "To have the one corrected that needs no author:"
            : "To have the \(wording.number(safe)) corrected that need no author:"),
        "    \(relire) fix" + arguments(of: result, .safe),
      ]
    }
    if unsafe > 0 {
      lines += [
        wording(
          fr: "Pour corriger aussi des lettres, et relire ensuite\u{A0}:",
          en: "To have letters corrected too, and read it over then:"),
        "    \(relire) fix --unsafe" + arguments(of: result, .unsafe),
      ]
    }
    let others = count - safe - unsafe
    if others > 0 {
      let edit = wording(fr: "modifiez la page à l’endroit indiqué.", en: "edit the page at the place shown.")
      switch (others, safe + unsafe) {
      case (_, 0): lines.append(edit.capitalisedFirst)
      case (1, _): lines.append(wording(fr: "Pour l’autre, ", en: "For the other one, ") + edit)
      default: lines.append(wording(fr: "Pour les autres, ", en: "For the others, ") + edit)
      }
    }
    let pages = pages(of: result) { $0 == nil || $0 == .suggestion }
    lines += resumption(adding: pages.isEmpty ? nil : words(pages, orElse: "-u"))
    return lines.map { $0 + "\n" }.joined()
  }

  private func heading(_ count: Int, _ pageCount: Int) -> String {
    let faults = wording.count(count, fr: ("faute", "fautes"), en: ("fault", "faults"))
    let pages = wording.count(pageCount, fr: ("page", "pages"), en: ("page", "pages"))
    if commit == .none { return wording(fr: "\(faults) dans \(pages).", en: "\(faults) in \(pages).") }
    return wording(
      fr: "Le commit est suspendu\u{A0}: \(faults) dans \(pages). Rien n’est perdu.",
      en: "The commit is held up: \(faults) in \(pages). Nothing is lost.")
  }

  // MARK: Corrections

  /// - Parameter pages: those that were corrected, but not in the commit.
  func text(correctedPages pages: [String]) -> String {
    resumption(adding: words(pages, orElse: "-u")).map { $0 + "\n" }.joined()
  }

  // MARK: Words

  /// How to go on once the pages are right.
  ///
  /// - Parameter page: what has to be added to the index before.
  private func resumption(adding page: String?) -> [String] {
    var lines: [String]
    switch commit {
    case .none: return []
    case .ofWorkingCopies:
      lines = [
        wording(
          fr: "Reprenez ensuite le commit, par la même commande.",
          en: "Then commit again, by the same command."),
        wording(
          fr: "Pour valider malgré tout, ajoutez-lui «\u{A0}--no-verify\u{A0}».",
          en: "To commit all the same, add “--no-verify” to it."),
      ]
    case .ofIndex:
      lines = [
        page == nil
          ? wording(fr: "Reprenez ensuite le commit\u{A0}:", en: "Then commit again:")
          : wording(
            fr: "Ajoutez ensuite ce qui a changé et reprenez le commit\u{A0}:",
            en: "Then add what changed and commit again:")
      ]
      if let page { lines.append("    git add \(page)") }
      lines += [
        "    git commit", wording(fr: "Pour valider malgré tout\u{A0}:", en: "To commit all the same:"),
        "    git commit --no-verify",
      ]
    }
    return lines
  }

  private var relire: String { ShellWord.quoted(Program.word) }

  /// What to correct: what is staged, or else the pages by name.
  private func arguments(of result: RunResult, _ safety: FixSafety) -> String {
    if commit == .ofIndex { return " --staged" }
    let words = words(pages(of: result) { $0 == safety }, orElse: "")
    return words.isEmpty ? "" : " " + words
  }

  /// The pages with a fault whose fix, if there is one, is such a one.
  private func pages(of result: RunResult, where isSuch: (FixSafety?) -> Bool) -> [String] {
    var pages: [String] = []
    for diagnostic in result.diagnostics where isSuch(diagnostic.fixSafety) && pages.last != diagnostic.path {
      pages.append(diagnostic.path)
    }
    return pages
  }

  /// The pages as they are seen from where Git was called; `many` for more than anybody copies.
  private func words(_ pages: [String], orElse many: String) -> String {
    guard pages.count <= 10 else { return many }
    let up = String(repeating: "../", count: folder.utf8.count { $0 == 0x2F })
    return ShellWord.joined(
      pages.map { page in
        if page.hasPrefix("/") || folder.isEmpty { return page }
        return page.hasPrefix(folder) ? String(page.dropFirst(folder.count)) : up + page
      })
  }
}

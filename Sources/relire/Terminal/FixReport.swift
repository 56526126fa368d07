import RelireEngine
import RelireModel
import RelireReporters

/// What is said of a correction: the pages that changed on standard output, what went wrong on standard error.
struct FixReport {
  let outcome: Fixer.SiteOutcome

  static let incomplete = CommandFailure(
    fr: "la correction est incomplète, des fichiers n’ont pas pu être lus ou écrits.",
    en: "the correction is incomplete, some files could not be read or written.")

  /// One line for each page that changed.
  var list: String {
    outcome.pages.filter(\.isChanged).map { page in
      "\(SafeText.neutralised(page.path))\(text(fr: "\u{A0}: ", en: ": "))\(Self.fixes(page.applied.count))\n"
    }.joined()
  }

  var fixes: String { Self.fixes(outcome.appliedFixCount) }

  var pages: String { Wording(InterfaceLanguage.current).files(outcome.changedPageCount) }

  /// What became of the anchors of headings; empty when none changed.
  var anchors: String {
    let kept = outcome.pages.reduce(0) { $0 + $1.keptAnchorCount }
    let changed = outcome.pages.reduce(0) { $0 + $1.changedAnchorCount }
    var lines = ""
    if kept > 0 {
      lines += text(
        fr: "Ancres de titres visées par des liens, gardées par {#…}\u{A0}: \(kept).\n",
        en: "Anchors of headings that links aim at, kept by {#…}: \(kept).\n")
    }
    if changed > 0 {
      lines += text(
        fr: "Ancres de titres qui changent, sans lien dans le site\u{A0}: \(changed) "
          + "(relire check --since HEAD les montre).\n",
        en: "Anchors of headings that change, without a link in the site: \(changed) "
          + "(relire check --since HEAD shows them).\n")
    }
    return lines
  }

  static func fixes(_ count: Int) -> String {
    Wording(InterfaceLanguage.current).count(count, fr: ("correction", "corrections"), en: ("fix", "fixes"))
  }

  func writeTroubles() {
    for failure in outcome.missed { StandardError.write(failure.message, of: failure.path) }
    for page in outcome.pages {
      for refusal in page.refusals { StandardError.write(refusal.message[InterfaceLanguage.current] + "\n") }
      if let failure = page.failure { StandardError.write(failure.message, of: page.path) }
      if page.isForeign {
        StandardError.write(
          Message(
            fr: "La page n’est pas enregistrée en UTF-8, et reste telle quelle\u{A0}: enregistrez-la ainsi d’abord.",
            en: "The page is not saved as UTF-8, and stays as it is: save it that way first."), of: page.path)
      }
    }
  }
}

extension StandardError {
  /// What is to be said of one file.
  static func write(_ message: Message, of path: String) {
    let colon = text(fr: "\u{A0}: ", en: ": ")
    write(SafeText.neutralised(path) + colon + message[InterfaceLanguage.current] + "\n")
  }
}

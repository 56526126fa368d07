import RelireModel
import RelireSite
import Synchronization

/// Faults of templates, each once with the number of its pages. Filled by all threads, the same whatever their order.
final class TemplateFaults: Sendable {
  struct Fault: Sendable {
    let signature: TemplateSignature
    let finding: JudgedFinding
    /// For faults of texts: see `Attribution.textKeys`.
    var textKeys: [UInt64] = []
    /// The template, where it is known.
    var file: String?
    /// Where the text is written, when that is a file of the site: the finding is about it.
    var place: SiteTexts.Place?
    var repeated: RepeatedText?
  }

  /// A text of unknown origin: of another page's front matter, or computed.
  struct RepeatedText: Codable, Sendable {
    let spot: TextSpot
    /// The signature of the element that shows it, whatever it says.
    let element: UInt64
  }

  struct Entry: Codable, Sendable {
    var pages: Int
    /// The lowest page that shows it, and what is to be said there.
    var page: Int
    var diagnostics: [Diagnostic]
    var marks: [String]
    var textKeys: [UInt64]
    var file: String?
    /// Told where the text is written.
    var isOfSite: Bool
    var repeated: RepeatedText?
    /// The numbers of the pages that show a text of unknown origin, for texts of one element are counted together.
    var shownOn: [Int] = []

    /// Whether sources were told of the fault in the same text, alone or among others.
    func isTold(_ told: Set<UInt64>) -> Bool {
      if textKeys.contains(where: told.contains) { return true }
      guard let spot = repeated?.spot, let rule = diagnostics.first?.rule, rule.isOfText else { return false }
      return spot.surroundings.contains { told.contains(Attribution.textKey(rule, $0)) }
    }
  }

  private let entries = Mutex<[UInt64: Entry]>([:])
  /// What sources were told of.
  private let told = Mutex<Set<UInt64>>([])

  /// Takes note of faults that are told where their texts are written, whichever templates repeat these.
  func tell(_ textKeys: [UInt64]) {
    guard !textKeys.isEmpty else { return }
    told.withLock { $0.formUnion(textKeys) }
  }

  /// - Parameters:
  ///   - faults: all of one page.
  ///   - locate: gives faults their lines; costly, so called only for what is new.
  func record(_ faults: [Fault], page: Int, locate: ([Fault]) -> [Diagnostic]) {
    guard !faults.isEmpty else { return }
    let groups = Dictionary(grouping: faults) { $0.signature }
    let leading = entries.withLock { entries in groups.keys.filter { entries[$0.value].map { page < $0.page } ?? true }
    }
    var located: [UInt64: [Diagnostic]] = [:]
    for signature in leading { located[signature.value] = locate(groups[signature] ?? []) }
    entries.withLock { entries in
      for (signature, faults) in groups {
        guard var entry = entries[signature.value] else {
          entries[signature.value] = Entry(
            pages: 1, page: page, diagnostics: located[signature.value] ?? [], marks: signature.marks,
            textKeys: faults[0].textKeys, file: faults[0].file, isOfSite: faults[0].place != nil,
            repeated: faults[0].repeated, shownOn: faults[0].repeated == nil ? [] : [page])
          continue
        }
        entry.pages += 1
        if entry.repeated != nil { entry.shownOn.append(page) }
        if page < entry.page, let diagnostics = located[signature.value] {
          entry.page = page
          entry.diagnostics = diagnostics
          entry.marks = signature.marks
          entry.textKeys = faults[0].textKeys
          entry.file = faults[0].file
          entry.repeated = faults[0].repeated
        }
        entries[signature.value] = entry
      }
    }
  }

  /// What is known so far, and the keys of texts that sources were told of.
  var contents: (entries: [UInt64: Entry], told: [UInt64]) { (entries.withLock { $0 }, told.withLock { $0.sorted() }) }

  /// Adds what another part of the run knows of other pages.
  func add(_ others: [UInt64: Entry], told keys: [UInt64]) {
    tell(keys)
    entries.withLock { entries in
      for (signature, other) in others {
        guard var entry = entries[signature] else {
          entries[signature] = other
          continue
        }
        let (pages, shownOn) = (entry.pages + other.pages, entry.shownOn + other.shownOn)
        if other.page < entry.page { entry = other }
        entry.pages = pages
        entry.shownOn = shownOn
        entries[signature] = entry
      }
    }
  }

  /// What is to be told, in the order of the pages, each with its signature.
  var untold: [(signature: UInt64, entry: Entry)] {
    let told = told.withLock { $0 }
    return entries.withLock { entries in
      entries.filter { !$0.value.isTold(told) }
        .sorted { ($0.value.page, $0.key) < ($1.value.page, $1.key) }.map { ($0.key, $0.value) }
    }
  }

  /// The faults: of those on several pages the first one only, and of one element's that differ by its words as well.
  ///
  /// - Parameters:
  ///   - found: the signatures of what was told elsewhere.
  ///   - knowsSources: whether what is not in a source is known to come from a template.
  func diagnostics(_ templates: TemplateIndex?, besides found: Set<UInt64>, knowsSources: Bool) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for entry in Self.joined(untold.lazy.filter { !found.contains($0.signature) }.map(\.entry)) {
      guard let first = entry.diagnostics.first else { continue }
      if entry.isOfSite {
        result.append(entry.pages > 1 ? first.saying(first.message.repeated(on: entry.pages)) : first)
        continue
      }
      let file = entry.file ?? templates?.file(holding: entry.marks)
      let origin = Origin.template(pages: entry.pages, file: file)
      if entry.pages > 1 {
        result.append(first.from(origin, message: first.message.repeated(on: entry.pages, file)))
        continue
      }
      // Several on the only page may be several faults, unless one template is known to have written them all.
      let several = file == nil && entry.repeated == nil ? entry.diagnostics[...] : [first]
      result += several.map { $0.from(origin, message: knowsSources ? $0.message.ofTemplate(file) : nil) }
    }
    return result
  }

  /// Faults of one element that only its words tell apart are one.
  private static func joined(_ entries: some Sequence<Entry>) -> [Entry] {
    var joined: [Entry] = []
    var places: [UInt64: Int] = [:]
    for entry in entries {
      guard let element = entry.repeated?.element else {
        joined.append(entry)
        continue
      }
      if let place = places[element] {
        joined[place].shownOn += entry.shownOn
      } else {
        places[element] = joined.count
        joined.append(entry)
      }
    }
    for place in places.values { joined[place].pages = Set(joined[place].shownOn).count }
    return joined
  }
}

extension Diagnostic {
  fileprivate func saying(_ message: Message) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, message: message, path: path, range: range, fix: fix, excerpt: excerpt,
      origin: origin)
  }
}

extension Message {
  fileprivate func ofTemplate(_ file: String?) -> Message {
    let template = file.map { " `\($0)`" } ?? ""
    return Message(
      fr: "\(french) La faute vient du modèle de cette page\(template).",
      en: "\(english) The fault comes from this page’s template\(template).")
  }

  fileprivate func repeated(on pages: Int, _ file: String?) -> Message {
    let template =
      file.map { Message(fr: "le modèle `\($0)`", en: "the template `\($0)`") }
      ?? Message(fr: "le modèle du site", en: "the site’s template")
    return repeated(
      on: pages,
      Message(fr: "corrigez-la une fois, dans \(template.french)", en: "correct it once, in \(template.english)"))
  }
}

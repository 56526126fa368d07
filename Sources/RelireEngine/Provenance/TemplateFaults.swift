import RelireModel
import RelireSite
import Synchronization

/// Faults of templates, each once with the number of its pages. Filled by all threads, the same whatever their order.
final class TemplateFaults: Sendable {
  struct Fault: Sendable {
    let signature: TemplateSignature
    let finding: JudgedFinding
    /// For faults of texts: see `Attribution.textKey`.
    let textKey: UInt64?
  }

  struct Entry: Codable, Sendable {
    var pages: Int
    /// The lowest page that shows it, and what is to be said there.
    var page: Int
    var diagnostics: [Diagnostic]
    var marks: [String]
    let textKey: UInt64?
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
  ///   - locate: gives findings on the page their lines; costly, so called only for what is new.
  func record(_ faults: [Fault], page: Int, locate: ([JudgedFinding]) -> [Diagnostic]) {
    guard !faults.isEmpty else { return }
    let groups = Dictionary(grouping: faults) { $0.signature }
    let leading = entries.withLock { entries in groups.keys.filter { entries[$0.value].map { page < $0.page } ?? true }
    }
    var located: [UInt64: [Diagnostic]] = [:]
    for signature in leading { located[signature.value] = locate((groups[signature] ?? []).map(\.finding)) }
    entries.withLock { entries in
      for signature in groups.keys {
        guard var entry = entries[signature.value] else {
          entries[signature.value] = Entry(
            pages: 1, page: page, diagnostics: located[signature.value] ?? [], marks: signature.marks,
            textKey: groups[signature]?.first?.textKey)
          continue
        }
        entry.pages += 1
        if page < entry.page, let diagnostics = located[signature.value] {
          entry.page = page
          entry.diagnostics = diagnostics
          entry.marks = signature.marks
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
        let pages = entry.pages + other.pages
        if other.page < entry.page { entry = other }
        entry.pages = pages
        entries[signature] = entry
      }
    }
  }

  /// The faults: of those on several pages the first one only.
  ///
  /// - Parameter knowsSources: whether what is not in a source is known to come from a template.
  func diagnostics(_ templates: TemplateIndex?, knowsSources: Bool) -> [Diagnostic] {
    let all = entries.withLock { $0.values.sorted { $0.page < $1.page } }
    let told = told.withLock { $0 }
    var result: [Diagnostic] = []
    for entry in all {
      if let key = entry.textKey, told.contains(key) { continue }
      guard entry.pages > 1, let first = entry.diagnostics.first else {
        let file = templates?.file(holding: entry.marks)
        result += entry.diagnostics.map { fault in
          fault.from(
            .template(pages: 1, file: file), message: knowsSources ? fault.message.ofTemplate(file) : nil)
        }
        continue
      }
      let file = templates?.file(holding: entry.marks)
      result.append(
        first.from(.template(pages: entry.pages, file: file), message: first.message.repeated(on: entry.pages, file)))
    }
    return result
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

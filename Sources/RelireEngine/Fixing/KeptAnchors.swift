import RelireDocuments
import RelireModel
import RelireSite

/// Keeps the anchors of headings that links aim at, while the texts change that the anchors are made of.
final class KeptAnchors: Sendable {
  private let site: SiteIndex?
  /// The hashes of what the site's own texts aim at.
  private let lazyMentioned = Lazy<Set<UInt32>>()

  init(_ site: SiteIndex?) { self.site = site }

  /// What a correction makes of the anchors of a page.
  struct Outcome {
    /// The corrected page, with the anchors that links aim at.
    var page: Document
    /// Anchors that were written out to keep them.
    var kept = 0
    /// Anchors that nothing in the site aims at, by what they are now.
    var changed: [String: String] = [:]
  }

  /// - Parameter isInSite: whether the page is one of the site's.
  /// - Returns: nil when an anchor would be lost that a link aims at.
  func keep(
    from old: Document, to new: Document, isInSite: Bool, read: ([UInt8]) -> Document
  ) -> Outcome? {
    var outcome = Outcome(page: new)
    guard old.format == .markdown else { return outcome }
    let site = isInSite ? self.site : nil
    let markup = site?.site.configuration?.markup
    guard markup?.hasHeadingIDs ?? true else { return outcome }
    let before = old.namedPlaces(markup)
    var now = new.namedPlaces(markup)
    if before.elementsEqual(now, by: { $0.id == $1.id }) { return outcome }

    var own: Set<UInt32> = []
    MentionedAnchors.insert(from: old.source.bytes, into: &own)
    func isAimedAt(_ id: String) -> Bool {
      let hash = MentionedAnchors.hash(ofAnchor: id)
      return own.contains(hash) || site != nil && isMentioned(hash)
    }
    guard before.count == now.count else {
      let left = Set(now.map(\.id))
      return before.allSatisfy { left.contains($0.id) || !isAimedAt($0.id) } ? outcome : nil
    }
    // What one heading keeps may be what the next ones are numbered by.
    for _ in 0...before.count {
      var edits: [TextEdit] = []
      for (old, new) in zip(before, now) where old.id != new.id && !new.isWritten && isAimedAt(old.id) {
        guard Self.understandsAttributes(site, outcome.page),
          let edit = outcome.page.edit(writing: old.id, on: new.node)
        else { return nil }
        edits.append(edit)
      }
      if edits.isEmpty {
        // Elsewhere names may be made in other ways.
        guard markup != nil else { return outcome }
        for (old, new) in zip(before, now) where old.id != new.id { outcome.changed[old.id] = new.id }
        return outcome
      }
      outcome.kept += edits.count
      outcome.page = read(Self.applied(edits, to: outcome.page.source))
      now = outcome.page.namedPlaces(markup)
      guard now.count == before.count else { return nil }
    }
    return nil
  }

  /// Whether what makes the page of its source reads `{#id}` after a heading as Hugo does.
  private static func understandsAttributes(_ site: SiteIndex?, _ page: Document) -> Bool {
    guard let site else { return page.frontMatter != nil }
    return site.site.configuration?.markup.hasTitleAttributes ?? false
  }

  private static func applied(_ edits: [TextEdit], to source: SourceText) -> [UInt8] {
    var bytes = source.fileBytes
    for edit in edits.reversed() { bytes.insert(contentsOf: Array(edit.text.utf8), at: edit.range.start) }
    return bytes
  }

  /// Reads the site's texts, once.
  private func isMentioned(_ hash: UInt32) -> Bool {
    lazyMentioned.value { site?.mentionedAnchors ?? [] }.contains(hash)
  }
}

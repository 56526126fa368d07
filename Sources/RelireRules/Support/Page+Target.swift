import RelireDocuments
import RelireModel
import RelireSite

extension Page {
  /// The file of the site that a link leads to, as a whole: not a place within it, not this page.
  func targetFile(_ href: String) -> String? {
    guard let site, place.role != .loose else { return nil }
    switch site.target(of: href, from: path, frontMatter: document.frontMatter, base: document.baseAddress) {
    case .file(let file, fragment: nil): return file == path ? nil : file
    case .redirected(to: let file, _): return href.contains("#") ? nil : file
    case .file, .elsewhere, .missing, .unpublished: return nil
    }
  }

  /// Puts the title of the page that a link leads to in place of the link's text; nil where there is none to be had.
  func suggestion(titling link: NodeID) -> Fix? {
    guard let href = document.value(.href, of: link), let site, let file = targetFile(href),
      let title = site.title(of: file)?.singleSpaced, title.hasVisibleText, title.utf8.count <= 120,
      let edits = document.prose.edits(replacing: document.trimmedText(of: link), with: escaped(title))
    else { return nil }
    return Fix(.title(title), .suggestion, edits)
  }

  /// A text as the page's format writes it.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&" where document.format == .html: result += "&amp;"
      case "<" where document.format == .html: result += "&lt;"
      case "[", "]", "*", "_", "`", "\\", "<":
        if document.format == .markdown { result += "\\" }
        result.append(character)
      default: result.append(character)
      }
    }
    return result
  }

  /// The text that stands in the same block after an element, up to a number of bytes.
  func text(after node: NodeID, upTo length: Int) -> String {
    let end = Int(document[node].text.upperBound)
    guard let block = document.prose.block(at: max(0, end - 1)), block.range.upperBound > end else { return "" }
    return document.prose.string(end..<min(block.range.upperBound, end + length))
  }
}

extension Message {
  fileprivate static func title(_ title: String) -> Message {
    Message(fr: "Écrire le titre de la page visée\u{A0}: `\(title)`", en: "Write the title of the page: `\(title)`")
  }
}

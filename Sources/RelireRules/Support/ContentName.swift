import RelireDocuments
import RelireLexicon
import RelireModel

/// What an element says to those who do not see it, as far as its own content and attributes tell.
///
/// Accessible Name 1.2 without CSS and without references to other elements: where the answer hangs on
/// those, or on something that only Hugo knows, it is `.unknown` and no rule may judge.
enum ContentName: Equatable {
  case empty
  case text(String)
  case unknown

  static func of(_ node: NodeID, in document: Document) -> ContentName {
    if let ids = document.value(.ariaLabelledby, of: node), !FoldedText(ids).isEmpty { return .unknown }
    if let label = document.value(.ariaLabel, of: node), label.hasVisibleText { return .text(label) }
    let content = content(of: node, in: document)
    if content == .empty, let title = document.value(.title, of: node), title.hasVisibleText { return .text(title) }
    return content
  }

  /// What a heading says, its permalink left out.
  static func ofHeading(_ node: NodeID, in document: Document) -> ContentName {
    let name = of(node, in: document)
    guard case .text(let text) = name, FoldedText(text).isEmpty else { return name }
    return document.children(of: node).contains { Outline.isPermalink($0, in: document) }
      ? content(of: node, in: document, skippingPermalinks: true) : name
  }

  /// Linear in the content.
  private static func content(
    of node: NodeID, in document: Document, skippingPermalinks: Bool = false
  ) -> ContentName {
    var text = ""
    var isUnknown = false
    var index = node.index + 1
    let end = document[node].subtreeEnd
    while index < end {
      let id = NodeID(Int(index))
      let child = document[id]
      index += 1
      switch child.kind {
      case .text: text += document.text(of: id)
      case .verbatim: text += document.source.string(child.range)
      case .object: isUnknown = true
      case .comment, .root: break
      case .element:
        if Outline.isHidden(child, id, in: document) || skippingPermalinks && Outline.isPermalink(id, in: document) {
          index = child.subtreeEnd
        } else {
          text += " "
          isUnknown = append(child, id, document, &text) || isUnknown
        }
      }
    }
    if text.hasVisibleText { return .text(text) }
    return isUnknown ? .unknown : .empty
  }

  /// Adds what the element itself brings.
  /// - Returns: whether it may say something that cannot be told here.
  private static func append(_ child: Node, _ id: NodeID, _ document: Document, _ text: inout String) -> Bool {
    for attribute in document.attributes(of: id) {
      switch attribute.name {
      case .alt, .ariaLabel, .title: text += attribute.value + " "
      case .value where child.name == .input: text += attribute.value + " "
      case .ariaLabelledby: return true
      default: break
      }
    }
    switch child.name {
    case .object, .iframe, .embed, .canvas, .video, .audio, .math, .select, .textarea, .slot: return true
    default: return child.name.isCustom && document.spelling(child.name).contains("-")
    }
  }
}

extension String {
  /// Whether anything in it can be seen or heard: more than spaces and invisible characters.
  var hasVisibleText: Bool {
    unicodeScalars.contains { scalar in
      if scalar.isProseSpace { return false }
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFC: return false
      default: return true
      }
    }
  }

  /// Without the ASCII white space at its ends.
  var trimmingBlanks: Substring {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    guard let start = utf8.firstIndex(where: { !isBlank($0) }), let last = utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return self[start...last]
  }
}

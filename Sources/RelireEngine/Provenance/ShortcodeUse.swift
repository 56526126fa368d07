import RelireDocuments
import RelireModel

/// A shortcode with what it stands around.
struct ShortcodeUse {
  /// The opening one.
  let mask: Mask
  /// To the end of the closing one.
  private(set) var whole: SourceRange

  var name: String { mask.name }
  var range: SourceRange { mask.range }

  /// All of a page, in order.
  static func all(in source: Document) -> [ShortcodeUse] {
    var uses: [ShortcodeUse] = []
    var open: [Int] = []
    for mask in source.masks where mask.kind == .shortcode {
      guard mask.isClosing else {
        open.append(uses.count)
        uses.append(ShortcodeUse(mask: mask, whole: mask.range))
        continue
      }
      guard let place = open.lastIndex(where: { uses[$0].name == mask.name }) else { continue }
      uses[open[place]].whole = mask.range.union(uses[open[place]].range)
      open.removeSubrange(place...)
    }
    return uses
  }

  /// The values that it is given.
  func arguments(in source: Document) -> [DataText] {
    (ShortcodeCall(mask, in: source.source)?.arguments ?? [])
      .compactMap { DataText(verbatim: $0.range, source.source.bytes) }
  }

  /// Whether an attribute of a generated element, or the last part of an address, is in the page's call: that tells of
  /// several calls of one shortcode the one that wrote the element.
  func gives(_ node: NodeID, in alignment: PageAlignment) -> Bool {
    alignment.generated.attributes(of: node).contains { attribute in
      let bytes = Array(attribute.value.utf8)
      let start = (bytes.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") } ?? -1) + 1
      let letters = LetterText(bytes, start..<bytes.count)
      return letters.bytes.count > 2 && says(letters, in: alignment.source)
    }
  }

  /// Where the page has a generated element in HTML between the shortcode and its end.
  func place(ofHTML node: NodeID, in alignment: PageAlignment) -> SourceRange? {
    guard whole.end > range.end, alignment.generated[node].kind == .element, gives(node, in: alignment) else {
      return nil
    }
    let bytes = alignment.source.source.bytes
    let tag = Array("<\(alignment.generated.spelling(alignment.generated[node].name))".utf8)
    let start = (range.end..<max(range.end, whole.end - tag.count)).first { bytes[$0...].starts(with: tag) }
    return start.map { SourceRange($0, $0 + tag.count) }
  }

  /// Whether the page says some words in the shortcode or between it and its end.
  func says(_ words: LetterText, in source: Document) -> Bool {
    !words.isEmpty && LetterText(source.source.bytes, whole.bounds).offset(of: words) != nil
  }
}

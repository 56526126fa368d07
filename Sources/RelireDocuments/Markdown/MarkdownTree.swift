import RelireModel

/// Makes a document's tree of md4c's events.
///
/// md4c tells what it finds but not where, except for text. Everything between two texts is markup, so
/// a cursor walks along with the events: what opens or closes is read off the source at the cursor, and
/// every text puts it right again. Blocks are found from the line after the last one (`LineCursor`).
///
/// Offsets into `text`, the masked copy, are offsets into the source. Linear as a whole: the cursor
/// only goes forward.
struct MarkdownTree: ~Copyable {
  /// Where the cursor is between blocks.
  enum Place {
    /// On a line whose rest, from `lines.offset`, has not been read.
    case atContent
    /// In a block's text.
    case inText
    /// In or after the last line of a finished block.
    case afterBlock
  }

  struct OpenBlock {
    enum Kind {
      case quotation, item, other, missing
      /// The element is opened with the first item, which tells what list it is.
      case list(MarkdownBlock)
      /// Opened with its first content.
      case paragraph
      case heading(isUnderlined: Bool)
      case code(fence: UInt8, start: Int)
      case html
      case tableHead
      case row(end: Int)
      case cell
    }

    var kind: Kind
    let node: NodeID
    /// Elements open around it.
    var depth: Int
    /// Of a block that holds a definition list now: elements open around that list.
    var definitionListDepth: Int?
    /// Of a list: whether its element is open.
    var isOpen = false
  }

  struct OpenSpan {
    let kind: MarkdownSpan
    var node: NodeID
    let depth: Int
    let start: Int
    /// Bytes of its opening marker.
    let markerLength: Int
  }

  // Extensions in other files use all of these.
  var builder: DocumentBuilder
  var text: [UInt8]
  var lines = LineCursor()
  /// After the last markup or text that was read.
  var cursor: Int
  var place = Place.atContent
  /// Whether the white space and `>` of a new line may stand before the next inline markup.
  var isAfterBreak = false
  var blocks = Arena<OpenBlock>(capacity: 8)
  /// As `OpenBlock.definitionListDepth`, of the page itself.
  var pageDefinitionListDepth: Int?
  var spans = Arena<OpenSpan>(capacity: 4)
  var html = HTMLFragmentScanner()
  /// HTML read but not yet given to the scanner.
  var pendingHTML: SourceRange?
  /// The marks of quotations at the beginnings of its lines.
  var quoteMarks: [SourceRange] = []
  /// The alternative of the image around the cursor, when there is one.
  var alternative: [ProsePiece] = []
  var imageDepth = 0
  /// The number of `spans` that opened the element of a link.
  var linkDepth = 0
  /// Lines of the code or HTML block that is open.
  var lineCount = 0
  var isFirstCell = false
  /// Whether the mark of a task, a footnote or an alert was read: what follows on its line is text, however
  /// it looks.
  var isAfterMark = false
  /// The paragraph that ends with its first line: a term, the title of an alert.
  var splitDepth = 0
  /// Whether the mark of an alert came before the paragraph that begins next.
  var isAlertTitle = false
  let pieces: [MaskedText.Piece]
  var nextPiece = 0
  let terms: [Int]
  var nextTerm = 0
  var definitions: LinkDefinitions

  init(builder: consuming DocumentBuilder, masked: MaskedText, start: Int) {
    self.builder = builder
    text = masked.bytes
    pieces = masked.pieces
    terms = masked.terms
    definitions = LinkDefinitions(candidates: masked.definitions)
    cursor = start
    lines.startLine(text, at: start)
  }

  // MARK: Finding blocks

  /// Goes to the first byte of the next block: past empty lines and link definitions.
  mutating func seek(passesDefinitions: Bool = true) {
    nextLine()
    while lines.offset < text.count {
      if text[lines.offset].isLineEnd {
        lines.startLine(text, at: text.afterLineEnd(lines.offset))
      } else if !passesDefinitions || !passDefinition() {
        break
      }
    }
    emitPieces(before: lines.offset)
  }

  /// Goes to the line after the finished block, if that has not been done.
  private mutating func nextLine() {
    guard place != .atContent else { return }
    lines.startLine(text, at: text.afterLineEnd(text.lineEnd(cursor)))
    place = .atContent
  }

  private mutating func passDefinition() -> Bool {
    guard text[lines.offset] == UInt8(ascii: "["), lines.indent < 4, !isAfterMark,
      let definition = LinkScanner.definition(text, at: lines.offset)
    else { return false }
    emitPieces(before: lines.offset)
    skipPieces(before: definition.target.end)
    lines.startLine(text, at: text.afterLineEnd(text.lineEnd(definition.target.end)))
    return true
  }

  /// Before a container is left: passes the link definitions that end it, which md4c does not mention.
  mutating func passTrailingDefinitions() {
    nextLine()
    while lines.offset < text.count {
      if text[lines.offset].isLineEnd {
        if lines.leavesQuotation { return }
        lines.startLine(text, at: text.afterLineEnd(lines.offset))
        continue
      }
      let start = lines.offset
      guard lines.isInside, passDefinition() else { return }
      cursor = max(cursor, endOfLine(before: lines.offset, from: start))
    }
  }

  private func endOfLine(before offset: Int, from start: Int) -> Int {
    var end = offset
    while end > start, !text[end - 1].isLineEnd { end -= 1 }
    while end > start, text[end - 1].isWhiteSpace { end -= 1 }
    return end
  }

  /// The end of the line at `offset` in the source, white space at its end left out.
  @inline(__always)
  func trimmedLineEnd(_ offset: Int) -> Int {
    var end = builder.source.bytes.lineEnd(offset)
    while end > offset, builder.source.bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  // MARK: Masks

  /// Puts the constructs that stand between blocks into the tree.
  mutating func emitPieces(before offset: Int) {
    while nextPiece < pieces.count, pieces[nextPiece].mask.range.end <= offset {
      let mask = pieces[nextPiece].mask
      if mask.kind.isContent {
        builder.object(mask.range, isVisible: false)
        cursor = max(cursor, mask.range.end)
      }
      nextPiece += 1
    }
  }

  /// Passes over constructs inside code, tags and other markup.
  mutating func skipPieces(before offset: Int) {
    while nextPiece < pieces.count, pieces[nextPiece].mask.range.start < offset { nextPiece += 1 }
  }

  /// The construct that begins at `offset`, which must not be before the next one.
  @inline(__always)
  func piece(at offset: Int) -> MaskedText.Piece? {
    guard nextPiece < pieces.count, pieces[nextPiece].mask.range.start == offset else { return nil }
    return pieces[nextPiece]
  }

  // MARK: The end

  /// Gives the builder with all of the page in it.
  consuming func finish() -> DocumentBuilder {
    flushHTML()
    endDefinitionList()
    emitPieces(before: text.count)
    builder.close(toDepth: 0, end: cursor)
    return builder
  }
}

extension Mask.Kind {
  /// Whether it makes something on the page, rather than telling what the text around it is.
  var isContent: Bool {
    switch self {
    case .shortcode, .commentedShortcode, .shortcodeContent, .footnoteReference, .emoji, .formula, .templateTag: true
    case .footnoteDefinition, .abbreviation, .definitionMarker, .attributeList, .alert, .changeMark: false
    }
  }
}

import CMd4c

/// Runs md4c over a text and hands its events to a tree.
///
/// The only unsafe code of the Markdown reader. md4c calls back with pointers, nearly all of them into
/// the text it was given: they become offsets here, so that what follows is checked code. Pointers
/// live only as long as `parse`.
package enum MarkdownParser {
  /// As Goldmark with GitHub's extensions, Hugo's default.
  package static let flags = UInt32(
    MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEURLAUTOLINKS
      | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS)

  private struct Context {
    /// The text's first byte, from which `start` on is parsed.
    let base: UnsafePointer<MD_CHAR>
    let start: Int
    let text: ParserText
    let tree: UnsafeMutablePointer<MarkdownTree>

    /// The offset in the page of a pointer into the text; nil for md4c's own constants.
    func offset(of pointer: UnsafePointer<MD_CHAR>) -> Int? {
      let distance = Int(bitPattern: pointer) - Int(bitPattern: base)
      return distance >= 0 && distance <= text.bytes.count ? text.source(distance) : nil
    }
  }

  /// Parses a text from `start` on. Linear, but for what `ParserGuard` keeps out.
  /// - Returns: false when md4c ran out of memory.
  static func parse(_ text: ParserText, from start: Int, into tree: inout MarkdownTree) -> Bool {
    var parser = MD_PARSER()
    parser.flags = flags
    parser.enter_block = { type, detail, context in
      guard let context = MarkdownParser.context(context) else { return -1 }
      context.pointee.tree.pointee.enter(MarkdownParser.block(type, detail, context))
      return 0
    }
    parser.leave_block = { type, _, context in
      guard let context = MarkdownParser.context(context) else { return -1 }
      if type != MD_BLOCK_DOC { context.pointee.tree.pointee.leaveBlock() }
      return 0
    }
    parser.enter_span = { type, _, context in
      guard let context = MarkdownParser.context(context) else { return -1 }
      context.pointee.tree.pointee.enter(MarkdownParser.span(type))
      return 0
    }
    parser.leave_span = { _, _, context in
      guard let context = MarkdownParser.context(context) else { return -1 }
      context.pointee.tree.pointee.leaveSpan()
      return 0
    }
    parser.text = { type, text, size, context in
      guard let context = MarkdownParser.context(context) else { return -1 }
      guard let text, size > 0 else { return 0 }
      if let start = context.pointee.offset(of: text) {
        let end = context.pointee.offset(of: text + Int(size)) ?? start
        context.pointee.tree.pointee.text(MarkdownParser.text(type), start, end)
      } else {
        context.pointee.tree.pointee.lineBreak(MarkdownParser.text(type), UInt8(bitPattern: text[0]))
      }
      return 0
    }
    return text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, start < bytes.count else { return true }
      return base.withMemoryRebound(to: MD_CHAR.self, capacity: bytes.count) { base in
        withUnsafeMutablePointer(to: &tree) { tree in
          var context = Context(base: base, start: start, text: text, tree: tree)
          return withUnsafeMutablePointer(to: &context) {
            md_parse(base + start, MD_SIZE(bytes.count - start), &parser, $0) == 0
          }
        }
      }
    }
  }

  /// md4c gives back what `parse` gave it.
  private static func context(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Context>? {
    pointer?.assumingMemoryBound(to: Context.self)
  }

  private static func detail<Detail>(_ pointer: UnsafeMutableRawPointer?, _: Detail.Type) -> Detail? {
    pointer?.assumingMemoryBound(to: Detail.self).pointee
  }

  private static func block(
    _ type: MD_BLOCKTYPE, _ pointer: UnsafeMutableRawPointer?, _ context: UnsafeMutablePointer<Context>
  ) -> MarkdownBlock {
    switch type {
    case MD_BLOCK_QUOTE: return .quotation
    case MD_BLOCK_UL: return .bulletList
    case MD_BLOCK_OL: return .orderedList(start: detail(pointer, MD_BLOCK_OL_DETAIL.self).map { Int($0.start) } ?? 1)
    case MD_BLOCK_LI:
      guard let item = detail(pointer, MD_BLOCK_LI_DETAIL.self), item.is_task != 0 else { return .item(task: nil) }
      return .item(task: context.pointee.text.source(context.pointee.start + Int(item.task_mark_offset)))
    case MD_BLOCK_HR: return .rule
    case MD_BLOCK_H: return .heading(level: detail(pointer, MD_BLOCK_H_DETAIL.self).map { Int($0.level) } ?? 1)
    case MD_BLOCK_CODE:
      return .code(fence: detail(pointer, MD_BLOCK_CODE_DETAIL.self).map { UInt8(bitPattern: $0.fence_char) } ?? 0)
    case MD_BLOCK_HTML: return .html
    case MD_BLOCK_P: return .paragraph
    case MD_BLOCK_TABLE: return .table
    case MD_BLOCK_THEAD: return .tableHead
    case MD_BLOCK_TBODY: return .tableBody
    case MD_BLOCK_TR: return .row
    case MD_BLOCK_TH: return .cell(isHeader: true, alignment(pointer))
    case MD_BLOCK_TD: return .cell(isHeader: false, alignment(pointer))
    default: return .document
    }
  }

  private static func alignment(_ pointer: UnsafeMutableRawPointer?) -> MarkdownBlock.Alignment {
    switch detail(pointer, MD_BLOCK_TD_DETAIL.self)?.align {
    case MD_ALIGN_LEFT: .left
    case MD_ALIGN_CENTER: .center
    case MD_ALIGN_RIGHT: .right
    default: .none
    }
  }

  private static func span(_ type: MD_SPANTYPE) -> MarkdownSpan {
    switch type {
    case MD_SPAN_EM: .emphasis
    case MD_SPAN_STRONG: .strong
    case MD_SPAN_A: .link
    case MD_SPAN_IMG: .image
    case MD_SPAN_CODE: .code
    default: .deletion
    }
  }

  private static func text(_ type: MD_TEXTTYPE) -> MarkdownText {
    switch type {
    case MD_TEXT_BR: .hardBreak
    case MD_TEXT_SOFTBR: .softBreak
    case MD_TEXT_ENTITY: .reference
    case MD_TEXT_CODE: .code
    case MD_TEXT_HTML: .html
    default: .normal
    }
  }
}

/// A block as md4c announces it.
enum MarkdownBlock {
  enum Alignment: String {
    case none, left, center, right
  }

  case document
  case quotation
  case bulletList
  case orderedList(start: Int)
  /// `task` is the offset of the character between the brackets of a task.
  case item(task: Int?)
  case rule
  case heading(level: Int)
  /// `fence` is 0 for code by indentation.
  case code(fence: UInt8)
  case html
  case paragraph
  case table, tableHead, tableBody, row
  case cell(isHeader: Bool, Alignment)
}

/// An inline element as md4c announces it.
enum MarkdownSpan {
  case emphasis, strong, deletion, code, link, image
}

/// A piece of text as md4c announces it.
enum MarkdownText {
  case normal, reference, code, html, softBreak, hardBreak
}

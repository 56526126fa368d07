import CLibXML2
import CMd4c
import RelireDocuments
import RelireModel

/// The parsers below the readers, with handlers that do nothing: the floor of every ratio.
enum BareParsers {
  static func md4c(_ bytes: [UInt8]) {
    var parser = MD_PARSER()
    parser.flags = MarkdownParser.flags
    parser.enter_block = { _, _, _ in 0 }
    parser.leave_block = { _, _, _ in 0 }
    parser.enter_span = { _, _, _ in 0 }
    parser.leave_span = { _, _, _ in 0 }
    parser.text = { _, _, _, _ in 0 }
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      _ = md_parse(base.assumingMemoryBound(to: MD_CHAR.self), MD_SIZE(buffer.count), &parser, nil)
    }
  }

  static func libxml2(_ bytes: [UInt8]) {
    var handler = htmlSAXHandler()
    handler.startElement = { _, _, _ in }
    handler.endElement = { _, _ in }
    handler.characters = { _, _, _ in }
    handler.ignorableWhitespace = { _, _, _ in }
    handler.cdataBlock = { _, _, _ in }
    handler.comment = { _, _ in }
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let context = htmlCreateMemoryParserCtxt(
          base.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count))
      else { return }
      defer { htmlFreeParserCtxt(context) }
      htmlCtxtUseOptions(context, Int32(HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      withUnsafeMutablePointer(to: &handler) { handler in
        let own = context.pointee.sax
        context.pointee.sax = handler
        htmlParseDocument(context)
        context.pointee.sax = own
      }
    }
  }
}

import CLibXML2
import RelireModel
import TestSupport
import Testing

@testable import RelireDocuments

/// An independent tokeniser must see the same tags, at the same places, in pages that HTML 4 can express.
@Suite struct HTMLAgainstLibXML2Tests {
  private struct Tag: Equatable, CustomStringConvertible {
    let name: String
    /// The offset of the start tag's `>`.
    let end: Int
    var description: String { "\(name) \(end)" }
  }

  private final class Recorder { var tags: [Tag] = [] }

  private func tagsByLibXML2(_ bytes: [UInt8]) -> [Tag] {
    let recorder = Recorder()
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let context = htmlCreateMemoryParserCtxt(
          base.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count))
      else { return }
      defer { htmlFreeParserCtxt(context) }
      htmlCtxtUseOptions(context, Int32(HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
      // Without both of these its offsets are those of a converted copy.
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      var handler = htmlSAXHandler()
      handler.startElement = { context, name, _ in
        guard let context, let name else { return }
        let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
        guard let recorder = parser.pointee._private, let input = parser.pointee.input else { return }
        Unmanaged<Recorder>.fromOpaque(recorder).takeUnretainedValue().tags.append(
          Tag(
            name: String(cString: name),
            end: input.pointee.cur - input.pointee.base + Int(input.pointee.consumed)))
      }
      context.pointee._private = Unmanaged.passUnretained(recorder).toOpaque()
      withUnsafeMutablePointer(to: &handler) { handler in
        let own = context.pointee.sax
        context.pointee.sax = handler
        // The handlers are called with the user data, which is the context unless told otherwise.
        context.pointee.userData = UnsafeMutableRawPointer(context)
        htmlParseDocument(context)
        context.pointee.sax = own
      }
    }
    return recorder.tags
  }

  private func ownTags(_ bytes: [UInt8]) -> [Tag] {
    let document = HTMLReader.read(SourceDecoder.decode(bytes, format: .html))
    return document.nodes.compactMap { node in
      node.kind == .element && !node.startTag.isEmpty
        ? Tag(name: document.spelling(node.name), end: node.startTag.end - 1) : nil
    }
  }

  private static let texts = [
    "Été ", "a &amp; b ", "l&rsquo;eau ", "<!-- c > d -->", "\n", "1 &lt; 2", "«\u{A0}x\u{A0}»",
  ]
  private static let attributes = [" class=a", " title=\"b > c\"", " id='d'", " lang = fr", " dir"]

  private func page(_ random: inout SplitMix64) -> String {
    var text = "<!DOCTYPE html><html><head><title>T</title><meta charset=\"utf-8\"></head><body>"
    var open: [String] = []
    for _ in 0..<60 {
      switch random.below(5) {
      case 0, 1:
        let name = random.pick(["div", "span", "em", "blockquote", "strong", "address"])
        guard
          !["div", "blockquote", "address"].contains(name) || !open.contains(where: ["span", "em", "strong"].contains)
        else { continue }
        text += "<\(name)\(random.pick(Self.attributes))>"
        open.append(name)
      case 2: text += "<br><img alt='x'\(random.pick(Self.attributes))>"
      case 3: if let name = open.popLast() { text += "</\(name)>" }
      default: text += random.pick(Self.texts)
      }
    }
    return text + open.reversed().map { "</\($0)>" }.joined() + "</body></html>"
  }

  @Test func sameTagsAtTheSamePlaces() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<200 {
      let page = page(&random)
      let bytes = Array(page.utf8)
      // Its HTML 4 paragraphs around loose text are not in the page.
      let expected = tagsByLibXML2(bytes).filter { $0.name != "p" }
      #expect(expected.count > 4)
      #expect(ownTags(bytes) == expected, "\(page)")
    }
  }
}

import RelireModel

/// Reads an HTML page.
public enum HTMLReader {
  public static func read(_ source: SourceText, options: ReadingOptions = ReadingOptions()) -> Document {
    var builder = DocumentBuilder(source: source, format: .html, language: options.language)
    let (frontMatter, problems) = FrontMatterReader.read(source: source)
    builder.problems = problems
    let start = frontMatter?.range.end ?? source.contentStart
    var masked = MaskedText([])
    if let frontMatter {
      builder.add(frontMatter, keys: options.proseKeys)
      // What has a front matter goes through a generator, which fills its own tags in first.
      masked = MaskedText(source.bytes)
      ShortcodeMasker.mask(&masked, from: start, verbatimNames: options.verbatimShortcodes)
      if options.hasDialects { TemplateTagMasker.mask(&masked, from: start) }
      masked.sort()
      builder.masks = masked.masks
      if !masked.problems.isEmpty { builder.problems += masked.problems }
    }

    var scanner = HTMLFragmentScanner(isPage: true)
    let range = SourceRange(start, source.bytes.count)
    if masked.pieces.isEmpty {
      source.bytes.withUnsafeBufferPointer { scanner.feed(range, of: $0, into: &builder) }
    } else {
      var next = 0
      masked.bytes.withUnsafeBufferPointer { bytes in
        scanner.feed(range, of: bytes, into: &builder) { text, builder in
          HTMLFragmentScanner.text(text, of: bytes, masking: masked.pieces, &next, into: &builder)
        }
      }
    }
    scanner.constructor.finish(end: range.end, in: &builder)
    return builder.finish()
  }
}

import RelireModel

/// Reads a Markdown page as Hugo does.
public enum MarkdownReader {
  public static func read(_ source: SourceText, options: ReadingOptions = ReadingOptions()) -> Document {
    var builder = DocumentBuilder(source: source, format: .markdown, language: options.language)
    let (frontMatter, problems) = FrontMatterReader.read(source: source)
    let start = frontMatter?.range.end ?? source.contentStart

    var masked = MaskedText(source.bytes)
    if ConstructSearch.mayHaveConstructs(source.bytes, from: start, hasDialects: options.hasDialects) {
      ShortcodeMasker.mask(&masked, from: start, verbatimNames: options.verbatimShortcodes)
      if options.hasDialects { TemplateTagMasker.mask(&masked, from: start) }
      MarkdownMasker.mask(&masked, from: start, options)
      masked.sort()
    }

    builder.masks = masked.masks
    builder.problems = problems
    if !masked.problems.isEmpty { builder.problems += masked.problems }
    if let frontMatter { builder.add(frontMatter, keys: options.proseKeys) }
    if !masked.masks.isEmpty { builder.addShortcodeArguments() }

    var tree = MarkdownTree(builder: builder, masked: masked, start: start)
    let text = ParserText(masked.bytes, widenings: masked.widenings)
    if !MarkdownParser.parse(text, from: start, into: &tree) {
      tree.builder.problems.append(
        ReadingProblem(
          .markup, SourceRange(at: start),
          Message(
            fr: "Cette page est trop grande pour être lue jusqu’au bout.",
            en: "This page is too large to be read to its end.")))
    }
    return tree.finish().finish()
  }
}

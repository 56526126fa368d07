import RelireModel

/// Reads a Markdown page as Hugo does.
public enum MarkdownReader {
  public static func read(_ source: SourceText, options: ReadingOptions = ReadingOptions()) -> Document {
    var builder = DocumentBuilder(source: source, format: .markdown, language: options.language)
    let (frontMatter, problems) = FrontMatterReader.read(source: source)
    let start = frontMatter?.range.end ?? source.contentStart

    var masked = MaskedText(source.bytes)
    if ConstructSearch.mayHaveConstructs(source.bytes, from: start) {
      ShortcodeMasker.mask(&masked, from: start, verbatimNames: options.verbatimShortcodes)
      if options.hasTemplateTags { TemplateTagMasker.mask(&masked, from: start) }
      MarkdownMasker.mask(&masked, from: start)
      masked.sort()
    }

    builder.frontMatter = frontMatter
    builder.masks = masked.masks
    builder.problems = problems
    if !masked.problems.isEmpty { builder.problems += masked.problems }
    if let frontMatter { addProse(of: frontMatter, keys: options.proseKeys, to: &builder) }

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

  /// The texts of the front matter that readers of the page get to see.
  private static func addProse(of frontMatter: FrontMatter, keys: [String], to builder: inout DocumentBuilder) {
    add(frontMatter["title"], .frontMatterTitle, to: &builder)
    add(frontMatter["description"], .frontMatterDescription, to: &builder)
    for key in keys { add(frontMatter[key], .frontMatterText, to: &builder) }
  }

  private static func add(_ node: DataNode?, _ kind: ProseBlock.Kind, to builder: inout DocumentBuilder) {
    switch node?.value {
    case .string(let string): add(string, kind, to: &builder)
    case .sequence(let items):
      for item in items {
        if case .string(let string) = item.value { add(string, kind, to: &builder) }
      }
    default: break
    }
  }

  private static func add(_ string: DataString, _ kind: ProseBlock.Kind, to builder: inout DocumentBuilder) {
    if let range = string.verbatimRange {
      builder.prose(kind, of: .none, verbatim: range)
    } else {
      builder.prose(kind, of: .none, pieces: ProsePiece.pieces(of: string))
    }
  }
}

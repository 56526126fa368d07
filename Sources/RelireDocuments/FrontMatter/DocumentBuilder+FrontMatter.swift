import RelireModel

extension DocumentBuilder {
  /// Takes a page's front matter, and those of its texts that readers of the page get to see.
  mutating func add(_ frontMatter: FrontMatter, keys: [String]) {
    self.frontMatter = frontMatter
    add(frontMatter["title"], .frontMatterTitle)
    add(frontMatter["description"], .frontMatterDescription)
    for key in keys { add(frontMatter[key], .frontMatterText) }
  }

  private mutating func add(_ node: DataNode?, _ kind: ProseBlock.Kind) {
    switch node?.value {
    case .string(let string): add(string, kind)
    case .sequence(let items):
      for item in items {
        if case .string(let string) = item.value { add(string, kind) }
      }
    default: break
    }
  }

  private mutating func add(_ string: DataString, _ kind: ProseBlock.Kind) {
    if let range = string.verbatimRange {
      prose(kind, of: .none, verbatim: range)
    } else {
      prose(kind, of: .none, pieces: ProsePiece.pieces(of: string))
    }
  }
}

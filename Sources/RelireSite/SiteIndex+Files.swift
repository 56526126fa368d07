import RelireDocuments
import RelireModel

/// What links can be told about the files that they lead to.
extension SiteIndex {
  /// The number of bytes of a file, relative to the site's root.
  public func size(of path: String) -> Int? { tree.size(Path.join(site.root, path)) }

  /// What a page, source or generated, calls itself; nil for other files. Reads the page, each once.
  public func title(of path: String) -> String? {
    lazyTitles.value(path) {
      path.hasSuffix(".html") ? publishedTitle(of: path) : frontMatter(of: path)?["title"]?.string
    }
  }

  /// The main heading of a generated page, for `title` often names the site as well.
  private func publishedTitle(of path: String) -> String? {
    guard let bytes = read(path) else { return nil }
    let document = HTMLReader.read(SourceDecoder.decode(bytes, format: .html))
    for index in document.nodes.indices {
      let node = NodeID(index)
      guard document.isElement(node, .h1) else { continue }
      var text = ""
      for child in document.descendants(of: node) where document[child].kind == .text {
        // The heading's link to itself is no part of what it says.
        if let link = document.ancestor(.a, of: child), link > node, document.value(.href, of: link)?.first == "#" {
          continue
        }
        text += document.text(of: child)
      }
      let title = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !title.isEmpty { return title }
    }
    return nil
  }

  // MARK: Anchors

  /// The places that links can aim at in the page that Hugo generated from a source page; nil when there is none.
  /// Reads both files: for the few that a fault is about.
  public func publishedAnchors(of source: String) -> Set<String>? {
    guard let file = publishedPath(of: source, frontMatter: frontMatter(of: source)), isFile(file) else { return nil }
    return anchors(of: file)
  }

  /// The places of a file of the site that links can aim at; nil when they cannot be told. Reads the file: for the few
  /// that a fault is about.
  public func anchors(of path: String) -> Set<String>? {
    guard let format = Document.Format(fileExtension: Path.fileExtension(path)), format != .text,
      let bytes = read(path)
    else { return nil }
    let document = DocumentReader.read(SourceDecoder.decode(bytes, format: format), format: format)
    if document.mayGetAnchors(in: site) { return nil }
    return document.anchors(site.configuration?.markup)
  }
}

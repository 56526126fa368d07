import RelireModel

@testable import RelireDocuments

/// What must hold of every document, whatever it was read from.
enum DocumentInvariants {
  /// The first violations, in words; empty for a sound document.
  static func violations(of document: Document) -> [String] {
    let checker = Checker(document: document)
    checker.checkNodes()
    checker.checkAttributes()
    checker.checkSegments()
    checker.checkBlocks()
    return checker.violations
  }

  private final class Checker {
    let document: Document
    var violations: [String] = []

    init(document: Document) { self.document = document }

    private var bytes: [UInt8] { document.source.bytes }

    private func require(_ condition: Bool, _ message: @autoclosure () -> String) {
      if !condition, violations.count < 5 { violations.append(message()) }
    }

    private func slice(_ range: SourceRange) -> String { document.source.string(range) }

    // MARK: Nodes

    func checkNodes() {
      require(Int(document[.root].subtreeEnd) == document.nodes.count, "the root does not hold all nodes")
      var lastEnd: [Int32: Int] = [:]
      for (index, node) in document.nodes.enumerated().dropFirst() {
        let place = "node \(index) (\(node.kind) \(document.spelling(node.name, of: node)) \(node.range))"
        guard node.parent.index >= 0, Int(node.parent.index) < index else {
          require(false, "\(place) has no earlier parent")
          continue
        }
        let parent = document[node.parent]
        require(index < node.subtreeEnd && node.subtreeEnd <= parent.subtreeEnd, "\(place) is not nested")
        require(node.range.end <= bytes.count, "\(place) is beyond the end")
        require(
          node.text.lowerBound >= parent.text.lowerBound && node.text.upperBound <= parent.text.upperBound
            && node.text.upperBound <= document.prose.bytes.count, "\(place) has text outside its parent's")
        if document.format == .html {
          require(parent.range.contains(node.range), "\(place) is not within its parent \(parent.range)")
          require(
            node.range.start >= lastEnd[node.parent.index] ?? 0, "\(place) begins before its sibling ends")
          lastEnd[node.parent.index] = node.range.end
        }
        if node.kind == .element { checkMarkup(of: node, place) }
      }
    }

    /// An element written as a tag begins with it.
    private func checkMarkup(of node: Node, _ place: String) {
      require(node.range.contains(node.startTag), "\(place) does not hold its start tag")
      guard !node.startTag.isEmpty, bytes[node.startTag.start] == UInt8(ascii: "<"),
        document.format == .html || node.name != .a
      else { return }  // Markdown's `<https://example.org>` is an `a` without a tag.
      let tag = slice(node.startTag)
      let name = node.name == .img && tag.lowercased().hasPrefix("<image") ? "image" : document.spelling(node.name)
      // `</br>` is read as `<br>`.
      require(
        tag.dropFirst().drop { $0 == "/" && node.name == .br }.utf8.prefix(name.utf8.count)
          .elementsEqual(name.utf8) { $0.asciiLowercased == $1 }, "\(place) does not begin with its name: \(tag)")
      require(tag.hasSuffix(">"), "\(place) has an open start tag: \(tag)")
    }

    // MARK: Attributes

    func checkAttributes() {
      for node in document.nodes where node.kind == .element {
        var names: Set<AttributeName> = []
        for index in node.attributes {
          let attribute = document.attributes[Int(index)]
          require(names.insert(attribute.name).inserted, "two attributes \(document.spelling(attribute.name))")
          // Markdown makes attributes without writing their names.
          guard !attribute.nameRange.isEmpty, document.format == .html else { continue }
          require(
            slice(attribute.nameRange).utf8.elementsEqual(document.spelling(attribute.name).utf8) {
              $0.asciiLowercased == $1
            }, "an attribute's name is elsewhere: \(slice(attribute.nameRange))")
          require(
            attribute.quote == 0
              || (bytes[attribute.valueRange.start - 1] == attribute.quote
                && bytes[attribute.valueRange.end] == attribute.quote),
            "an attribute's quotes are elsewhere")
          require(
            resolved(attribute.valueRange, isAttribute: true) == attribute.value, "an attribute's value is elsewhere")
        }
      }
    }

    private func resolved(_ range: SourceRange, isAttribute: Bool) -> String {
      var text = ""
      for piece in CharacterReferences.pieces(of: range, in: bytes, isAttribute: isAttribute) {
        switch piece {
        case .verbatim(let range): text += slice(range)
        case .escape(let characters, _): text += characters
        }
      }
      return text
    }

    // MARK: Prose

    /// Every character of the prose maps to the source bytes that spell it.
    func checkSegments() {
      let prose = document.prose
      require(String(validating: prose.bytes, as: UTF8.self) != nil, "the prose is not UTF-8")
      require(prose.segments.first?.start ?? 0 == 0, "the prose has a gap at its start")
      for (index, segment) in prose.segments.enumerated() {
        let end = prose.end(ofSegment: index)
        let place = "segment \(index) at \(segment.start), source \(segment.source)"
        guard Int(segment.start) < end, segment.source.end <= bytes.count else {
          require(false, "\(place) is empty or out of bounds")
          continue
        }
        let text = prose.bytes[Int(segment.start)..<end]
        switch segment.kind {
        case .verbatim: require(text.elementsEqual(bytes[segment.source.bounds]), "\(place) is not as in the source")
        case .object: require(text.elementsEqual("\u{FFFC}".utf8), "\(place) is no object character")
        case .lineBreak: require(text.elementsEqual("\u{2028}".utf8), "\(place) is no line break")
        case .escape:
          let spelling = slice(segment.source)
          if spelling.hasPrefix("&") {
            let text = String(decoding: text, as: UTF8.self)
            require(
              resolved(segment.source, isAttribute: false) == text, "\(place) does not spell \(text): \(spelling)")
          } else {
            require(document.format != .html && !spelling.isEmpty, "\(place) is no character reference: \(spelling)")
          }
        }
      }
    }

    func checkBlocks() {
      let prose = document.prose
      var end = 0
      var tokenEnd: UInt32 = 0
      for (index, block) in prose.blocks.enumerated() {
        require(
          block.range.lowerBound >= end && !block.range.isEmpty && block.range.upperBound <= prose.bytes.count,
          "block \(index) \(block.range) overlaps or is empty")
        end = block.range.upperBound
        require(Int(block.language) < prose.languages.count, "block \(index) has no language")
        require(
          Int(block.element.index) < document.nodes.count
            && (block.isFrontMatter || document[block.element].kind != .text), "block \(index) has no element")
        require(
          block.tokens.lowerBound == tokenEnd && block.tokens.upperBound <= prose.tokens.count,
          "block \(index) has others' tokens")
        tokenEnd = block.tokens.upperBound
      }
    }
  }
}

extension Document {
  fileprivate func spelling(_ name: ElementName, of node: Node) -> String {
    node.kind == .element ? spelling(name) : ""
  }
}

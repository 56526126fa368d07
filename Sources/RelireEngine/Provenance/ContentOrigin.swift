import RelireDocuments
import RelireModel
import RelireRules

/// Where a fault in a page's own text comes from.
enum ContentOrigin {
  /// A place that the source's rules have judged.
  case source(SourceRange)
  /// What a shortcode is given, or the shortcode.
  case argument(SourceRange)
  /// A shortcode's template or a render hook.
  case template(TemplateIndex.Template)

  /// Nil for what is not the page's own.
  init?(
    of finding: JudgedFinding, _ subject: FaultSubject, _ node: NodeID, _ alignment: PageAlignment,
    _ source: Attribution.Source, _ templates: TemplateIndex?
  ) {
    let range = finding.finding.range
    if finding.rule.isOfText, let place = alignment.textPlace(of: range) {
      self = .source(place)
      return
    }
    let document = alignment.generated
    guard document[node].kind == .element, alignment.region?.contains(range.start) ?? true else { return nil }
    if let counterpart = alignment.counterpart(of: node) {
      let element = alignment.source[counterpart]
      if let hook = templates?.hook(for: document[node].name),
        Self.isOfHook(finding, subject, counterpart, alignment, source)
      {
        self = .template(hook)
        return
      }
      self = .source(element.startTag.isEmpty || !finding.rule.isOfText ? element.range : element.startTag)
      return
    }
    if finding.rule.isOfText {
      guard templates != nil, let spot = TextSpot(range, in: document.prose, alignment.places) else { return nil }
      for argument in alignment.calls(around: node).flatMap({ $0.arguments(in: alignment.source) }) {
        guard let place = argument.place(of: spot) else { continue }
        self = .argument(place)
        return
      }
      return nil
    }
    for call in alignment.calls(around: node) {
      guard let place = call.place(ofHTML: node, in: alignment) else { continue }
      self = .argument(place)
      return
    }
    let maker = templates.flatMap { ElementMaker(of: node, alignment, $0) }
    if let maker, let template = maker.template, !maker.isOfAuthor(finding, subject, node, alignment) {
      // Words that the call does not say may still be the source's.
      if subject != .words || alignment.textPlace(of: range) == nil {
        self = .template(template)
        return
      }
    }
    if let place = alignment.textPlace(of: range) {
      self = .source(place)
      return
    }
    guard alignment.region != nil else { return nil }
    if case .shortcode(let call, _)? = maker {
      self = .source(call.range)
    } else if let call = alignment.calls(around: node).first {
      self = .source(call.range)
    } else {
      return nil
    }
  }

  /// Whether what is wrong with an element of Markdown came to it by a render hook.
  private static func isOfHook(
    _ finding: JudgedFinding, _ subject: FaultSubject, _ counterpart: NodeID, _ alignment: PageAlignment,
    _ source: Attribution.Source
  ) -> Bool {
    let document = alignment.source
    let element = document[counterpart]
    // Elements that the author wrote in HTML take no hook.
    guard document.format == .markdown, document.source.bytes[element.range.start] != UInt8(ascii: "<") else {
      return false
    }
    switch subject {
    case .words: return false
    case .name:
      // The author gave none.
      if ElementMaker.words(of: counterpart, in: document).isEmpty { return false }
    case .markup:
      guard hookedFamilies.contains(finding.rule.family) || hookedRules.contains(finding.rule) else { return false }
    }
    return Attribution.twin(of: finding, near: element.range, in: source) == nil
  }

  /// Rules on single elements and their attributes.
  private static let hookedFamilies: Set<String> = ["aria", "page", "tables", "images"]
  private static let hookedRules: Set<RuleID> = [NewWindow.id, TitleAttribute.id, LabelInName.id, NestedInteractive.id]
}

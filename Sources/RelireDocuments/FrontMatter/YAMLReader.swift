import CLibYAML
import RelireModel

/// Reads YAML into values that know their places.
///
/// Values are understood as current Hugo does (YAML 1.2: `yes` and `on` are texts, `017` and `0o17`
/// are octal). Tags are ignored but for `!!str`. Aliases are resolved, merge keys (`<<`) too.
/// Linear in the text plus what aliases add, which is bounded.
public enum YAMLReader {
  /// - Parameter range: the bytes to read; they are valid UTF-8 and hold one document.
  public static func read(_ bytes: [UInt8], range: SourceRange) throws(DataError) -> DataNode {
    let plain = bytes.withUnsafeBufferPointer {
      PlainYAML.read(UnsafeBufferPointer(rebasing: $0[range.bounds]), base: range.start)
    }
    if let plain { return plain }
    return try compose(bytes, range: range)
  }

  /// With libyaml, whatever the text is.
  static func compose(_ bytes: [UInt8], range: SourceRange) throws(DataError) -> DataNode {
    var text = Array(bytes[range.bounds])
    // What stands for an invalid byte is a control character, which libyaml would refuse outright.
    for index in text.indices where text[index] == 0x1A { text[index] = 0x3F }
    let result: Result<DataNode, DataError> = text.withUnsafeBufferPointer { buffer in
      do throws(DataError) {
        var composer = YAMLComposer(bytes: bytes, text: buffer, base: range.start)
        return .success(try composer.compose())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

/// Builds values from libyaml's events, with a stack of its own.
struct YAMLComposer {
  private enum Container {
    case sequence([DataNode])
    case mapping([DataNode.Entry], keys: Set<String>, pending: (key: String, range: SourceRange, isMerge: Bool)?)
  }

  private struct Frame {
    var container: Container
    let start: Int
    let isBlock: Bool
    let anchor: String?
    /// Where its last child ends: libyaml ends a block collection only at the next token.
    var end: Int
    /// Values inside, those that aliases add included.
    var weight = 1
  }

  private let bytes: [UInt8]
  private let base: Int
  private let places: ScalarPlaces
  private let text: UnsafeBufferPointer<UInt8>
  private var stack: [Frame] = []
  private var anchors: [String: (node: DataNode, weight: Int)] = [:]
  private var aliased = 0
  private var root: DataNode?

  init(bytes: [UInt8], text: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.text = text
    self.base = base
    places = ScalarPlaces(text, base: base)
  }

  mutating func compose() throws(DataError) -> DataNode {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw YAMLProblem.outOfMemory(SourceRange(at: base)) }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { throw problem(of: parser) }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { break }
      try handle(event)
    }
    return root ?? DataNode(.null, SourceRange(at: base))
  }

  // MARK: Events

  private mutating func handle(_ event: yaml_event_t) throws(DataError) {
    let start = places.byte(ofScalar: event.start_mark.index)
    let end = places.byte(ofScalar: event.end_mark.index)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      if root != nil { throw YAMLProblem.secondDocument(SourceRange(start, end)) }
    case YAML_SCALAR_EVENT:
      try scalar(event.data.scalar, SourceRange(start, end))
    case YAML_ALIAS_EVENT:
      try alias(Self.string(event.data.alias.anchor) ?? "", SourceRange(start, end))
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      try open(
        .sequence([]), start, end, isBlock: data.style == YAML_BLOCK_SEQUENCE_STYLE, anchor: Self.string(data.anchor))
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      try open(
        .mapping([], keys: [], pending: nil), start, end, isBlock: data.style == YAML_BLOCK_MAPPING_STYLE,
        anchor: Self.string(data.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      try close(end)
    default:
      break
    }
  }

  private mutating func open(
    _ container: Container, _ start: Int, _ end: Int, isBlock: Bool, anchor: String?
  ) throws(DataError) {
    if stack.count >= DataLimits.depth { throw DataLimits.tooDeep(SourceRange(start, end)) }
    if expectsKey { throw YAMLProblem.keyIsNoText(SourceRange(start, end)) }
    stack.append(Frame(container: container, start: start, isBlock: isBlock, anchor: anchor, end: end))
  }

  private mutating func close(_ end: Int) throws(DataError) {
    guard let frame = stack.popLast() else { return }
    let range = SourceRange(frame.start, max(frame.start, frame.isBlock ? frame.end : end))
    let node =
      switch frame.container {
      case .sequence(let items): DataNode(.sequence(items), range)
      case .mapping(let entries, _, _): DataNode(.mapping(entries), range)
      }
    if let anchor = frame.anchor { anchors[anchor] = (node, frame.weight) }
    try add(node, weight: frame.weight)
  }

  private mutating func alias(_ name: String, _ range: SourceRange) throws(DataError) {
    guard let target = anchors[name] else { throw YAMLProblem.unknownAlias(name, range) }
    aliased += target.weight
    if aliased > DataLimits.aliasedValues { throw YAMLProblem.tooManyAliases(range) }
    if expectsKey {
      guard case .string(let string) = target.node.value else { throw YAMLProblem.keyIsNoText(range) }
      try key(string.text, range, isMerge: false)
    } else {
      try add(DataNode(target.node.value, range), weight: target.weight)
    }
  }

  private mutating func scalar(_ data: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar, _ range: SourceRange)
    throws(DataError)
  {
    let value = UnsafeBufferPointer(start: data.value, count: data.length)
    let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
    if expectsKey {
      let key = String(decoding: value, as: UTF8.self)
      return try self.key(key, range, isMerge: isPlain && key == "<<")
    }
    let node: DataNode
    let hasProperties = data.anchor != nil || data.tag != nil
    let range = hasProperties ? YAMLSpelling.withoutProperties(bytes, range) : range
    if isPlain, data.tag == nil, let resolved = YAMLScalar.resolve(value) {
      node = DataNode(resolved, range)
    } else {
      let spelling = YAMLSpelling(bytes: bytes, parentStart: parentStart)
      node = DataNode(.string(spelling.read(range, style: data.style, value: value)), range)
    }
    if let anchor = Self.string(data.anchor) { anchors[anchor] = (node, 1) }
    try add(node, weight: 1)
  }

  // MARK: Containers

  /// Where the key, or the list, begins whose value is awaited.
  private var parentStart: Int? {
    guard let frame = stack.last else { return nil }
    if case .mapping(_, _, let pending) = frame.container { return pending?.range.start }
    return frame.start
  }

  private var expectsKey: Bool {
    if case .mapping(_, _, pending: nil)? = stack.last?.container { true } else { false }
  }

  private mutating func key(_ key: String, _ range: SourceRange, isMerge: Bool) throws(DataError) {
    guard let frame = stack.popLast(), case .mapping(let entries, var keys, _) = frame.container else { return }
    if !keys.insert(key).inserted { throw YAMLProblem.duplicateKey(key, range) }
    var changed = frame
    changed.container = .mapping(entries, keys: keys, pending: (key, range, isMerge))
    changed.end = max(frame.end, range.end)
    stack.append(changed)
  }

  private mutating func add(_ node: DataNode, weight: Int) throws(DataError) {
    guard var frame = stack.popLast() else {
      root = node
      return
    }
    frame.end = max(frame.end, node.range.end)
    frame.weight += weight
    // The frame is taken off the stack, and its container emptied, so that its arrays are never shared and copied.
    let container = frame.container
    frame.container = .sequence([])
    switch consume container {
    case .sequence(var items):
      items.append(node)
      frame.container = .sequence(items)
    case .mapping(var entries, let keys, let pending):
      if let pending {
        if pending.isMerge {
          // Before the mapping's own entries, of which the last one wins.
          entries.insert(contentsOf: try merged(node), at: 0)
        } else {
          entries.append(DataNode.Entry(key: pending.key, keyRange: pending.range, value: node))
        }
      }
      frame.container = .mapping(entries, keys: keys, pending: nil)
    }
    stack.append(frame)
  }

  private func merged(_ node: DataNode) throws(DataError) -> [DataNode.Entry] {
    switch node.value {
    case .mapping(let entries): return entries
    // The first of several mappings wins.
    case .sequence(let items): return items.reversed().flatMap(\.entries)
    default: throw YAMLProblem.mergeOfNoMapping(node.range)
    }
  }

  // MARK: libyaml

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(decodingCString: $0, as: UTF8.self) }
  }

  private func problem(of parser: yaml_parser_t) -> DataError {
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    let context = parser.context.map { String(cString: $0) } ?? ""
    if parser.error == YAML_READER_ERROR {
      let offset = min(base + parser.problem_offset, base + text.count)
      return YAMLProblem.of(problem, context, at: offset, from: offset, in: bytes, end: base + text.count)
    }
    let offset = places.byte(ofScalar: parser.problem_mark.index)
    let from = context.isEmpty ? offset : places.byte(ofScalar: parser.context_mark.index)
    return YAMLProblem.of(problem, context, at: offset, from: min(from, offset), in: bytes, end: base + text.count)
  }
}

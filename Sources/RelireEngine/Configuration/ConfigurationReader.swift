import RelireDocuments
import RelireModel
import RelireRules
import RelireSite

/// Makes a configuration of a YAML mapping, and says what is wrong with it.
struct ConfigurationReader {
  private let path: String
  private let bytes: [UInt8]
  private let lines: LineIndex
  private(set) var problems: [ConfigurationProblem] = []

  init(path: String, bytes: [UInt8], contentStart: Int = 0) {
    self.path = path
    self.bytes = bytes
    lines = LineIndex(bytes, contentStart: contentStart)
  }

  mutating func report(_ range: SourceRange, _ message: Message) {
    problems.append(ConfigurationProblem(path: path, range: range, message: message, in: bytes, lines))
  }

  /// - Parameter root: nil when the file is empty or holds comments only.
  mutating func configuration(_ root: DataNode?) -> Configuration {
    var configuration = Configuration()
    configuration.path = path
    configuration.root = Path.folder(path)
    guard let root, !root.isNull else { return configuration }
    guard case .mapping(let entries) = root.value else {
      report(root.range, .notAMapping)
      return configuration
    }
    for (entry, key) in known(entries, among: ConfigurationSchema.keys) {
      guard let value = value(entry.value, of: key) else { continue }
      switch key.store {
      case .site(let store): store(&configuration, value)
      case .page(let store): store(&configuration.settings, value)
      case .section: break
      }
    }
    return configuration
  }

  /// The entries whose key is known and not yet met.
  mutating func known(
    _ entries: [DataNode.Entry], among keys: [ConfigurationKey], besides other: [String] = []
  ) -> [(DataNode.Entry, ConfigurationKey)] {
    var seen: Set<String> = []
    var result: [(DataNode.Entry, ConfigurationKey)] = []
    for entry in entries {
      guard seen.insert(entry.key).inserted else {
        report(entry.keyRange, .repeatedKey(entry.key))
        continue
      }
      if other.contains(entry.key) { continue }
      guard let key = keys.first(where: { $0.name == entry.key }) else {
        let names = keys.map(\.name) + other
        let nearest = NearestNames.of(entry.key, among: names, atMost: 1).first
        report(entry.keyRange, .unknown(entry.key, nearest: nearest, among: names))
        continue
      }
      result.append((entry, key))
    }
    return result
  }

  // MARK: Values

  /// The value of a key; nil, and a problem, when it is not of its kind. A key without a value is as good as absent.
  mutating func value(_ node: DataNode, of key: ConfigurationKey) -> ConfigurationKey.Value? {
    if node.isNull { return nil }
    switch key.kind {
    case .choice(let choices): return choice(node, among: choices, key.name).map { .text($0) }
    case .text:
      guard let text = node.string, !text.isEmpty else {
        report(node.range, .expected(key.name, Message(fr: "un texte", en: "a text")))
        return nil
      }
      return .text(text)
    case .flag:
      guard let flag = node.bool else {
        report(node.range, .expected(key.name, Message(fr: "`true` ou `false`", en: "`true` or `false`")))
        return nil
      }
      return .flag(flag)
    case .list: return list(node, key.name).map { .list($0) }
    case .rules: return .rules(rules(node, key.name))
    case .overrides: return .overrides(overrides(node, key.name))
    case .choices(let choices):
      let words = (node.items ?? [node]).compactMap { choice($0, among: choices, key.name) }
      return words.isEmpty ? nil : .list(words)
    case .number:
      guard case .integer(let number) = node.value, number > 0 else {
        report(
          node.range, .expected(key.name, Message(fr: "un nombre entier à partir de 1", en: "a whole number from 1")))
        return nil
      }
      return .number(number)
    case .conditions: return conditions(node, key.name).map { .conditions($0) }
    case .sections: return .sections(sections(node, key.name))
    }
  }

  private mutating func choice(_ node: DataNode, among choices: [String], _ name: String) -> String? {
    let word = Self.word(node)
    if let word, choices.contains(word) { return word }
    report(node.range, .notAChoice(name, word: word, choices: choices))
    return nil
  }

  /// The word as written: YAML 1.1 takes `on` and `off` for truth values.
  private static func word(_ node: DataNode) -> String? {
    switch node.value {
    case .string(let string): string.text
    case .bool(let flag): flag ? "on" : "off"
    default: nil
    }
  }

  private mutating func list(_ node: DataNode, _ name: String) -> [String]? {
    if let text = node.string { return [text] }
    guard let items = node.items else {
      report(
        node.range, .expected(name, Message(fr: "un texte ou une liste de textes", en: "a text or a list of texts")))
      return nil
    }
    var result: [String] = []
    for item in items {
      if let text = item.string {
        result.append(text)
      } else {
        report(item.range, .expected(name, Message(fr: "une liste de textes", en: "a list of texts")))
      }
    }
    return result
  }

  private mutating func rules(_ node: DataNode, _ name: String) -> [String: RuleLevel] {
    guard case .mapping(let entries) = node.value else {
      report(
        node.range,
        .expected(name, Message(fr: "des lignes `règle: gravité`", en: "lines of the form `rule: severity`")))
      return [:]
    }
    var result: [String: RuleLevel] = [:]
    for entry in entries {
      let name = RuleRegistry.currentName(entry.key)
      guard result[name] == nil else {
        report(entry.keyRange, .repeatedKey(entry.key))
        continue
      }
      guard ConfigurationSchema.ruleSelectors.contains(name) else {
        let nearest = NearestNames.of(entry.key, among: ConfigurationSchema.ruleSelectors, atMost: 1).first
        report(entry.keyRange, .unknownRule(entry.key, nearest: nearest))
        continue
      }
      let level = entry.value["severity"] ?? entry.value
      for other in entry.value.entries where other.key != "severity" {
        report(other.keyRange, .unknown(other.key, nearest: nil, among: ["severity"]))
      }
      if let word = choice(level, among: ConfigurationSchema.levels, entry.key), let level = RuleLevel(word) {
        result[name] = level
      }
    }
    return result
  }

  private mutating func overrides(_ node: DataNode, _ name: String) -> [Configuration.Override] {
    let shape = Message(
      fr: "une liste de blocs qui commencent chacun par `- paths:`",
      en: "a list of blocks, each beginning with `- paths:`")
    guard let items = node.items else {
      report(node.range, .expected(name, shape))
      return []
    }
    var result: [Configuration.Override] = []
    for item in items {
      guard case .mapping(let entries) = item.value else {
        report(item.range, .expected(name, shape))
        continue
      }
      var settings = PageSettings()
      let keys = ConfigurationSchema.keys.filter(\.isPerPage)
      for (entry, key) in known(entries, among: keys, besides: [ConfigurationSchema.pathsKey]) {
        if let value = value(entry.value, of: key), case .page(let store) = key.store { store(&settings, value) }
      }
      guard let paths = item[ConfigurationSchema.pathsKey] else {
        report(entries.first?.keyRange ?? item.range, .expected(name, shape))
        continue
      }
      if let list = list(paths, ConfigurationSchema.pathsKey) {
        result.append(Configuration.Override(paths: GlobList(list), settings: settings))
      }
    }
    return result
  }
}

extension Message {
  fileprivate static let notAMapping = Message(
    fr: "Écrivez ce fichier en lignes `clé: valeur`.", en: "Write this file in lines of the form `key: value`.")

  fileprivate static func repeatedKey(_ key: String) -> Message {
    Message(
      fr: "La clé «\u{A0}\(key)\u{A0}» est déjà donnée plus haut\u{A0}: gardez-en une seule.",
      en: "The key “\(key)” is given above already: keep only one.")
  }

  fileprivate static func unknown(_ key: String, nearest: String?, among keys: [String]) -> Message {
    if let nearest {
      return Message(
        fr: "La clé «\u{A0}\(key)\u{A0}» n’existe pas\u{202F}; vouliez-vous écrire «\u{A0}\(nearest)\u{A0}»\u{202F}?",
        en: "There is no key “\(key)”; did you mean “\(nearest)”?")
    }
    let list = keys.joined(separator: ", ")
    return Message(
      fr: "La clé «\u{A0}\(key)\u{A0}» n’existe pas ici. Celles qui existent\u{A0}: \(list).",
      en: "There is no key “\(key)” here. Those there are: \(list).")
  }

  fileprivate static func unknownRule(_ name: String, nearest: String?) -> Message {
    if let nearest {
      return Message(
        fr:
          "La règle «\u{A0}\(name)\u{A0}» n’existe pas\u{202F}; vouliez-vous écrire «\u{A0}\(nearest)\u{A0}»\u{202F}?",
        en: "There is no rule “\(name)”; did you mean “\(nearest)”?")
    }
    return Message(
      fr: "La règle «\u{A0}\(name)\u{A0}» n’existe pas. Pour les voir toutes\u{A0}: relire rules.",
      en: "There is no rule “\(name)”. To see them all: relire rules.")
  }

  static func expected(_ key: String, _ what: Message) -> Message {
    Message(
      fr: "«\u{A0}\(key)\u{A0}» attend \(what.french).", en: "“\(key)” expects \(what.english).")
  }

  fileprivate static func notAChoice(_ key: String, word: String?, choices: [String]) -> Message {
    let list = choices.joined(separator: ", ")
    if let word, let nearest = NearestNames.of(word, among: choices, atMost: 1).first {
      return Message(
        fr: "«\u{A0}\(key)\u{A0}» n’a pas de valeur «\u{A0}\(word)\u{A0}»\u{202F}; "
          + "vouliez-vous écrire «\u{A0}\(nearest)\u{A0}»\u{202F}?",
        en: "“\(key)” has no value “\(word)”; did you mean “\(nearest)”?")
    }
    return Message(
      fr: "«\u{A0}\(key)\u{A0}» attend l’une de ces valeurs\u{A0}: \(list).",
      en: "“\(key)” expects one of these values: \(list).")
  }
}

import RelireDocuments
import RelireLexicon
import RelireModel
import RelireRules

/// The blocks under `sections`.
extension ConfigurationReader {
  mutating func sections(_ node: DataNode, _ name: String) -> [SectionModel] {
    guard let items = node.items else {
      report(node.range, .expected(name, .sectionList))
      return []
    }
    var sections: [SectionModel] = []
    var positions: [(range: SourceRange, other: String)] = []
    for item in items {
      guard let section = section(item, name) else { continue }
      if sections.contains(where: { $0.id == section.id }) {
        report(item[SectionSchema.nameKey]?.range ?? item.range, .repeatedSection(section.title))
        continue
      }
      if let minimum = item["min-items"], let maximum = section.maximum, section.minimum > maximum {
        report(minimum.range, .minimumAboveMaximum(section.minimum, maximum))
      }
      if let position = item["position"] {
        if section.position == .anywhere {
          report(position.range, .unknownPosition(position.string ?? ""))
        } else if let other = section.position.other {
          positions.append((position.range, other))
        }
      }
      sections.append(section)
    }
    for (range, other) in positions where !sections.contains(where: { $0.isTitle(FoldedText(other)) }) {
      report(range, .noSuchSection(other, among: sections.map(\.title)))
    }
    return sections
  }

  private mutating func section(_ node: DataNode, _ name: String) -> SectionModel? {
    if let word = node.string {
      if let section = SectionSchema.builtIn[word] { return section }
      report(node.range, .unknownSection(word, among: SectionSchema.builtIn.keys.sorted()))
      return nil
    }
    guard case .mapping(let entries) = node.value else {
      report(node.range, .expected(name, .sectionList))
      return nil
    }
    guard let title = node[SectionSchema.nameKey] else {
      report(entries.first?.keyRange ?? node.range, .unnamedSection)
      return nil
    }
    guard let text = title.string, !FoldedText(text).isEmpty else {
      report(title.range, .expected(SectionSchema.nameKey, Message(fr: "un texte", en: "a text")))
      return nil
    }
    var section = SectionModel(title: text, keys: [text.lowercased()], titles: [text])
    for (entry, key) in known(entries, among: SectionSchema.keys, besides: [SectionSchema.nameKey]) {
      if let value = value(entry.value, of: key), case .section(let store) = key.store { store(&section, value) }
    }
    return section
  }

  mutating func conditions(_ node: DataNode, _ name: String) -> [String: String]? {
    guard case .mapping(let entries) = node.value else {
      report(
        node.range, .expected(name, Message(fr: "des lignes `clé: valeur`", en: "lines of the form `key: value`")))
      return nil
    }
    var result: [String: String] = [:]
    for entry in entries {
      switch entry.value.value {
      case .string(let text): result[entry.key] = text.text
      case .bool(let bool): result[entry.key] = String(bool)
      case .integer(let number): result[entry.key] = String(number)
      default:
        report(entry.value.range, .expected(entry.key, Message(fr: "une seule valeur", en: "a single value")))
      }
    }
    return result
  }
}

extension Message {
  fileprivate static let sectionList = Message(
    fr: "une liste de sections\u{A0}: `objectifs`, ou des blocs qui commencent chacun par `- name:`",
    en: "a list of sections: `objectifs`, or blocks that each begin with `- name:`")

  fileprivate static let unnamedSection = Message(
    fr: "Cette section n’a pas de nom\u{A0}: commencez son bloc par `- name:`.",
    en: "This section has no name: begin its block with `- name:`.")

  fileprivate static func unknownSection(_ word: String, among names: [String]) -> Message {
    Message(
      fr: "Il n’y a pas de section prédéfinie «\u{A0}\(word)\u{A0}»\u{A0}: écrivez `- name: \(word)`. "
        + "Celles qui existent\u{A0}: \(names.joined(separator: ", ")).",
      en: "There is no built-in section “\(word)”: write `- name: \(word)`. "
        + "Those there are: \(names.joined(separator: ", ")).")
  }

  fileprivate static func repeatedSection(_ title: String) -> Message {
    Message(
      fr: "La section «\u{A0}\(title)\u{A0}» est déjà demandée plus haut\u{A0}: gardez un seul bloc.",
      en: "The section “\(title)” is asked for above already: keep one block.")
  }

  fileprivate static func minimumAboveMaximum(_ minimum: Int, _ maximum: Int) -> Message {
    Message(
      fr: "Le minimum (\(minimum)) dépasse le maximum (\(maximum))\u{A0}: aucune page ne peut convenir.",
      en: "The minimum (\(minimum)) is above the maximum (\(maximum)): no page can do.")
  }

  fileprivate static func unknownPosition(_ text: String) -> Message {
    Message(
      fr: "«\u{A0}\(text)\u{A0}» n’est pas une place\u{A0}: écrivez `first`, `last`, `before Autre section` ou "
        + "`after Autre section`.",
      en: "“\(text)” is no place: write `first`, `last`, `before Other section` or `after Other section`.")
  }

  fileprivate static func noSuchSection(_ name: String, among names: [String]) -> Message {
    let list = names.joined(separator: ", ")
    return Message(
      fr: "Aucune section ne s’appelle «\u{A0}\(name)\u{A0}». Celles qui sont demandées\u{A0}: \(list).",
      en: "No section is called “\(name)”. Those asked for are: \(list).")
  }
}

import CDictionaries

extension Lexicon {
  /// The lists that come with the tool. Built at first need, in a few milliseconds.
  public static let standard = Lexicon(
    standardTables, genericLinkTexts: standardTexts(.genericLinkTexts), placeholders: standardTexts(.placeholders))

  private static let standardTables: LexiconBuilder = {
    var builder = LexiconBuilder(byteCount: WordList.allCases.reduce(0) { $0 + embedded($1).count })
    for list in WordList.allCases { builder.add(list, embedded(list)) }
    return builder
  }()

  private static func standardTexts(_ list: WordList) -> WholeTexts { WholeTexts([Array(embedded(list))]) }

  /// The lists that come with the tool, and a site's own entries, written as in the files of `dictionaries/`.
  public convenience init(adding site: [(list: WordList, text: [UInt8])]) {
    var builder = Self.standardTables
    for (list, text) in site { builder.add(list, text) }
    func texts(_ list: WordList, _ standard: WholeTexts) -> WholeTexts {
      let own = site.filter { $0.list == list }
      return own.isEmpty ? standard : WholeTexts([Array(Self.embedded(list))] + own.map(\.text))
    }
    self.init(
      builder, genericLinkTexts: texts(.genericLinkTexts, Self.standard.genericLinkTexts),
      placeholders: texts(.placeholders, Self.standard.placeholders))
  }

  /// The text of a list's file; constants of the program, hence valid as long as it runs.
  static func embedded(_ list: WordList) -> UnsafeBufferPointer<UInt8> {
    guard Int(list.rawValue) < relire_dictionary_count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let dictionary = relire_dictionaries[Int(list.rawValue)]
    return UnsafeBufferPointer(start: dictionary.bytes, count: dictionary.count)
  }

  /// The name of a list's file as the C module knows it.
  static func embeddedName(_ list: WordList) -> String? {
    guard Int(list.rawValue) < relire_dictionary_count else { return nil }
    return String(cString: relire_dictionaries[Int(list.rawValue)].name)
  }
}

extension WordList {
  /// The name of the list's file in `dictionaries/`, as `accented-words`.
  public var fileName: String {
    var name = ""
    for character in String(describing: self) {
      if character.isUppercase { name += "-" }
      name += character.lowercased()
    }
    return name
  }
}

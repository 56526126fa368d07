import CDictionaries

extension Lexicon {
  /// The lists that come with the tool. Built at first need, in well under a millisecond.
  public static let standard = Lexicon(adding: [])

  /// The lists that come with the tool, and a site's own entries, written as in the files of `dictionaries/`.
  public convenience init(adding site: [(list: WordList, text: [UInt8])]) {
    var count = site.reduce(0) { $0 + $1.text.count }
    for list in WordList.allCases { count += Self.embedded(list).count }
    var builder = LexiconBuilder(byteCount: count)
    for list in WordList.allCases { builder.add(list, Self.embedded(list)) }
    for (list, text) in site { builder.add(list, text) }
    func texts(_ list: WordList) -> WholeTexts {
      WholeTexts([Array(Self.embedded(list))] + site.filter { $0.list == list }.map(\.text))
    }
    self.init(builder, genericLinkTexts: texts(.genericLinkTexts), placeholders: texts(.placeholders))
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

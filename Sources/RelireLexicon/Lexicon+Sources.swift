import CDictionaries

extension Lexicon {
  /// The lists that come with the tool.
  ///
  /// Their tables are part of the program. If they are not those of its lists, because one has been changed since
  /// `relire-dev generate` was run, they are built at first need, in a few milliseconds.
  public static let standard: Lexicon = {
    let (genericLinkTexts, placeholders) = (standardTexts(.genericLinkTexts), standardTexts(.placeholders))
    if let tables = LexiconTables(embeddedImage, of: digest) {
      return Lexicon(tables, genericLinkTexts: genericLinkTexts, placeholders: placeholders)
    }
    return Lexicon(standardBuilder, genericLinkTexts: genericLinkTexts, placeholders: placeholders)
  }()

  /// The tables of the lists that come with the tool, as they are to be embedded in it.
  public static var image: [UInt8] {
    standardBuilder.image(of: digest, placeholders: standardTexts(.placeholders))
  }

  private static var standardBuilder: LexiconBuilder {
    var builder = LexiconBuilder()
    for list in WordList.allCases { builder.add(list, embedded(list)) }
    return builder
  }

  private static func standardTexts(_ list: WordList) -> WholeTexts { WholeTexts([Array(embedded(list))]) }

  /// The lists that come with the tool, and a site's own entries, written as in the files of `dictionaries/`.
  public convenience init(adding site: [(list: WordList, text: [UInt8])]) {
    var builder = LexiconBuilder(Self.standard.tables)
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

  static var embeddedImage: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: relire_lexicon.bytes, count: relire_lexicon.count)
  }

  /// Tells these lists from all others, eight bytes at a time: every start of the program asks for it.
  static var digest: UInt64 {
    var digest: UInt64 = 0x9E37_79B9_7F4A_7C15
    func mix(_ number: UInt64) {
      digest = (digest ^ number) &* 0xFF51_AFD7_ED55_8CCD
      digest ^= digest >> 32
    }
    for list in WordList.allCases {
      let text = UnsafeRawBufferPointer(embedded(list))
      mix(UInt64(text.count))
      var offset = 0
      while offset + 8 <= text.count {
        mix(UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        offset += 8
      }
      while offset < text.count {
        mix(UInt64(text[offset]))
        offset += 1
      }
    }
    return digest
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

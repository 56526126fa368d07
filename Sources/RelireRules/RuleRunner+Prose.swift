import RelireDocuments
import RelireLexicon

/// Rules on the tokens, words and blocks of prose.
extension RuleRunner {
  /// Where the rules on prose are to be called.
  private struct ProsePlaces {
    var blocks: [BlockContext] = []
    /// Of the tokens of each block.
    var kinds: [Token.Kinds] = []
    var marks = KeyedList<ProsePlace>()
    var plainMarks = KeyedList<ProsePlace>()
    var flaggedWords: [ProsePlace] = []
    var words = KeyedList<ProsePlace>()

    /// A token of the block that comes next.
    func next(_ token: Token, _ index: Int, in context: BlockContext) -> ProsePlace {
      ProsePlace(
        block: UInt32(truncatingIfNeeded: blocks.count), token: UInt32(truncatingIfNeeded: index),
        isFrench: context.isFrench(token.language))
    }
  }

  private struct ProsePlace {
    /// Among `ProsePlaces.blocks`.
    let block: UInt32
    /// The token's index.
    let token: UInt32
    let isFrench: Bool
  }

  /// So many blocks are checked together at most, lest a page of any size take memory beyond its own.
  private static let blocksTogether = 2_048

  func checkProse(_ pages: [Page], _ found: PageFindings) {
    var places = ProsePlaces()
    for number in pages.indices {
      let page = pages[number]
      let words = page.words
      let blocks = words.prose.blocks
      let (remarkable, known, foreign) = (words.remarkable, words.found, words.foreign)
      var (marksEnd, wordsEnd) = (0, 0)
      for index in blocks.indices where !blocks[index].tokens.isEmpty {
        let end = blocks[index].tokens.upperBound
        let (firstMark, firstWord) = (marksEnd, wordsEnd)
        while marksEnd < remarkable.count, remarkable[marksEnd] < end { marksEnd += 1 }
        while wordsEnd < known.count, known[wordsEnd].token < end { wordsEnd += 1 }
        let context = BlockContext(
          page: page, pageNumber: number, words: words, block: blocks[index], foreignLanguage: foreign[index],
          remarkable: firstMark..<marksEnd)
        addWords(firstWord..<wordsEnd, in: context, words, to: &places)
        addMarks(in: context, words, to: &places)
        places.blocks.append(context)
        if places.blocks.count == Self.blocksTogether {
          check(places, found)
          places = ProsePlaces()
        }
      }
    }
    check(places, found)
  }

  private func check(_ places: ProsePlaces, _ found: PageFindings) {
    // Without a claim to the blocks, which `places` keeps: a thousand of them would be retained once for each call.
    let blocks = places.blocks.map { Unmanaged.passUnretained($0) }
    func run(_ call: Call<ProseCheck>, _ place: ProsePlace) {
      guard place.isFrench || !call.isForFrenchOnly else { return }
      blocks[Int(place.block)]._withUnsafeGuaranteedRef { block in
        found[block.pageNumber].speaker = call.number
        call.check.run(Int(place.token), block, &found[block.pageNumber])
      }
    }
    byList.forEach(in: places.words) { call, key, place in
      guard place.isFrench || !call.isForFrenchOnly, let list = WordList(rawValue: UInt8(key)) else { return }
      blocks[Int(place.block)]._withUnsafeGuaranteedRef { block in
        found[block.pageNumber].speaker = call.number
        call.check.run(Int(place.token), list, block, &found[block.pageNumber])
      }
    }
    for call in flaggedWordRules {
      for place in places.flaggedWords {
        let flags = blocks[Int(place.block)]._withUnsafeGuaranteedRef { $0.tokens[Int(place.token)].flags }
        if !call.wordFlags.isDisjoint(with: flags) { run(call, place) }
      }
    }
    byMark.forEach(in: places.marks, run)
    byPlainMark.forEach(in: places.plainMarks, run)
    for (triggers, call) in blockRules {
      for number in blocks.indices where places.kinds[number].intersects(triggers) {
        blocks[number]._withUnsafeGuaranteedRef { block in
          guard block.isFrench || !call.isForFrenchOnly else { return }
          found[block.pageNumber].speaker = call.number
          call.check.run(block, &found[block.pageNumber])
        }
      }
    }
  }

  // MARK: Places

  /// Notes the marks of a block, and its words that are more than that.
  private func addMarks(in context: BlockContext, _ words: PageWords, to places: inout ProsePlaces) {
    var kinds: Token.Kinds = []
    /// Of marks that are not plain.
    var lone: Token.Kinds = []
    var count = 0
    for place in context.remarkableRange {
      let index = Int(words.remarkable[place])
      let token = words.tokens[index]
      kinds.insert(token.kind)
      if token.kind == .word {
        if !token.flags.isDisjoint(with: wordFlags) {
          places.flaggedWords.append(places.next(token, index, in: context))
        }
        continue
      }
      count += 1
      guard markTriggers.contains(token.kind) else { continue }
      let key = Int(token.kind.rawValue)
      if !context.isPlainMark(index) {
        lone.insert(token.kind)
        places.marks.add(places.next(token, index, in: context), key)
      } else if byPlainMark.hasCalls(key) {
        places.plainMarks.add(places.next(token, index, in: context), key)
      }
    }
    if count < context.indices.count { kinds.insert(.word) }
    // Between two words it is no quotation mark, and nearly always there.
    if !lone.contains(.apostrophe) { kinds.remove(.apostrophe) }
    places.kinds.append(kinds)
  }

  /// Notes the words of a block that a list holds, or that a phrase of one begins with.
  ///
  /// - Parameter range: of `words.found`.
  private func addWords(
    _ range: Range<Int>, in context: BlockContext, _ words: PageWords, to places: inout ProsePlaces
  ) {
    let lexicon = context.lexicon
    for place in range {
      let word = words.found[place]
      var lists = lexicon.lists(word.entry)
      let opened = lexicon.phraseLists(word.entry).intersection(phraseTriggers)
      // Most words are in lists that only tell the language.
      if opened.isEmpty, !lists.intersects(wordTriggers) { continue }
      let index = Int(word.token)
      if !opened.isEmpty { lists.formUnion(context.phraseLists(at: index, word.entry, lexicon)) }
      if lists.contains(.leftAlone), isLeftAlone(index, in: context) { continue }
      for list in lists.intersection(wordTriggers).members {
        places.words.add(places.next(words.tokens[index], index, in: context), Int(list.rawValue))
      }
    }
  }

  /// Whether a word, or a phrase that begins with it, is to be left alone.
  private func isLeftAlone(_ index: Int, in context: BlockContext) -> Bool {
    context.isWord(index, in: .leftAlone) || context.phrase(.leftAlone, at: index) != nil
  }
}

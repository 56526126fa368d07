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
      let prose = page.document.prose
      let words = page.words
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: prose.tokens.count) { room in
        for (blockNumber, block) in prose.blocks.enumerated() where !block.tokens.isEmpty {
          let context = BlockContext(
            page: page, pageNumber: number, block: block, words: words, foreignLanguage: words.foreign[blockNumber])
          addPlaces(in: context, room, to: &places)
          if places.blocks.count == Self.blocksTogether {
            check(places, found)
            places = ProsePlaces()
          }
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

  /// - Parameter room: for as many numbers as the block has tokens.
  private func addPlaces(
    in context: BlockContext, _ room: UnsafeMutableBufferPointer<UInt32>, to places: inout ProsePlaces
  ) {
    let chosen = choose(context, room)
    let lexicon = context.lexicon
    var lone: Token.Kinds = []
    for index in chosen.tokens { addPlace(Int(index), in: context, lexicon, to: &places, lone: &lone) }
    var kinds = chosen.kinds
    // Between two words it is no quotation mark, and nearly always there.
    if !lone.contains(.apostrophe) { kinds.remove(.apostrophe) }
    places.blocks.append(context)
    places.kinds.append(kinds)
  }

  /// The tokens of a block that some rule waits for, in order, and the kinds of all.
  ///
  /// Most tokens are words that no list holds, and which of them are cannot be foreseen: a loop without branches, over
  /// buffers whose subscripts are unchecked in a release build, takes less than a wrong guess for each.
  private func choose(
    _ context: BlockContext, _ room: UnsafeMutableBufferPointer<UInt32>
  ) -> (tokens: Slice<UnsafeMutableBufferPointer<UInt32>>, kinds: Token.Kinds) {
    var kinds: Token.Kinds = []
    var count = 0
    let listTriggers = listTriggers.rawValue
    context.tokens.withUnsafeBufferPointer { tokens in
      context.words.listed.withUnsafeBufferPointer { listed in
        for index in context.indices {
          let kind = tokens[index].kind
          kinds.insert(kind)
          let isWord: UInt64 = kind == .word ? 1 : 0
          let ofLists = listed[index].rawValue & listTriggers
          let ofWord = ofLists | UInt64(tokens[index].flags.intersection(wordFlags).rawValue)
          let isChosenWord: UInt64 = ofWord != 0 ? isWord : 0
          let isChosenMark: UInt64 = markTriggers.contains(kind) ? 1 : 0
          room[count] = UInt32(truncatingIfNeeded: index)
          count &+= Int(truncatingIfNeeded: isChosenWord | isChosenMark)
        }
      }
    }
    return (room[..<count], kinds)
  }

  private var listTriggers: WordLists { wordTriggers.union(phraseTriggers) }

  /// - Parameter lone: takes in the kinds of marks that are not plain.
  private func addPlace(
    _ index: Int, in context: BlockContext, _ lexicon: Lexicon, to places: inout ProsePlaces, lone: inout Token.Kinds
  ) {
    let token = context.tokens[index]
    let place = ProsePlace(
      block: UInt32(places.blocks.count), token: UInt32(index), isFrench: context.isFrench(token.language))
    guard token.kind == .word else {
      let key = Int(token.kind.rawValue)
      if !context.isPlainMark(index) {
        lone.insert(token.kind)
        places.marks.add(place, key)
      } else if byPlainMark.hasCalls(key) {
        places.plainMarks.add(place, key)
      }
      return
    }
    if !token.flags.isDisjoint(with: wordFlags) { places.flaggedWords.append(place) }
    guard context.words.listed[index].intersects(listTriggers) else { return }
    for list in lists(toCallAt: index, in: context, lexicon).members { places.words.add(place, Int(list.rawValue)) }
  }

  /// The lists that hold a word, or a phrase that may begin with it, and that rules wait for.
  private func lists(toCallAt index: Int, in context: BlockContext, _ lexicon: Lexicon) -> WordLists {
    let word = context.words.entries[index]
    var lists = lexicon.lists(word)
    if lexicon.phraseLists(word).intersects(phraseTriggers) { lists.formUnion(context.phraseLists(at: index, lexicon)) }
    if lists.contains(.leftAlone), isLeftAlone(index, in: context) { return [] }
    return lists.intersection(wordTriggers)
  }

  /// Whether a word, or a phrase that begins with it, is to be left alone.
  private func isLeftAlone(_ index: Int, in context: BlockContext) -> Bool {
    context.isWord(index, in: .leftAlone) || context.phrase(.leftAlone, at: index) != nil
  }
}

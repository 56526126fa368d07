import RelireDocuments
import RelireLexicon
import RelireModel

/// *1 janvier*, *30 février*, *lundi 2 janvier 2024* (a Tuesday).
public struct DateFormat: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/date-format", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Une date est mal écrite ou impossible.",
      en: "A date is badly written or impossible."),
    rationale: Message(
      fr: """
        Le premier jour du mois s’écrit «\u{A0}1er\u{A0}». Un jour qui n’existe pas ou un jour de la semaine qui ne tombe \
        pas à cette date trompe le lecteur\u{A0}: il ne sait plus quand venir.
        """,
      en: """
        The first day of a month is written “1er”. A day that does not exist, or a weekday that does not fall on the date, \
        leaves the reader not knowing when to come.
        """),
    exceptions: Message(
      fr: "Avant 1582, le calendrier est julien\u{202F}; avant notre ère, rien n’est vérifié.",
      en: "Before 1582 the calendar is the Julian one; nothing is checked before our era."),
    references: [.imprimerieNationale("Dates"), .oqlf("Date"), .specification("ISO 8601")],
    examples: [
      Example("le ⟦1⟧ janvier 2024", fixed: "le 1er janvier 2024"),
      Example("du ⟦1⟧ au 5 mars, le 3 ⟦fevrier⟧", fixed: "du 1er au 5 mars, le 3 février"),
      Example("le ⟦01⟧ janvier 2024", fixed: "le 1er janvier 2024"),
      Example("01 janvier 2024, 02 janvier 2024"),
      Example("les années ⟦80’s⟧ et les années ⟦1990s⟧", fixed: "les années 80 et les années 1990"),
      Example("le ⟦30 février⟧ et le ⟦31 avril 2024⟧"),
      Example("⟦lundi⟧ 2 janvier 2024", fixed: "mardi 2 janvier 2024"),
      Example("le ⟦40-02-2011⟧"),
      Example("mardi 2 janvier 2024, le 1er mars, le 29 février 2024, 12-12-2012"),
      Example("mardi 13 juin 2014 avant J.-C., mercredi 18 août 1563"),
    ])

  public static let triggers: Token.Kinds = [.number, .technical]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    if context[index].kind == .technical {
      checkNumeric(index..<index + 1, in: context, &findings)
      return
    }
    if context.isJoinedToNext(index) { checkDecade(index, in: context, &findings) }
    guard context[index].range.count <= 2 else { return }
    if let month = month(after: index, in: context) {
      checkWritten(index, month, in: context, &findings)
    } else if isFirstOfSeveral(index, in: context) {
      reportFirst(index, in: context, &findings)
    } else if let run = slashes(index, in: context) {
      checkNumeric(run, in: context, &findings)
    }
  }

  // MARK: In words

  private func month(after index: Int, in context: BlockContext) -> Int? {
    guard let word = context.wordAfter(index), context.gap(after: index) != .other,
      context.isWord(word, in: .months), !context.isTied(index..<index + 1)
    else { return nil }
    return word
  }

  private func checkWritten(_ index: Int, _ word: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let number = context.value(word, in: .months), let month = Int(number),
      !context.isGlued(index) || context[index - 1].kind.isApostrophe || context[index - 1].kind == .openingParenthesis
    else { return }
    checkAccent(word, in: context, &findings)
    let day = context.value(of: context[index].range)
    let year = self.year(after: word, in: context)
    if isBeforeOurEra(year?.index ?? word, in: context) { return }
    let last = year?.index ?? word
    guard day >= 1, day <= CalendarDate.days(in: month, of: year?.value) else {
      // « mars 40 », « soixante 31 juin » are no dates of a day below 1; a quantity is no date.
      guard day > 0, day < 100, !isCounted(index, in: context) else { return }
      let longest = CalendarDate.days(in: month, of: year?.value)
      let isClose = day <= 31
      findings.report(
        context.source(context.range(index..<last + 1)), .impossibleDate,
        fix: isClose
          ? context.replace(
            context[index].range, with: String(longest), .suggestion, .write("\(longest)")) : nil)
      return
    }
    if let year, let weekday = weekday(before: index, in: context) {
      let date = CalendarDate(year: year.value, month: month, day: day)
      checkWeekday(weekday, date, in: context, &findings)
    }
    if day == 1, context[index].range.count == 1 || isInText(index, in: context), !isRange(index, in: context),
      !isNumbered(index, in: context)
    {
      reportFirst(index, in: context, &findings)
    }
  }

  /// *le 01 mars*: the zero, which keeps the dates of a table in line, has no use in a text.
  private func isInText(_ index: Int, in context: BlockContext) -> Bool {
    guard let word = context.wordBefore(index) else { return false }
    return context.isWord(word, among: ["le", "du", "au", "dès"]) || context.isWord(word, in: .days)
  }

  private func reportFirst(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    findings.report(
      context.source(context[index].range), .firstOfMonth,
      fix: context.replace(context[index].range, with: "1er", .unsafe, .write("1er")))
  }

  /// *du 1 au 5 mars*, *les 1 et 2 mai*
  private func isFirstOfSeveral(_ index: Int, in context: BlockContext) -> Bool {
    guard context[index].range.count == 1, context.value(of: context[index].range) == 1,
      let determiner = context.wordBefore(index), let link = context.wordAfter(index),
      context.isWord(determiner, "du") && context.isWord(link, "au")
        || context.isWord(determiner, "les") && context.isWord(link, "et"),
      let day = context.after(link), context[day].kind == .number, context[day].range.count <= 2
    else { return false }
    return month(after: day, in: context) != nil
  }

  /// *3 fevrier*
  private func checkAccent(_ month: Int, in context: BlockContext, _ findings: inout Findings) {
    let accented: String
    if context.isWord(month, "fevrier") {
      accented = "février"
    } else if context.isWord(month, "decembre") {
      accented = "décembre"
    } else {
      return
    }
    let right = context.matchingCase(of: month, accented)
    findings.report(
      context.source(context[month].range), .accent(right),
      fix: context.replace(context[month].range, with: right, .unsafe, .write(right)))
  }

  /// *les années 80s*, *80’s*
  private func checkDecade(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let word = context.wordBefore(index), context.isWord(word, "années") else { return }
    var end = index + 1
    if context[end].kind.isApostrophe, context.isJoinedToNext(end) { end += 1 }
    guard context.isWord(end, "s"), context.isUnitEnd(end) else { return }
    let mark = context[index].range.upperBound..<context[end].range.upperBound
    findings.report(
      context.source(context.range(index..<end + 1)), .decade,
      fix: context.replace(mark, with: "", .unsafe, .write(context.string(context[index]))))
  }

  /// *du 1 au 3 mars* is one, *entre 1 mars…* too; *1,1 mars* is none.
  private func isRange(_ index: Int, in context: BlockContext) -> Bool {
    guard let previous = context.before(index) else { return false }
    return context[previous].kind == .comma && context.isGlued(index)
  }

  /// *l’article 1 mars…*, *page 1*
  private func isNumbered(_ index: Int, in context: BlockContext) -> Bool {
    context.wordBefore(index).map { context.isWord($0, in: .numberLabels) } ?? false
  }

  private func isCounted(_ index: Int, in context: BlockContext) -> Bool {
    isNumbered(index, in: context) || context.wordBefore(index).map { context.isWord($0, "les") } ?? false
  }

  private func year(after month: Int, in context: BlockContext) -> (value: Int, index: Int)? {
    guard let next = context.after(month), context[next].kind == .number, context[next].range.count == 4,
      context.gap(after: month) != .none
    else { return nil }
    return (context.value(of: context[next].range), next)
  }

  /// The day of the week, through *le* and a comma.
  private func weekday(before index: Int, in context: BlockContext) -> Int? {
    var current = context.before(index)
    for _ in 0..<2 {
      guard let token = current else { return nil }
      if context[token].kind == .comma || context.isWord(token, "le") {
        current = context.before(token)
      } else {
        break
      }
    }
    guard let word = current, context[word].kind == .word, context.isWord(word, in: .days) else { return nil }
    return word
  }

  /// *avant Jésus-Christ*, *avant J.-C.*
  private func isBeforeOurEra(_ index: Int, in context: BlockContext) -> Bool {
    guard let next = context.wordAfter(index) else { return false }
    return context.isWord(next, "avant") || context.isWord(next, "av")
  }

  private func checkWeekday(_ word: Int, _ date: CalendarDate, in context: BlockContext, _ findings: inout Findings) {
    guard let written = context.value(word, in: .days).flatMap(Int.init), written != date.weekday else { return }
    let names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    let right = context.matchingCase(of: word, names[date.weekday - 1])
    findings.report(
      context.source(context[word].range), .wrongWeekday(right),
      fix: context.replace(context[word].range, with: right, .unsafe, .write(right)))
  }

  // MARK: In digits

  /// `23/07/2019`
  private func slashes(_ index: Int, in context: BlockContext) -> Range<Int>? {
    guard index + 4 < context.indices.upperBound, !context.isGlued(index) else { return nil }
    for mark in [index + 1, index + 3] where context[mark].kind != .slash || !context.isGlued(mark) { return nil }
    for number in [index + 2, index + 4] where context[number].kind != .number || !context.isGlued(number) {
      return nil
    }
    guard context[index + 4].range.count == 4, context[index + 2].range.count == 2, context[index].range.count == 2,
      !context.isJoinedToNext(index + 4) || context[index + 5].kind != .slash
    else { return nil }
    return index..<index + 5
  }

  private func checkNumeric(_ run: Range<Int>, in context: BlockContext, _ findings: inout Findings) {
    let range = context.range(run)
    guard range.count == 10 else { return }
    let parts = context.string(range).split { $0 == "-" || $0 == "/" || $0 == "." }
    guard parts.count == 3, parts.map(\.count) == [2, 2, 4] || parts.map(\.count) == [4, 2, 2] else { return }
    let values = parts.compactMap { Int($0) }
    guard values.count == 3 else { return }
    let isISO = parts[0].count == 4
    let date = CalendarDate(
      year: isISO ? values[0] : values[2], month: values[1], day: isISO ? values[2] : values[0])
    guard (1000...2999).contains(date.year) else { return }
    // 12/25/2024 is an American date: not ours to judge.
    if !isISO, date.month > 12, date.day <= 12 { return }
    guard (1...12).contains(date.month), date.day >= 1,
      date.day <= CalendarDate.days(in: date.month, of: date.year)
    else {
      findings.report(context.source(range), .impossibleDate)
      return
    }
    if let weekday = weekday(before: run.lowerBound, in: context) {
      checkWeekday(weekday, date, in: context, &findings)
    }
  }
}

extension Message {
  fileprivate static let impossibleDate = Message(fr: "Cette date n’existe pas.", en: "There is no such date.")

  fileprivate static let firstOfMonth = Message(
    fr: "Le premier jour du mois s’écrit «\u{A0}1er\u{A0}».",
    en: "The first day of a month is written “1er”.")

  fileprivate static func accent(_ right: String) -> Message {
    Message(
      fr: "Le nom de ce mois a un accent\u{A0}: «\u{A0}\(right)\u{A0}».",
      en: "The name of this month has an accent: “\(right)”.")
  }

  fileprivate static let decade = Message(
    fr: "Une décennie s’écrit sans «\u{A0}s\u{A0}»\u{A0}: «\u{A0}les années 80\u{A0}».",
    en: "A decade is written without an “s”: “les années 80”.")

  fileprivate static func wrongWeekday(_ right: String) -> Message {
    Message(
      fr: "Cette date tombe un autre jour de la semaine\u{A0}: «\u{A0}\(right)\u{A0}».",
      en: "This date falls on another weekday: “\(right)”.")
  }
}

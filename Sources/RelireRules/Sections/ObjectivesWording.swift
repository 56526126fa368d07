import RelireDocuments
import RelireLexicon
import RelireModel

/// An objective that does not begin with an infinitive.
public struct ObjectivesWording: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "sections/objectives-wording",
    severity: .info,
    summary: Message(
      fr: "Un objectif ne commence pas par un infinitif.", en: "An objective does not begin with an infinitive."),
    rationale: Message(
      fr:
        "«\u{A0}Comprendre\u{A0}», «\u{A0}Choisir\u{A0}», «\u{A0}Télécharger\u{A0}»\u{A0}: l’infinitif dit ce que le lecteur "
        + "saura faire\u{202F}; un nom ou une phrase dit de quoi parle la page.",
      en: "“Comprendre”, “Choisir”, “Télécharger”: an infinitive says what the reader will be able to do; a noun or a "
        + "sentence says what the page is about."),
    exceptions: Message(
      fr:
        "«\u{A0}Pour choisir\u{A0}», «\u{A0}Ne pas perdre\u{A0}» et «\u{A0}Se préparer\u{A0}» sont admis. Un texte d’attente n’est "
        + "pas jugé.",
      en: "“Pour choisir”, “Ne pas perdre” and “Se préparer” are fine. A placeholder is not judged."),
    references: [.conventionOfTheSite],
    examples: [
      Example("---\ntitle: Le guide\nobjectifs:\n- Choisir une licence\n- ⟦Les différents formats⟧\n---\n"),
      Example("## Objectifs\n\n- ⟦Présentation du service⟧\n"),
      Example("---\ntitle: Le guide\nobjectifs:\n- Comprendre la démarche\n- S’inscrire\n- Ne pas tout perdre\n---\n"),
      Example("---\ntitle: Le guide\nobjectifs:\n- À compléter\n---\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.hasFoundSections else { return }
    for section in page.settings.sections where section.wantsInfinitives {
      for found in FoundSection.all(section, on: page) {
        for item in found.items where !Self.beginsWithInfinitive(item.text) {
          if section.isPlaceholder(item.text, page.settings.lexicon) { continue }
          findings.report(item.range, .noInfinitive, verdict: .review)
        }
      }
    }
  }

  /// Words that may come before the infinitive.
  private static let openings: Set<String> = [
    "bien", "en", "mieux", "ne", "pas", "pour", "s", "se", "y",
  ]

  /// Words that end as infinitives do and are none. The lexicon's list serves running text, where *savoir* and *pouvoir*
  /// are nouns; an objective may begin with them.
  private static let nouns: Set<String> = [
    "acteur", "calendrier", "cadre", "centre", "chapitre", "chiffre", "courrier", "dernier", "dossier", "filiere",
    "formulaire", "glossaire", "histoire", "itineraire", "libre", "livre", "maniere", "matiere", "ministere", "nombre",
    "notre", "offre", "ordre", "panier", "papier", "premier", "premiere", "quartier", "rencontre", "registre",
    "repertoire", "sommaire", "titre", "votre", "autre", "quatre", "contre", "entre",
  ]

  static func beginsWithInfinitive(_ text: String) -> Bool {
    let words = firstWords(of: FoldedText(text, longest: 200))
    // « Ne pas tout perdre », « Pour mieux choisir » : the infinitive comes a little later.
    let isOpened = words.first.map { openings.contains($0) } ?? false
    return words.lazy.filter { !openings.contains($0) }.prefix(isOpened ? 2 : 1).contains { word in
      endsAsInfinitive(word.utf8.span) && !nouns.contains(word)
    }
  }

  /// The words of a text up to the second one that is no opening; all of them where that is not told by ASCII.
  private static func firstWords(of text: FoldedText) -> [String] {
    let bytes = text.description.utf8
    var words: [String] = []
    var others = 0
    var start = bytes.startIndex
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 { return text.wordList }
      if byte &- 0x61 < 26 || byte &- 0x30 < 10 { continue }
      if start < index {
        words.append(String(text.description[start..<index]))
        if !openings.contains(words[words.count - 1]) { others += 1 }
        if others == 2 { return words }
      }
      start = bytes.index(after: index)
    }
    if start < bytes.endIndex { words.append(String(text.description[start...])) }
    return words
  }

  private static func endsAsInfinitive(_ word: Span<UInt8>) -> Bool {
    guard word.count > 1 else { return false }
    switch (word[word.count - 2], word[word.count - 1]) {
    case (UInt8(ascii: "e"), UInt8(ascii: "r")), (UInt8(ascii: "i"), UInt8(ascii: "r")),
      (UInt8(ascii: "r"), UInt8(ascii: "e")):
      return true
    default: return false
    }
  }
}

extension Message {
  fileprivate static let noInfinitive = Message(
    fr:
      "Cet objectif ne commence pas par un infinitif\u{A0}: dites ce que le lecteur saura faire («\u{A0}Comprendre…\u{A0}»).",
    en: "This objective does not begin with an infinitive: say what the reader will be able to do (“Comprendre…”).")
}

import RelireModel

/// What can be wrong with JSON.
enum JSONProblem {
  static func trailing(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Ces données sont finies avant ceci\u{A0}: supprimez ce qui suit.",
        en: "This data ends before this: remove what follows."))
  }

  static func trailingComma(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Cette virgule n’est suivie d’aucune valeur\u{A0}: supprimez-la.",
        en: "This comma is followed by no value: remove it."))
  }

  static func expectedKey(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Écrivez ici une clé, entre guillemets droits doubles.",
        en: "Write a key here, in straight double quotes."))
  }

  static func expectedColon(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Ajoutez «\u{A0}:\u{A0}» et une valeur après cette clé.",
        en: "Add “:” and a value after this key."))
  }

  static func expectedValue(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Écrivez ici une valeur\u{A0}: un texte entre guillemets droits doubles, un nombre, true, false, null, "
          + "une liste «\u{A0}[…]\u{A0}» ou un groupe «\u{A0}{…}\u{A0}».",
        en: "Write a value here: a text in straight double quotes, a number, true, false, null, a list “[…]” or "
          + "an object “{…}”."))
  }

  static func badNumber(_ range: SourceRange) -> DataError {
    DataError(range, Message(fr: "Ce nombre est mal écrit.", en: "This number is badly written."))
  }

  static func badEscape(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Cette suite après «\u{A0}\\\u{A0}» n’a pas de sens\u{A0}: doublez la barre oblique inverse.",
        en: "This escape after “\\” means nothing: double the backslash."))
  }

  static func controlCharacter(_ range: SourceRange, isLineEnd: Bool) -> DataError {
    DataError(
      range,
      isLineEnd
        ? Message(
          fr: "Un texte ne peut pas continuer à la ligne\u{A0}: fermez le guillemet, ou écrivez \\n.",
          en: "A text cannot go on in the next line: close the quotation mark, or write \\n.")
        : Message(
          fr: "Un caractère de commande invisible se trouve ici\u{A0}: supprimez-le.",
          en: "An invisible control character stands here: remove it."))
  }
}

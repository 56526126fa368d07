import RelireModel

/// What can be wrong with TOML.
enum TOMLProblem {
  static func duplicateKey(_ part: TOMLKey.Part) -> DataError {
    DataError(
      part.range,
      Message(
        fr: "La clé «\u{A0}\(part.name)\u{A0}» est donnée deux fois\u{A0}: supprimez l’une des deux.",
        en: "The key “\(part.name)” is given twice: remove one of them."))
  }

  static func unclosedHeader(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Il manque «\u{A0}]\u{A0}» à la fin de ce titre de table.",
        en: "“]” is missing at the end of this table header."))
  }

  static func expectedKey(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr:
          "Une clé est attendue ici\u{202F}; mettez-la entre guillemets droits si elle porte des accents ou des espaces.",
        en: "A key is expected here; put it in straight quotes if it has accents or spaces."))
  }

  static func expectedEquals(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Il manque «\u{A0}=\u{A0}» et une valeur après cette clé.",
        en: "“=” and a value are missing after this key."))
  }

  static func expectedValue(_ range: SourceRange) -> DataError {
    DataError(range, Message(fr: "Une valeur est attendue ici.", en: "A value is expected here."))
  }

  static func unquotedText(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Cette valeur n’est ni un nombre, ni une date, ni true ou false\u{A0}: si c’est un texte, mettez-le entre "
          + "guillemets droits.",
        en: "This value is no number, no date, neither true nor false: if it is a text, put it in straight quotes."))
  }

  static func badNumber(_ range: SourceRange) -> DataError {
    DataError(range, Message(fr: "Ce nombre est mal écrit.", en: "This number is badly written."))
  }

  static func badDate(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Cette date est mal écrite ou n’existe pas\u{A0}: la forme attendue est 2024-01-31 ou 2024-01-31T10:00:00.",
        en: "This date is badly written or does not exist: the form is 2024-01-31 or 2024-01-31T10:00:00."))
  }

  static func unclosedString(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: range.count == 1
          ? "Ce guillemet n’est pas fermé sur sa ligne." : "Ce texte entre guillemets triples n’est jamais fermé.",
        en: range.count == 1
          ? "This quotation mark is not closed on its line." : "This text in triple quotes is never closed."))
  }

  static func trailingComma(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Cette virgule n’est suivie d’aucune clé\u{A0}: supprimez-la.",
        en: "This comma is followed by no key: remove it."))
  }

  static func trailing(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Supprimez le reste de cette ligne, ou mettez le texte entier entre guillemets droits.",
        en: "Remove the rest of this line, or put the whole text in straight quotes."))
  }

  static func badEscape(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr:
          "Cette suite après «\u{A0}\\\u{A0}» n’a pas de sens entre guillemets doubles\u{A0}: doublez la barre oblique "
          + "inverse, ou mettez la valeur entre guillemets simples.",
        en: "This escape after “\\” means nothing in double quotes: double the backslash, or use single quotes."))
  }

  static func controlCharacter(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Un caractère de commande invisible se trouve ici\u{A0}: supprimez-le.",
        en: "An invisible control character stands here: remove it."))
  }
}

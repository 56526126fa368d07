import RelireModel

/// What can be wrong with JSON.
enum JSONProblem {
  static func trailing(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "rien ne doit suivre la fin de ces données",
        en: "nothing may follow the end of this data"))
  }

  static func unclosed(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(fr: "ce qui s’ouvre ici n’est jamais fermé", en: "what opens here is never closed"))
  }

  static func unclosedString(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(fr: "ce guillemet n’est jamais fermé", en: "this quotation mark is never closed"))
  }

  static func expectedComma(_ range: SourceRange, closing: String) -> DataError {
    DataError(
      range,
      Message(
        fr: "une virgule ou «\u{A0}\(closing)\u{A0}» manque avant ceci",
        en: "a comma or '\(closing)' is missing before this"))
  }

  static func trailingComma(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "cette virgule n’est suivie d’aucune valeur\u{A0}: supprimez-la",
        en: "this comma is followed by no value: remove it"))
  }

  static func expectedKey(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "une clé entre guillemets droits doubles est attendue ici",
        en: "a key in straight double quotes is expected here"))
  }

  static func expectedColon(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "il manque «\u{A0}:\u{A0}» et une valeur après cette clé",
        en: "':' and a value are missing after this key"))
  }

  static func expectedValue(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "une valeur est attendue ici\u{A0}: un texte entre guillemets droits doubles, un nombre, true, false, null, "
          + "une liste «\u{A0}[…]\u{A0}» ou un groupe «\u{A0}{…}\u{A0}»",
        en: "a value is expected here: a text in straight double quotes, a number, true, false, null, a list '[…]' or "
          + "an object '{…}'"))
  }

  static func badNumber(_ range: SourceRange) -> DataError {
    DataError(range, Message(fr: "ce nombre est mal écrit", en: "this number is badly written"))
  }

  static func badEscape(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "cette suite après «\u{A0}\\\u{A0}» n’a pas de sens\u{A0}: doublez la barre oblique inverse",
        en: "this escape after '\\' means nothing: double the backslash"))
  }

  static func controlCharacter(_ range: SourceRange, isLineEnd: Bool) -> DataError {
    DataError(
      range,
      isLineEnd
        ? Message(
          fr: "un texte ne peut pas continuer à la ligne\u{A0}: fermez le guillemet, ou écrivez \\n",
          en: "a text cannot go on in the next line: close the quotation mark, or write \\n")
        : Message(
          fr: "un caractère de commande invisible se trouve ici\u{A0}: supprimez-le",
          en: "an invisible control character stands here: remove it"))
  }
}

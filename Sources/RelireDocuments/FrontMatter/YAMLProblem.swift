import RelireModel

/// What can be wrong with YAML, in words for people who did not learn it.
enum YAMLProblem {
  static func outOfMemory(_ range: SourceRange) -> DataError {
    DataError(
      range, Message(fr: "Mémoire insuffisante pour lire ces données.", en: "Not enough memory to read this data."))
  }

  static func secondDocument(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Ces données contiennent plusieurs documents séparés par «\u{A0}---\u{A0}»\u{A0}: n’en gardez qu’un.",
        en: "This data holds several documents separated by “---”: keep only one."))
  }

  static func keyIsNoText(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Cette clé est une liste ou un groupe de clés\u{A0}: donnez-lui un simple texte.",
        en: "This key is a list or a mapping: make it a plain text."))
  }

  static func duplicateKey(_ key: String, _ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "La clé «\u{A0}\(key)\u{A0}» est donnée deux fois\u{A0}: supprimez l’une des deux.",
        en: "The key “\(key)” is given twice: remove one of them."))
  }

  static func unknownAlias(_ name: String, _ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "«\u{A0}*\(name)\u{A0}» renvoie à une valeur «\u{A0}&\(name)\u{A0}» qui n’existe pas avant lui\u{202F}; si "
          + "c’est un texte, mettez-le entre guillemets.",
        en: "“*\(name)” refers to a value “&\(name)” that does not exist before it; if it is a text, quote it."))
  }

  static func tooManyAliases(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Les renvois (*nom) multiplient ces données au-delà de toute mesure\u{A0}: elles ne sont pas lues.",
        en: "Aliases (*name) multiply this data beyond measure: it is not read."))
  }

  static func mergeOfNoMapping(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "«\u{A0}<<\u{A0}» ne peut reprendre qu’un groupe de clés.",
        en: "“<<” can only merge a mapping."))
  }

  // MARK: libyaml's own

  /// - Parameters:
  ///   - offset: where libyaml met the problem.
  ///   - from: where the construct began in which it did.
  static func of(
    _ problem: String, _ context: String, at offset: Int, from: Int, in bytes: [UInt8], end: Int
  ) -> DataError {
    let here = SourceRange(offset, afterCharacter(bytes, offset, end))
    let whole = SourceRange(from, max(from, offset))
    switch problem {
    case "mapping values are not allowed in this context":
      return DataError(
        here,
        Message(
          fr: "Ce «\u{A0}:\u{A0}» n’est pas permis ici\u{A0}: mettez toute la valeur entre guillemets, ou vérifiez le "
            + "retrait de la ligne.",
          en: "This “:” is not allowed here: quote the whole value, or check the line’s indentation."))
    case "found character that cannot start any token" where offset < end && bytes[offset] == 0x09:
      return tab(here)
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      return tab(here)
    case "found character that cannot start any token":
      return DataError(
        here,
        Message(
          fr: "Une valeur ne peut pas commencer par ce caractère\u{A0}: mettez-la entre guillemets.",
          en: "A value cannot begin with this character: quote it."))
    case "could not find expected ':'":
      return DataError(
        whole.isEmpty ? here : whole,
        Message(
          fr: "Il manque «\u{A0}:\u{A0}» et une valeur après cette clé.",
          en: "“:” and a value are missing after this key."))
    case "found unexpected end of stream" where context.contains("quoted scalar"),
      "found unexpected document indicator":
      return .unclosedQuote(SourceRange(from, min(from + 1, end)))
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return DataError(
        SourceRange(offset, afterCharacter(bytes, here.end, end)),
        Message(
          fr: "Cette suite après «\u{A0}\\\u{A0}» n’a pas de sens entre guillemets doubles\u{A0}: doublez la barre "
            + "oblique inverse, ou mettez la valeur entre guillemets simples.",
          en: "This escape after “\\” means nothing in double quotes: double the backslash, or use single quotes."))
    case "did not find expected alphabetic or numeric character":
      return DataError(
        SourceRange(from, max(from, here.end)),
        Message(
          fr: "Cette valeur commence par «\u{A0}*\u{A0}» ou «\u{A0}&\u{A0}»\u{A0}: mettez-la entre guillemets.",
          en: "This value begins with “*” or “&”: quote it."))
    case "block sequence entries are not allowed in this context", "did not find expected '-' indicator":
      return DataError(
        here,
        Message(
          fr: "Cet élément n’est pas à sa place dans la liste\u{A0}: alignez les tirets de la liste, sous leur clé.",
          en: "This item is out of place in its list: align the list’s hyphens, under their key."))
    case "did not find expected key":
      return DataError(
        here,
        Message(
          fr: "Une clé suivie de «\u{A0}:\u{A0}» est attendue ici\u{A0}: vérifiez le retrait de cette ligne et les "
            + "guillemets de la précédente.",
          en: "A key followed by “:” is expected here: check this line’s indentation and the quotes of the line before."
        ))
    case "did not find expected ',' or ']'":
      return DataError(
        here,
        Message(
          fr: "La liste ouverte par «\u{A0}[\u{A0}» n’est pas fermée, ou une virgule manque ici.",
          en: "The list opened by “[” is not closed, or a comma is missing here."))
    case "did not find expected ',' or '}'":
      return DataError(
        here,
        Message(
          fr: "Le groupe ouvert par «\u{A0}{\u{A0}» n’est pas fermé, ou une virgule manque ici.",
          en: "The mapping opened by “{” is not closed, or a comma is missing here."))
    case "control characters are not allowed":
      return DataError(
        here,
        Message(
          fr: "Un caractère de commande invisible se trouve ici\u{A0}: supprimez-le.",
          en: "An invisible control character stands here: remove it."))
    case "did not find expected <document start>":
      return DataError(
        here,
        Message(
          fr: "Ce texte ne fait pas partie des données qui le précèdent\u{A0}: vérifiez son retrait.",
          en: "This text does not belong to the data before it: check its indentation."))
    case "mapping keys are not allowed in this context":
      return DataError(
        here,
        Message(
          fr:
            "Un point d’interrogation suivi d’un blanc ne peut pas commencer une valeur\u{A0}: mettez-la entre guillemets.",
          en: "“?” and a blank cannot begin a value: quote it."))
    default:
      return DataError(
        here,
        Message(
          fr: "Ces données ne sont pas du YAML correct à partir d’ici (\(problem)).",
          en: "This data is not valid YAML from here on (\(problem))."))
    }
  }

  private static func afterCharacter(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    var next = min(offset + 1, end)
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  private static func tab(_ range: SourceRange) -> DataError {
    DataError(
      range,
      Message(
        fr: "Une tabulation ne peut pas servir de retrait ici\u{A0}: remplacez-la par des espaces.",
        en: "A tab cannot indent here: replace it with spaces."))
  }
}

import RelireModel

/// Puts the fixed words of argument-parser, which knows English only, into French.
///
/// A sentence that is not in the table stays as it is: a translation is a courtesy, not a promise.
enum ParserWording {
  private static let table: [(english: String, french: String)] = [
    ("OVERVIEW: ", ""),
    ("USAGE: ", "UTILISATION\u{A0}: "),
    ("Usage: ", "Utilisation\u{A0}: "),
    ("ARGUMENTS:", "ARGUMENTS\u{A0}:"),
    ("OPTIONS:", "OPTIONS\u{A0}:"),
    ("SUBCOMMANDS:", "COMMANDES\u{A0}:"),
    ("<subcommand>", "<commande>"),
    ("Show the version.", "Affiche la version."),
    ("Show help information.", "Affiche cette aide."),
    ("Show subcommand help information.", "Affiche l’aide d’une commande."),
    // Three blanks of the column go to the longer word.
    (" (default)   ", " (par défaut)"),
    ("(default:", "(par défaut\u{A0}:"),
    ("(values:", "(valeurs\u{A0}:"),
    ("' for detailed help.", "\u{A0}» pour l’aide d’une commande."),
    ("' for more information.", "\u{A0}» pour en savoir plus."),
    ("  See '", "  Voir «\u{A0}"),
    ("Error: ", "Erreur\u{A0}: "),
    ("Help:  ", "Aide\u{A0}: "),
    ("Unknown option ", "option inconnue "),
    (". Did you mean ", ". Vouliez-vous dire "),
    ("Missing expected argument ", "il manque l’argument "),
    ("Missing value for ", "il manque une valeur pour "),
    ("Unexpected argument ", "argument inattendu "),
    (" unexpected arguments: ", " arguments inattendus\u{A0}: "),
    (" does not take any value, but ", " ne prend pas de valeur, mais "),
    (" was specified.", " a été donné."),
    ("The option ", "l’option "),
    ("The value ", "la valeur "),
    (" is invalid for ", " ne convient pas pour "),
    (". Please provide one of the following:", ". Valeurs possibles\u{A0}:"),
    (". Please provide one of ", ". Valeurs possibles\u{A0}: "),
    ("'?", "'\u{202F}?"),
    ("': ", "'\u{A0}: "),
    (" or '", " ou '"),
    (" and '", " et '"),
  ]

  static func translated(_ message: String) -> String {
    // A completion script is a program, not a text.
    guard InterfaceLanguage.current == .french, !message.hasPrefix("#") else { return message }
    var result = message
    for (english, french) in table { result = replacing(english, by: french, in: result) }
    return typographic(result)
  }

  /// Guillemets for the straight quotes, which always stand in pairs within a line; those of an example are the shell's.
  private static func typographic(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard line.utf8.filter({ $0 == 0x27 }).count.isMultiple(of: 2), !line.hasPrefix("  relire ") else {
        return String(line)
      }
      var result = ""
      var isOpen = false
      for scalar in line.unicodeScalars {
        guard scalar == "'" else {
          result.unicodeScalars.append(scalar)
          continue
        }
        result += isOpen ? "\u{A0}»" : "«\u{A0}"
        isOpen.toggle()
      }
      return result
    }
    return lines.joined(separator: "\n")
  }

  private static func replacing(_ target: String, by replacement: String, in text: String) -> String {
    let bytes = Array(text.utf8)
    let target = Array(target.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: target) {
        result += replacement.utf8
        index += target.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

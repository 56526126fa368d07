import RelireAccessibility
import RelireModel

extension AriaAttribute {
  /// What the attribute takes, as messages say it.
  var choices: Message {
    switch value {
    case .boolean: .words("true ou false", "true or false")
    case .optionalBoolean: .words("true, false ou undefined", "true, false or undefined")
    case .tristate: .words("true, false, mixed ou undefined", "true, false, mixed or undefined")
    case .token(let tokens), .tokens(let tokens):
      .words(tokens.sorted().joined(separator: ", "), tokens.sorted().joined(separator: ", "))
    case .integer: .words("un nombre entier", "a whole number")
    case .number: .words("un nombre", "a number")
    case .idReference: .words("un seul identifiant", "a single id")
    case .idReferences: .words("des identifiants", "ids")
    case .string: .words("un texte", "a text")
    }
  }
}

extension Message {
  fileprivate static func words(_ french: String, _ english: String) -> Message { Message(fr: french, en: english) }
}

extension DocumentBuilder {
  /// Takes the texts among the arguments of shortcodes that readers get to see, as far as their names tell.
  mutating func addShortcodeArguments() {
    for mask in masks where mask.kind == .shortcode && !mask.isClosing {
      guard let call = ShortcodeCall(mask, in: source) else { continue }
      for argument in call.arguments where argument.isText && Self.textNames.contains(argument.key.lowercased()) {
        prose(.shortcodeArgument, of: .none, verbatim: argument.range)
      }
    }
  }

  /// Those of Hugo’s own shortcodes and of the usual themes, and what French authors call them.
  private static let textNames: Set = [
    "title", "subtitle", "alt", "caption", "description", "summary", "label", "legend", "titre", "sous-titre",
    "soustitre", "legende", "légende", "resume", "résumé", "libelle", "libellé",
  ]
}

extension ShortcodeCall.Argument {
  /// Whether the value is words, without markup: a single one may be a key as well.
  fileprivate var isText: Bool {
    isVerbatim && value.utf8.contains(UInt8(ascii: " ")) && !value.utf8.contains(where: Self.isMarkup)
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "`"), UInt8(ascii: "*"),
      UInt8(ascii: "&"):
      true
    default: byte == UInt8(ascii: "\n")
    }
  }
}

/// The anchors that Hugo gives to headings.
///
/// Source: Hugo's `autoIDType` setting and Goldmark; the tests compare with what Hugo generated.
public struct HeadingIDs {
  private let type: HugoConfiguration.Markup.HeadingIDs
  private var taken: Set<String> = []

  public init(_ type: HugoConfiguration.Markup.HeadingIDs = .github) { self.type = type }

  /// An identifier that is written out (`{#id}`).
  public mutating func take(_ id: String) { taken.insert(id) }

  /// The identifier of the next heading of the page.
  ///
  /// - Parameter text: what the heading says.
  public mutating func id(for text: String) -> String {
    var base = Self.anchor(text, type)
    if base.isEmpty { base = "heading" }
    var id = base
    var number = 1
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  static func anchor(_ text: String, _ type: HugoConfiguration.Markup.HeadingIDs) -> String {
    let text = type == .githubASCII ? HugoPath.withoutAccents(text) : text
    var scalars = Array(text.unicodeScalars)[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars = scalars.dropLast() }
    scalars = scalars.drop { $0.properties.isWhitespace }
    var result = ""
    var isPending = false
    for scalar in scalars {
      if type == .githubASCII, !scalar.isASCII { continue }
      let isWord = scalar == "_" && type != .blackfriday || isLetterOrDigit(scalar)
      if type == .blackfriday {
        // Runs of other signs become one hyphen, none at the ends.
        if isWord {
          if isPending, !result.isEmpty { result += "-" }
          isPending = false
          result.unicodeScalars += scalar.properties.lowercaseMapping.unicodeScalars.prefix(1)
        } else {
          isPending = true
        }
      } else if scalar == "-" || scalar == " " {
        result += "-"
      } else if isWord {
        result.unicodeScalars += scalar.properties.lowercaseMapping.unicodeScalars.prefix(1)
      }
    }
    return result
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
    default: false
    }
  }
}

/// The language of what the tool itself says.
public enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"
}

/// A text for people, in both languages.
public struct Message: Hashable, Codable, Sendable {
  public let french: String
  public let english: String

  public init(fr french: String, en english: String) {
    self.french = french
    self.english = english
  }

  public subscript(language: MessageLanguage) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}

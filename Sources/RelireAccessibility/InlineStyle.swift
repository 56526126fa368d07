/// The little that a `style` attribute says of visibility.
enum InlineStyle {
  enum Display: Sendable {
    case unknown, none, shown
  }

  /// Reads `display` and `visibility`; the last declaration wins.
  static func read(_ style: String, display: inout Display, visibility: inout Bool?) {
    // `display` and `visibility` have their second and third letters in common.
    guard zip(style.utf8, style.utf8.dropFirst()).contains(where: { $0 | 0x20 == 0x69 && $1 | 0x20 == 0x73 }) else {
      return
    }
    for declaration in style.lowercased().split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let value = declaration[declaration.index(after: colon)...].split(separator: "!").first?.trimmingSpaces ?? ""
      switch declaration[..<colon].trimmingSpaces {
      case "display": display = value == "none" ? .none : .shown
      case "visibility": visibility = value != "hidden" && value != "collapse"
      default: break
      }
    }
  }
}

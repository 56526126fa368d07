/// The little that a `style` attribute says of visibility.
enum InlineStyle {
  enum Display: Sendable {
    case unknown, none, shown
  }

  /// Reads `display` and `visibility`; the last declaration wins.
  static func read(_ style: String, display: inout Display, visibility: inout Bool?) {
    guard style.utf8.contains(UInt8(ascii: ":")) else { return }
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

import RelireModel

/// Colours for a terminal, or none.
public struct TerminalStyle: Sendable {
  enum Role {
    case error, warning, info, path, faint, gutter, removed, added, strong
  }

  public let isColored: Bool

  public init(isColored: Bool) { self.isColored = isColored }

  /// Writes what `body` writes in the colours of a role (ECMA-48, Select Graphic Rendition).
  func write(_ role: Role, to output: inout ByteBuffer, _ body: (inout ByteBuffer) -> Void) {
    if isColored { output.append("\u{1B}[\(code(role))m") }
    body(&output)
    if isColored { output.append("\u{1B}[0m") }
  }

  func write(_ text: String, _ role: Role, to output: inout ByteBuffer) {
    write(role, to: &output) { $0.append(text) }
  }

  private func code(_ role: Role) -> String {
    switch role {
    case .error: "1;31"
    case .warning: "1;33"
    case .info: "1;36"
    case .path, .strong: "1"
    case .faint: "2"
    case .gutter: "34"
    case .removed: "31"
    case .added: "32"
    }
  }
}

extension TerminalStyle.Role {
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .info: self = .info
    }
  }
}

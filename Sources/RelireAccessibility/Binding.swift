/// What a framework that works in the page (Vue, Alpine, Angular, htmx, Livewire) does to an element by one of its
/// attributes: the markup does not tell what the element says or does then.
public enum Binding: Equatable, Sendable {
  /// It gives the element another attribute.
  case attribute(Substring)
  /// It fills the element.
  case content
  /// It has a script answer the reader.
  case action
  /// It gives the element attributes that are not named.
  case anything

  /// - Parameter name: of an attribute that no standard knows, in lower case.
  public init?(_ name: String) {
    guard let first = name.utf8.first, let binding = Self.read(name[...], first) else { return nil }
    self = binding
  }

  private static func read(_ name: Substring, _ first: UInt8) -> Binding? {
    switch first {
    case UInt8(ascii: "@"), UInt8(ascii: "("): return .action
    case UInt8(ascii: ":"): return target(name.dropFirst())
    case UInt8(ascii: "["):
      let inner = name.dropFirst().prefix { $0 != "]" && $0 != ")" }.drop { $0 == "(" }
      return target(inner.hasPrefix("attr.") ? inner.dropFirst(5) : inner)
    case UInt8(ascii: "v"): return directive(name, "v-")
    case UInt8(ascii: "x"): return directive(name, "x-")
    case UInt8(ascii: "n") where name.hasPrefix("ng-"):
      if name.hasPrefix("ng-bind") { return .content }
      return name.hasPrefix("ng-attr-") ? target(name.dropFirst(8)) : .action
    case UInt8(ascii: "h") where name.hasPrefix("hx-"), UInt8(ascii: "w") where name.hasPrefix("wire:"): return .action
    case UInt8(ascii: "r") where name == "routerlink": return .attribute("href")
    default: return nil
    }
  }

  private static func directive(_ name: Substring, _ prefix: String) -> Binding? {
    guard name.hasPrefix(prefix) else { return nil }
    let directive = name.dropFirst(prefix.count)
    if directive.hasPrefix("bind:") { return target(directive.dropFirst(5)) }
    if directive.hasPrefix("on:") { return .action }
    switch directive.prefix(while: { $0 != "." }) {
    case "bind": return .anything
    case "text", "html": return .content
    default: return nil
    }
  }

  /// What is bound, without its modifiers (`:alt.attr`).
  private static func target(_ name: Substring) -> Binding {
    let name = name.prefix { $0 != "." }
    switch name {
    case "innerhtml", "inner-html", "textcontent", "text-content", "innertext", "inner-text": return .content
    case "routerlink": return .attribute("href")
    default: return .attribute(name)
    }
  }
}

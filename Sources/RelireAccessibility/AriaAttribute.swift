import RelireDocuments

/// What WAI-ARIA says of a state or property (1.2, chapter 6.6; those of the 1.3 draft are known too).
public struct AriaAttribute: Sendable {
  /// What it may hold (WAI-ARIA 1.2, 6.2.4).
  public enum Value: Sendable {
    case boolean
    /// `true`, `false` or `undefined`.
    case optionalBoolean
    /// `true`, `false`, `mixed` or `undefined`.
    case tristate
    case token(Set<String>)
    case tokens(Set<String>)
    case integer
    case number
    case string
    case idReference
    case idReferences
  }

  public let value: Value
  /// Whether any role may have it.
  public let isGlobal: Bool

  /// Nil for an attribute that WAI-ARIA does not define.
  public static func of(_ name: AttributeName) -> AriaAttribute? { table[name] }

  /// Whether any role may have an attribute, by a look into a table.
  static func isGlobal(_ name: AttributeName) -> Bool { !name.isCustom && globals[Int(name.rawValue)] }

  private static let globals: [Bool] = {
    var table = [Bool](repeating: false, count: AttributeName.count)
    for (name, attribute) in Self.table where attribute.isGlobal { table[Int(name.rawValue)] = true }
    return table
  }()

  private static func global(_ value: Value) -> AriaAttribute { AriaAttribute(value: value, isGlobal: true) }
  private static func local(_ value: Value) -> AriaAttribute { AriaAttribute(value: value, isGlobal: false) }

  private static let table: [AttributeName: AriaAttribute] = [
    .ariaActivedescendant: local(.idReference),
    .ariaAtomic: global(.boolean),
    .ariaAutocomplete: local(.token(["inline", "list", "both", "none"])),
    .ariaBraillelabel: global(.string),
    .ariaBrailleroledescription: global(.string),
    .ariaBusy: global(.boolean),
    .ariaChecked: local(.tristate),
    .ariaColcount: local(.integer),
    .ariaColindex: local(.integer),
    .ariaColindextext: local(.string),
    .ariaColspan: local(.integer),
    .ariaControls: global(.idReferences),
    .ariaCurrent: global(.token(["page", "step", "location", "date", "time", "true", "false"])),
    .ariaDescribedby: global(.idReferences),
    .ariaDescription: global(.string),
    .ariaDetails: global(.idReferences),
    .ariaDisabled: global(.boolean),
    .ariaDropeffect: global(.tokens(["copy", "execute", "link", "move", "none", "popup"])),
    .ariaErrormessage: global(.idReferences),
    .ariaExpanded: local(.optionalBoolean),
    .ariaFlowto: global(.idReferences),
    .ariaGrabbed: global(.optionalBoolean),
    .ariaHaspopup: global(.token(["false", "true", "menu", "listbox", "tree", "grid", "dialog"])),
    .ariaHidden: global(.optionalBoolean),
    .ariaInvalid: global(.token(["grammar", "false", "spelling", "true"])),
    .ariaKeyshortcuts: global(.string),
    .ariaLabel: global(.string),
    .ariaLabelledby: global(.idReferences),
    .ariaLevel: local(.integer),
    .ariaLive: global(.token(["assertive", "off", "polite"])),
    .ariaModal: local(.boolean),
    .ariaMultiline: local(.boolean),
    .ariaMultiselectable: local(.boolean),
    .ariaOrientation: local(.token(["horizontal", "undefined", "vertical"])),
    .ariaOwns: global(.idReferences),
    .ariaPlaceholder: local(.string),
    .ariaPosinset: local(.integer),
    .ariaPressed: local(.tristate),
    .ariaReadonly: local(.boolean),
    .ariaRelevant: global(.tokens(["additions", "all", "removals", "text"])),
    .ariaRequired: local(.boolean),
    .ariaRoledescription: global(.string),
    .ariaRowcount: local(.integer),
    .ariaRowindex: local(.integer),
    .ariaRowindextext: local(.string),
    .ariaRowspan: local(.integer),
    .ariaSelected: local(.optionalBoolean),
    .ariaSetsize: local(.integer),
    .ariaSort: local(.token(["ascending", "descending", "none", "other"])),
    .ariaValuemax: local(.number),
    .ariaValuemin: local(.number),
    .ariaValuenow: local(.number),
    .ariaValuetext: local(.string),
  ]

  /// Whether a value is one that the attribute may hold. The empty value always is: it says nothing.
  public func allows(_ text: String) -> Bool {
    let text = text.trimmingSpaces.lowercased()
    if text.isEmpty { return true }
    switch value {
    case .boolean: return ["true", "false"].contains(text)
    case .optionalBoolean: return ["true", "false", "undefined"].contains(text)
    case .tristate: return ["true", "false", "mixed", "undefined"].contains(text)
    case .token(let tokens): return tokens.contains(text)
    case .tokens(let tokens): return text.spaceSeparated.allSatisfy { tokens.contains(String($0)) }
    case .integer: return Int(text) != nil
    // Swift reads hexadecimal numbers too, which HTML does not know.
    case .number: return !text.contains("x") && Double(text).map(\.isFinite) ?? false
    case .idReference: return text.spaceSeparated.count == 1
    case .idReferences, .string: return true
    }
  }
}

// The names are data: their order is their number.

/// The name of an attribute, interned.
///
/// A known name is a small constant; any other one is a number at or above `firstCustom`, the index
/// (plus `firstCustom`) of its lower-case spelling in `Document.customNames`.
public struct AttributeName: RawRepresentable, Hashable, Sendable {
  public let rawValue: UInt16

  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let firstCustom: UInt16 = 1024

  @inlinable public var isCustom: Bool { rawValue >= 1024 }

  /// The known name spelt by lower-case bytes, or nil.
  public static func known(_ lowercased: some Collection<UInt8>) -> AttributeName? {
    NameTable.attributes.index(of: lowercased).map { AttributeName(rawValue: $0) }
  }

  /// The spelling of a known name; empty for a custom one.
  public var knownSpelling: String {
    isCustom ? "" : Self.spellings[Int(rawValue)]
  }

  /// Number of known names.
  public static var count: Int { spellings.count }

  static let spellings: [String] = [
    "id", "class", "lang", "xml:lang", "dir", "title", "hidden", "inert", "style", "translate", "tabindex",
    "accesskey", "contenteditable", "draggable", "role", "href", "src", "srcset", "sizes", "alt", "width", "height",
    "name", "value", "type", "rel", "target", "download", "hreflang", "media", "content", "charset", "http-equiv",
    "property", "action", "method", "for", "checked", "disabled", "readonly", "required", "placeholder",
    "autocomplete", "maxlength", "multiple", "colspan", "rowspan", "headers", "scope", "abbr", "usemap", "ismap",
    "shape", "coords", "open", "controls", "autoplay", "loop", "muted", "poster", "kind", "srclang", "label",
    "default", "data", "srcdoc", "sandbox", "allow", "cite", "datetime", "start", "reversed", "summary", "border",
    "align", "bgcolor", "onclick", "onkeydown", "onkeyup", "onkeypress", "onmouseover", "onfocus", "onblur",
    "onchange", "oninput", "onload", "slot", "is", "itemprop", "itemscope", "itemtype", "popover", "form", "list",
    "min", "max", "step", "pattern", "selected", "span", "manifest", "language", "xmlns", "xlink:href", "viewbox",
    "aria-activedescendant", "aria-atomic", "aria-autocomplete", "aria-braillelabel", "aria-brailleroledescription",
    "aria-busy", "aria-checked", "aria-colcount", "aria-colindex", "aria-colindextext", "aria-colspan",
    "aria-controls", "aria-current", "aria-describedby", "aria-description", "aria-details", "aria-disabled",
    "aria-dropeffect", "aria-errormessage", "aria-expanded", "aria-flowto", "aria-grabbed", "aria-haspopup",
    "aria-hidden", "aria-invalid", "aria-keyshortcuts", "aria-label", "aria-labelledby", "aria-level", "aria-live",
    "aria-modal", "aria-multiline", "aria-multiselectable", "aria-orientation", "aria-owns", "aria-placeholder",
    "aria-posinset", "aria-pressed", "aria-readonly", "aria-relevant", "aria-required", "aria-roledescription",
    "aria-rowcount", "aria-rowindex", "aria-rowindextext", "aria-rowspan", "aria-selected", "aria-setsize",
    "aria-sort", "aria-valuemax", "aria-valuemin", "aria-valuenow", "aria-valuetext", "size",
    "alink", "background", "cellpadding", "cellspacing", "char", "charoff", "clear", "color", "compact",
    "frameborder", "hspace", "link", "marginheight", "marginwidth", "text", "valign", "vlink", "vspace",
  ]
}

extension AttributeName {
  @inlinable public static var id: AttributeName { AttributeName(rawValue: 0) }
  @inlinable public static var `class`: AttributeName { AttributeName(rawValue: 1) }
  @inlinable public static var lang: AttributeName { AttributeName(rawValue: 2) }
  @inlinable public static var xmlLang: AttributeName { AttributeName(rawValue: 3) }
  @inlinable public static var dir: AttributeName { AttributeName(rawValue: 4) }
  @inlinable public static var title: AttributeName { AttributeName(rawValue: 5) }
  @inlinable public static var hidden: AttributeName { AttributeName(rawValue: 6) }
  @inlinable public static var inert: AttributeName { AttributeName(rawValue: 7) }
  @inlinable public static var style: AttributeName { AttributeName(rawValue: 8) }
  @inlinable public static var translate: AttributeName { AttributeName(rawValue: 9) }
  @inlinable public static var tabindex: AttributeName { AttributeName(rawValue: 10) }
  @inlinable public static var accesskey: AttributeName { AttributeName(rawValue: 11) }
  @inlinable public static var contenteditable: AttributeName { AttributeName(rawValue: 12) }
  @inlinable public static var draggable: AttributeName { AttributeName(rawValue: 13) }
  @inlinable public static var role: AttributeName { AttributeName(rawValue: 14) }
  @inlinable public static var href: AttributeName { AttributeName(rawValue: 15) }
  @inlinable public static var src: AttributeName { AttributeName(rawValue: 16) }
  @inlinable public static var srcset: AttributeName { AttributeName(rawValue: 17) }
  @inlinable public static var sizes: AttributeName { AttributeName(rawValue: 18) }
  @inlinable public static var alt: AttributeName { AttributeName(rawValue: 19) }
  @inlinable public static var width: AttributeName { AttributeName(rawValue: 20) }
  @inlinable public static var height: AttributeName { AttributeName(rawValue: 21) }
  @inlinable public static var name: AttributeName { AttributeName(rawValue: 22) }
  @inlinable public static var value: AttributeName { AttributeName(rawValue: 23) }
  @inlinable public static var type: AttributeName { AttributeName(rawValue: 24) }
  @inlinable public static var rel: AttributeName { AttributeName(rawValue: 25) }
  @inlinable public static var target: AttributeName { AttributeName(rawValue: 26) }
  @inlinable public static var download: AttributeName { AttributeName(rawValue: 27) }
  @inlinable public static var hreflang: AttributeName { AttributeName(rawValue: 28) }
  @inlinable public static var media: AttributeName { AttributeName(rawValue: 29) }
  @inlinable public static var content: AttributeName { AttributeName(rawValue: 30) }
  @inlinable public static var charset: AttributeName { AttributeName(rawValue: 31) }
  @inlinable public static var httpEquiv: AttributeName { AttributeName(rawValue: 32) }
  @inlinable public static var property: AttributeName { AttributeName(rawValue: 33) }
  @inlinable public static var action: AttributeName { AttributeName(rawValue: 34) }
  @inlinable public static var method: AttributeName { AttributeName(rawValue: 35) }
  @inlinable public static var `for`: AttributeName { AttributeName(rawValue: 36) }
  @inlinable public static var checked: AttributeName { AttributeName(rawValue: 37) }
  @inlinable public static var disabled: AttributeName { AttributeName(rawValue: 38) }
  @inlinable public static var readonly: AttributeName { AttributeName(rawValue: 39) }
  @inlinable public static var required: AttributeName { AttributeName(rawValue: 40) }
  @inlinable public static var placeholder: AttributeName { AttributeName(rawValue: 41) }
  @inlinable public static var autocomplete: AttributeName { AttributeName(rawValue: 42) }
  @inlinable public static var maxlength: AttributeName { AttributeName(rawValue: 43) }
  @inlinable public static var multiple: AttributeName { AttributeName(rawValue: 44) }
  @inlinable public static var colspan: AttributeName { AttributeName(rawValue: 45) }
  @inlinable public static var rowspan: AttributeName { AttributeName(rawValue: 46) }
  @inlinable public static var headers: AttributeName { AttributeName(rawValue: 47) }
  @inlinable public static var scope: AttributeName { AttributeName(rawValue: 48) }
  @inlinable public static var abbr: AttributeName { AttributeName(rawValue: 49) }
  @inlinable public static var usemap: AttributeName { AttributeName(rawValue: 50) }
  @inlinable public static var ismap: AttributeName { AttributeName(rawValue: 51) }
  @inlinable public static var shape: AttributeName { AttributeName(rawValue: 52) }
  @inlinable public static var coords: AttributeName { AttributeName(rawValue: 53) }
  @inlinable public static var `open`: AttributeName { AttributeName(rawValue: 54) }
  @inlinable public static var controls: AttributeName { AttributeName(rawValue: 55) }
  @inlinable public static var autoplay: AttributeName { AttributeName(rawValue: 56) }
  @inlinable public static var loop: AttributeName { AttributeName(rawValue: 57) }
  @inlinable public static var muted: AttributeName { AttributeName(rawValue: 58) }
  @inlinable public static var poster: AttributeName { AttributeName(rawValue: 59) }
  @inlinable public static var kind: AttributeName { AttributeName(rawValue: 60) }
  @inlinable public static var srclang: AttributeName { AttributeName(rawValue: 61) }
  @inlinable public static var label: AttributeName { AttributeName(rawValue: 62) }
  @inlinable public static var `default`: AttributeName { AttributeName(rawValue: 63) }
  @inlinable public static var data: AttributeName { AttributeName(rawValue: 64) }
  @inlinable public static var srcdoc: AttributeName { AttributeName(rawValue: 65) }
  @inlinable public static var sandbox: AttributeName { AttributeName(rawValue: 66) }
  @inlinable public static var allow: AttributeName { AttributeName(rawValue: 67) }
  @inlinable public static var cite: AttributeName { AttributeName(rawValue: 68) }
  @inlinable public static var datetime: AttributeName { AttributeName(rawValue: 69) }
  @inlinable public static var start: AttributeName { AttributeName(rawValue: 70) }
  @inlinable public static var reversed: AttributeName { AttributeName(rawValue: 71) }
  @inlinable public static var summary: AttributeName { AttributeName(rawValue: 72) }
  @inlinable public static var border: AttributeName { AttributeName(rawValue: 73) }
  @inlinable public static var align: AttributeName { AttributeName(rawValue: 74) }
  @inlinable public static var bgcolor: AttributeName { AttributeName(rawValue: 75) }
  @inlinable public static var onclick: AttributeName { AttributeName(rawValue: 76) }
  @inlinable public static var onkeydown: AttributeName { AttributeName(rawValue: 77) }
  @inlinable public static var onkeyup: AttributeName { AttributeName(rawValue: 78) }
  @inlinable public static var onkeypress: AttributeName { AttributeName(rawValue: 79) }
  @inlinable public static var onmouseover: AttributeName { AttributeName(rawValue: 80) }
  @inlinable public static var onfocus: AttributeName { AttributeName(rawValue: 81) }
  @inlinable public static var onblur: AttributeName { AttributeName(rawValue: 82) }
  @inlinable public static var onchange: AttributeName { AttributeName(rawValue: 83) }
  @inlinable public static var oninput: AttributeName { AttributeName(rawValue: 84) }
  @inlinable public static var onload: AttributeName { AttributeName(rawValue: 85) }
  @inlinable public static var slot: AttributeName { AttributeName(rawValue: 86) }
  @inlinable public static var `is`: AttributeName { AttributeName(rawValue: 87) }
  @inlinable public static var itemprop: AttributeName { AttributeName(rawValue: 88) }
  @inlinable public static var itemscope: AttributeName { AttributeName(rawValue: 89) }
  @inlinable public static var itemtype: AttributeName { AttributeName(rawValue: 90) }
  @inlinable public static var popover: AttributeName { AttributeName(rawValue: 91) }
  @inlinable public static var form: AttributeName { AttributeName(rawValue: 92) }
  @inlinable public static var list: AttributeName { AttributeName(rawValue: 93) }
  @inlinable public static var min: AttributeName { AttributeName(rawValue: 94) }
  @inlinable public static var max: AttributeName { AttributeName(rawValue: 95) }
  @inlinable public static var step: AttributeName { AttributeName(rawValue: 96) }
  @inlinable public static var pattern: AttributeName { AttributeName(rawValue: 97) }
  @inlinable public static var selected: AttributeName { AttributeName(rawValue: 98) }
  @inlinable public static var span: AttributeName { AttributeName(rawValue: 99) }
  @inlinable public static var manifest: AttributeName { AttributeName(rawValue: 100) }
  @inlinable public static var language: AttributeName { AttributeName(rawValue: 101) }
  @inlinable public static var xmlns: AttributeName { AttributeName(rawValue: 102) }
  @inlinable public static var xlinkHref: AttributeName { AttributeName(rawValue: 103) }
  @inlinable public static var viewbox: AttributeName { AttributeName(rawValue: 104) }
  @inlinable public static var ariaActivedescendant: AttributeName { AttributeName(rawValue: 105) }
  @inlinable public static var ariaAtomic: AttributeName { AttributeName(rawValue: 106) }
  @inlinable public static var ariaAutocomplete: AttributeName { AttributeName(rawValue: 107) }
  @inlinable public static var ariaBraillelabel: AttributeName { AttributeName(rawValue: 108) }
  @inlinable public static var ariaBrailleroledescription: AttributeName { AttributeName(rawValue: 109) }
  @inlinable public static var ariaBusy: AttributeName { AttributeName(rawValue: 110) }
  @inlinable public static var ariaChecked: AttributeName { AttributeName(rawValue: 111) }
  @inlinable public static var ariaColcount: AttributeName { AttributeName(rawValue: 112) }
  @inlinable public static var ariaColindex: AttributeName { AttributeName(rawValue: 113) }
  @inlinable public static var ariaColindextext: AttributeName { AttributeName(rawValue: 114) }
  @inlinable public static var ariaColspan: AttributeName { AttributeName(rawValue: 115) }
  @inlinable public static var ariaControls: AttributeName { AttributeName(rawValue: 116) }
  @inlinable public static var ariaCurrent: AttributeName { AttributeName(rawValue: 117) }
  @inlinable public static var ariaDescribedby: AttributeName { AttributeName(rawValue: 118) }
  @inlinable public static var ariaDescription: AttributeName { AttributeName(rawValue: 119) }
  @inlinable public static var ariaDetails: AttributeName { AttributeName(rawValue: 120) }
  @inlinable public static var ariaDisabled: AttributeName { AttributeName(rawValue: 121) }
  @inlinable public static var ariaDropeffect: AttributeName { AttributeName(rawValue: 122) }
  @inlinable public static var ariaErrormessage: AttributeName { AttributeName(rawValue: 123) }
  @inlinable public static var ariaExpanded: AttributeName { AttributeName(rawValue: 124) }
  @inlinable public static var ariaFlowto: AttributeName { AttributeName(rawValue: 125) }
  @inlinable public static var ariaGrabbed: AttributeName { AttributeName(rawValue: 126) }
  @inlinable public static var ariaHaspopup: AttributeName { AttributeName(rawValue: 127) }
  @inlinable public static var ariaHidden: AttributeName { AttributeName(rawValue: 128) }
  @inlinable public static var ariaInvalid: AttributeName { AttributeName(rawValue: 129) }
  @inlinable public static var ariaKeyshortcuts: AttributeName { AttributeName(rawValue: 130) }
  @inlinable public static var ariaLabel: AttributeName { AttributeName(rawValue: 131) }
  @inlinable public static var ariaLabelledby: AttributeName { AttributeName(rawValue: 132) }
  @inlinable public static var ariaLevel: AttributeName { AttributeName(rawValue: 133) }
  @inlinable public static var ariaLive: AttributeName { AttributeName(rawValue: 134) }
  @inlinable public static var ariaModal: AttributeName { AttributeName(rawValue: 135) }
  @inlinable public static var ariaMultiline: AttributeName { AttributeName(rawValue: 136) }
  @inlinable public static var ariaMultiselectable: AttributeName { AttributeName(rawValue: 137) }
  @inlinable public static var ariaOrientation: AttributeName { AttributeName(rawValue: 138) }
  @inlinable public static var ariaOwns: AttributeName { AttributeName(rawValue: 139) }
  @inlinable public static var ariaPlaceholder: AttributeName { AttributeName(rawValue: 140) }
  @inlinable public static var ariaPosinset: AttributeName { AttributeName(rawValue: 141) }
  @inlinable public static var ariaPressed: AttributeName { AttributeName(rawValue: 142) }
  @inlinable public static var ariaReadonly: AttributeName { AttributeName(rawValue: 143) }
  @inlinable public static var ariaRelevant: AttributeName { AttributeName(rawValue: 144) }
  @inlinable public static var ariaRequired: AttributeName { AttributeName(rawValue: 145) }
  @inlinable public static var ariaRoledescription: AttributeName { AttributeName(rawValue: 146) }
  @inlinable public static var ariaRowcount: AttributeName { AttributeName(rawValue: 147) }
  @inlinable public static var ariaRowindex: AttributeName { AttributeName(rawValue: 148) }
  @inlinable public static var ariaRowindextext: AttributeName { AttributeName(rawValue: 149) }
  @inlinable public static var ariaRowspan: AttributeName { AttributeName(rawValue: 150) }
  @inlinable public static var ariaSelected: AttributeName { AttributeName(rawValue: 151) }
  @inlinable public static var ariaSetsize: AttributeName { AttributeName(rawValue: 152) }
  @inlinable public static var ariaSort: AttributeName { AttributeName(rawValue: 153) }
  @inlinable public static var ariaValuemax: AttributeName { AttributeName(rawValue: 154) }
  @inlinable public static var ariaValuemin: AttributeName { AttributeName(rawValue: 155) }
  @inlinable public static var ariaValuenow: AttributeName { AttributeName(rawValue: 156) }
  @inlinable public static var ariaValuetext: AttributeName { AttributeName(rawValue: 157) }
  @inlinable public static var size: AttributeName { AttributeName(rawValue: 158) }
  @inlinable public static var alink: AttributeName { AttributeName(rawValue: 159) }
  @inlinable public static var background: AttributeName { AttributeName(rawValue: 160) }
  @inlinable public static var cellpadding: AttributeName { AttributeName(rawValue: 161) }
  @inlinable public static var cellspacing: AttributeName { AttributeName(rawValue: 162) }
  @inlinable public static var char: AttributeName { AttributeName(rawValue: 163) }
  @inlinable public static var charoff: AttributeName { AttributeName(rawValue: 164) }
  @inlinable public static var clear: AttributeName { AttributeName(rawValue: 165) }
  @inlinable public static var color: AttributeName { AttributeName(rawValue: 166) }
  @inlinable public static var compact: AttributeName { AttributeName(rawValue: 167) }
  @inlinable public static var frameborder: AttributeName { AttributeName(rawValue: 168) }
  @inlinable public static var hspace: AttributeName { AttributeName(rawValue: 169) }
  @inlinable public static var link: AttributeName { AttributeName(rawValue: 170) }
  @inlinable public static var marginheight: AttributeName { AttributeName(rawValue: 171) }
  @inlinable public static var marginwidth: AttributeName { AttributeName(rawValue: 172) }
  @inlinable public static var text: AttributeName { AttributeName(rawValue: 173) }
  @inlinable public static var valign: AttributeName { AttributeName(rawValue: 174) }
  @inlinable public static var vlink: AttributeName { AttributeName(rawValue: 175) }
  @inlinable public static var vspace: AttributeName { AttributeName(rawValue: 176) }

  /// WAI-ARIA's states and properties.
  public static let aria = (ariaActivedescendant.rawValue...ariaValuetext.rawValue).map { AttributeName(rawValue: $0) }

  /// Whether it is one of WAI-ARIA's states and properties, which stand together in the table.
  public var isAria: Bool { rawValue >= Self.ariaActivedescendant.rawValue && rawValue <= Self.ariaValuetext.rawValue }
}

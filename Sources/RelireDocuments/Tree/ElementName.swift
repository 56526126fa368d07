// The names are data: their order is their number.

/// The name of an element, interned.
///
/// A known name is a small constant; any other one is a number at or above `firstCustom`, the index
/// (plus `firstCustom`) of its lower-case spelling in `Document.customNames`.
public struct ElementName: RawRepresentable, Hashable, Sendable {
  public let rawValue: UInt16

  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let firstCustom: UInt16 = 1024

  @inlinable public var isCustom: Bool { rawValue >= 1024 }

  /// The known name spelt by lower-case bytes, or nil.
  public static func known(_ lowercased: some Collection<UInt8>) -> ElementName? {
    NameTable.elements.index(of: lowercased).map { ElementName(rawValue: $0) }
  }

  /// The spelling of a known name; empty for a custom one.
  public var knownSpelling: String {
    isCustom ? "" : Self.spellings[Int(rawValue)]
  }

  /// Number of known names.
  public static var count: Int { spellings.count }

  static let spellings: [String] = [
    "html", "head", "title", "base", "link", "meta", "style", "body", "article", "section", "nav", "aside", "h1",
    "h2", "h3", "h4", "h5", "h6", "hgroup", "header", "footer", "address", "p", "hr", "pre", "blockquote", "ol",
    "ul", "menu", "li", "dl", "dt", "dd", "figure", "figcaption", "main", "search", "div", "a", "em", "strong",
    "small", "s", "cite", "q", "dfn", "abbr", "ruby", "rt", "rp", "data", "time", "code", "var", "samp", "kbd",
    "sub", "sup", "i", "b", "u", "mark", "bdi", "bdo", "span", "br", "wbr", "ins", "del", "picture", "source",
    "img", "iframe", "embed", "object", "param", "video", "audio", "track", "map", "area", "table", "caption",
    "colgroup", "col", "tbody", "thead", "tfoot", "tr", "td", "th", "form", "label", "input", "button", "select",
    "datalist", "optgroup", "option", "textarea", "output", "progress", "meter", "fieldset", "legend", "details",
    "summary", "dialog", "script", "noscript", "template", "slot", "canvas", "svg", "math", "frameset", "frame",
    "center", "font", "tt", "big", "strike", "nobr", "acronym", "noembed", "noframes", "plaintext", "xmp",
    "marquee", "image", "applet", "bgsound", "rb", "rtc", "dir", "listing", "foreignobject", "desc",
  ]
}

extension ElementName {
  @inlinable public static var html: ElementName { ElementName(rawValue: 0) }
  @inlinable public static var head: ElementName { ElementName(rawValue: 1) }
  @inlinable public static var title: ElementName { ElementName(rawValue: 2) }
  @inlinable public static var base: ElementName { ElementName(rawValue: 3) }
  @inlinable public static var link: ElementName { ElementName(rawValue: 4) }
  @inlinable public static var meta: ElementName { ElementName(rawValue: 5) }
  @inlinable public static var style: ElementName { ElementName(rawValue: 6) }
  @inlinable public static var body: ElementName { ElementName(rawValue: 7) }
  @inlinable public static var article: ElementName { ElementName(rawValue: 8) }
  @inlinable public static var section: ElementName { ElementName(rawValue: 9) }
  @inlinable public static var nav: ElementName { ElementName(rawValue: 10) }
  @inlinable public static var aside: ElementName { ElementName(rawValue: 11) }
  @inlinable public static var h1: ElementName { ElementName(rawValue: 12) }
  @inlinable public static var h2: ElementName { ElementName(rawValue: 13) }
  @inlinable public static var h3: ElementName { ElementName(rawValue: 14) }
  @inlinable public static var h4: ElementName { ElementName(rawValue: 15) }
  @inlinable public static var h5: ElementName { ElementName(rawValue: 16) }
  @inlinable public static var h6: ElementName { ElementName(rawValue: 17) }
  @inlinable public static var hgroup: ElementName { ElementName(rawValue: 18) }
  @inlinable public static var header: ElementName { ElementName(rawValue: 19) }
  @inlinable public static var footer: ElementName { ElementName(rawValue: 20) }
  @inlinable public static var address: ElementName { ElementName(rawValue: 21) }
  @inlinable public static var p: ElementName { ElementName(rawValue: 22) }
  @inlinable public static var hr: ElementName { ElementName(rawValue: 23) }
  @inlinable public static var pre: ElementName { ElementName(rawValue: 24) }
  @inlinable public static var blockquote: ElementName { ElementName(rawValue: 25) }
  @inlinable public static var ol: ElementName { ElementName(rawValue: 26) }
  @inlinable public static var ul: ElementName { ElementName(rawValue: 27) }
  @inlinable public static var menu: ElementName { ElementName(rawValue: 28) }
  @inlinable public static var li: ElementName { ElementName(rawValue: 29) }
  @inlinable public static var dl: ElementName { ElementName(rawValue: 30) }
  @inlinable public static var dt: ElementName { ElementName(rawValue: 31) }
  @inlinable public static var dd: ElementName { ElementName(rawValue: 32) }
  @inlinable public static var figure: ElementName { ElementName(rawValue: 33) }
  @inlinable public static var figcaption: ElementName { ElementName(rawValue: 34) }
  @inlinable public static var main: ElementName { ElementName(rawValue: 35) }
  @inlinable public static var search: ElementName { ElementName(rawValue: 36) }
  @inlinable public static var div: ElementName { ElementName(rawValue: 37) }
  @inlinable public static var a: ElementName { ElementName(rawValue: 38) }
  @inlinable public static var em: ElementName { ElementName(rawValue: 39) }
  @inlinable public static var strong: ElementName { ElementName(rawValue: 40) }
  @inlinable public static var small: ElementName { ElementName(rawValue: 41) }
  @inlinable public static var s: ElementName { ElementName(rawValue: 42) }
  @inlinable public static var cite: ElementName { ElementName(rawValue: 43) }
  @inlinable public static var q: ElementName { ElementName(rawValue: 44) }
  @inlinable public static var dfn: ElementName { ElementName(rawValue: 45) }
  @inlinable public static var abbr: ElementName { ElementName(rawValue: 46) }
  @inlinable public static var ruby: ElementName { ElementName(rawValue: 47) }
  @inlinable public static var rt: ElementName { ElementName(rawValue: 48) }
  @inlinable public static var rp: ElementName { ElementName(rawValue: 49) }
  @inlinable public static var data: ElementName { ElementName(rawValue: 50) }
  @inlinable public static var time: ElementName { ElementName(rawValue: 51) }
  @inlinable public static var code: ElementName { ElementName(rawValue: 52) }
  @inlinable public static var `var`: ElementName { ElementName(rawValue: 53) }
  @inlinable public static var samp: ElementName { ElementName(rawValue: 54) }
  @inlinable public static var kbd: ElementName { ElementName(rawValue: 55) }
  @inlinable public static var sub: ElementName { ElementName(rawValue: 56) }
  @inlinable public static var sup: ElementName { ElementName(rawValue: 57) }
  @inlinable public static var i: ElementName { ElementName(rawValue: 58) }
  @inlinable public static var b: ElementName { ElementName(rawValue: 59) }
  @inlinable public static var u: ElementName { ElementName(rawValue: 60) }
  @inlinable public static var mark: ElementName { ElementName(rawValue: 61) }
  @inlinable public static var bdi: ElementName { ElementName(rawValue: 62) }
  @inlinable public static var bdo: ElementName { ElementName(rawValue: 63) }
  @inlinable public static var span: ElementName { ElementName(rawValue: 64) }
  @inlinable public static var br: ElementName { ElementName(rawValue: 65) }
  @inlinable public static var wbr: ElementName { ElementName(rawValue: 66) }
  @inlinable public static var ins: ElementName { ElementName(rawValue: 67) }
  @inlinable public static var del: ElementName { ElementName(rawValue: 68) }
  @inlinable public static var picture: ElementName { ElementName(rawValue: 69) }
  @inlinable public static var source: ElementName { ElementName(rawValue: 70) }
  @inlinable public static var img: ElementName { ElementName(rawValue: 71) }
  @inlinable public static var iframe: ElementName { ElementName(rawValue: 72) }
  @inlinable public static var embed: ElementName { ElementName(rawValue: 73) }
  @inlinable public static var object: ElementName { ElementName(rawValue: 74) }
  @inlinable public static var param: ElementName { ElementName(rawValue: 75) }
  @inlinable public static var video: ElementName { ElementName(rawValue: 76) }
  @inlinable public static var audio: ElementName { ElementName(rawValue: 77) }
  @inlinable public static var track: ElementName { ElementName(rawValue: 78) }
  @inlinable public static var map: ElementName { ElementName(rawValue: 79) }
  @inlinable public static var area: ElementName { ElementName(rawValue: 80) }
  @inlinable public static var table: ElementName { ElementName(rawValue: 81) }
  @inlinable public static var caption: ElementName { ElementName(rawValue: 82) }
  @inlinable public static var colgroup: ElementName { ElementName(rawValue: 83) }
  @inlinable public static var col: ElementName { ElementName(rawValue: 84) }
  @inlinable public static var tbody: ElementName { ElementName(rawValue: 85) }
  @inlinable public static var thead: ElementName { ElementName(rawValue: 86) }
  @inlinable public static var tfoot: ElementName { ElementName(rawValue: 87) }
  @inlinable public static var tr: ElementName { ElementName(rawValue: 88) }
  @inlinable public static var td: ElementName { ElementName(rawValue: 89) }
  @inlinable public static var th: ElementName { ElementName(rawValue: 90) }
  @inlinable public static var form: ElementName { ElementName(rawValue: 91) }
  @inlinable public static var label: ElementName { ElementName(rawValue: 92) }
  @inlinable public static var input: ElementName { ElementName(rawValue: 93) }
  @inlinable public static var button: ElementName { ElementName(rawValue: 94) }
  @inlinable public static var select: ElementName { ElementName(rawValue: 95) }
  @inlinable public static var datalist: ElementName { ElementName(rawValue: 96) }
  @inlinable public static var optgroup: ElementName { ElementName(rawValue: 97) }
  @inlinable public static var option: ElementName { ElementName(rawValue: 98) }
  @inlinable public static var textarea: ElementName { ElementName(rawValue: 99) }
  @inlinable public static var output: ElementName { ElementName(rawValue: 100) }
  @inlinable public static var progress: ElementName { ElementName(rawValue: 101) }
  @inlinable public static var meter: ElementName { ElementName(rawValue: 102) }
  @inlinable public static var fieldset: ElementName { ElementName(rawValue: 103) }
  @inlinable public static var legend: ElementName { ElementName(rawValue: 104) }
  @inlinable public static var details: ElementName { ElementName(rawValue: 105) }
  @inlinable public static var summary: ElementName { ElementName(rawValue: 106) }
  @inlinable public static var dialog: ElementName { ElementName(rawValue: 107) }
  @inlinable public static var script: ElementName { ElementName(rawValue: 108) }
  @inlinable public static var noscript: ElementName { ElementName(rawValue: 109) }
  @inlinable public static var template: ElementName { ElementName(rawValue: 110) }
  @inlinable public static var slot: ElementName { ElementName(rawValue: 111) }
  @inlinable public static var canvas: ElementName { ElementName(rawValue: 112) }
  @inlinable public static var svg: ElementName { ElementName(rawValue: 113) }
  @inlinable public static var math: ElementName { ElementName(rawValue: 114) }
  @inlinable public static var frameset: ElementName { ElementName(rawValue: 115) }
  @inlinable public static var frame: ElementName { ElementName(rawValue: 116) }
  @inlinable public static var center: ElementName { ElementName(rawValue: 117) }
  @inlinable public static var font: ElementName { ElementName(rawValue: 118) }
  @inlinable public static var tt: ElementName { ElementName(rawValue: 119) }
  @inlinable public static var big: ElementName { ElementName(rawValue: 120) }
  @inlinable public static var strike: ElementName { ElementName(rawValue: 121) }
  @inlinable public static var nobr: ElementName { ElementName(rawValue: 122) }
  @inlinable public static var acronym: ElementName { ElementName(rawValue: 123) }
  @inlinable public static var noembed: ElementName { ElementName(rawValue: 124) }
  @inlinable public static var noframes: ElementName { ElementName(rawValue: 125) }
  @inlinable public static var plaintext: ElementName { ElementName(rawValue: 126) }
  @inlinable public static var xmp: ElementName { ElementName(rawValue: 127) }
  @inlinable public static var marquee: ElementName { ElementName(rawValue: 128) }
  @inlinable public static var image: ElementName { ElementName(rawValue: 129) }
  @inlinable public static var applet: ElementName { ElementName(rawValue: 130) }
  @inlinable public static var bgsound: ElementName { ElementName(rawValue: 131) }
  @inlinable public static var rb: ElementName { ElementName(rawValue: 132) }
  @inlinable public static var rtc: ElementName { ElementName(rawValue: 133) }
  @inlinable public static var dir: ElementName { ElementName(rawValue: 134) }
  @inlinable public static var listing: ElementName { ElementName(rawValue: 135) }
  @inlinable public static var foreignObject: ElementName { ElementName(rawValue: 136) }
  @inlinable public static var desc: ElementName { ElementName(rawValue: 137) }
}

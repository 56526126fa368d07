/// What HTML's parsing rules say of an element, by its name (HTML standard §13.1.2, §13.2.4, §13.2.6).
struct HTMLElementTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// Has no content and no end tag.
  static let void = Self(rawValue: 1 << 0)
  /// Its content is text up to its end tag.
  static let rawText = Self(rawValue: 1 << 1)
  /// As `rawText`, with character references.
  static let escapableRawText = Self(rawValue: 1 << 2)
  /// An end tag of a phrase does not reach through it.
  static let special = Self(rawValue: 1 << 3)
  /// An end tag of a block does not reach through it.
  static let scopeBoundary = Self(rawValue: 1 << 4)
  /// Ends an open paragraph.
  static let closesParagraph = Self(rawValue: 1 << 5)
  /// Takes part in the adoption agency: its end tag works across blocks.
  static let formatting = Self(rawValue: 1 << 6)
  /// Belongs in `head`.
  static let metadata = Self(rawValue: 1 << 7)
  /// A part of a table.
  static let tablePart = Self(rawValue: 1 << 8)
  /// Ends `svg` and `math` when it is met inside.
  static let breaksOut = Self(rawValue: 1 << 9)
  /// Holds no text of its own: white space in it means nothing.
  static let holdsNoText = Self(rawValue: 1 << 10)

  private static let table: [HTMLElementTraits] = {
    var table = [HTMLElementTraits](repeating: [], count: ElementName.count)
    func set(_ traits: HTMLElementTraits, _ names: [ElementName]) {
      for name in names { table[Int(name.rawValue)].formUnion(traits) }
    }
    set(
      .void,
      [
        .area, .base, .bgsound, .br, .col, .embed, .frame, .hr, .img, .image, .input, .link, .meta, .param, .source,
        .track, .wbr,
      ])
    // Scripts run in browsers, so that `noscript` is text there.
    set(.rawText, [.script, .style, .xmp, .iframe, .noembed, .noframes, .noscript, .plaintext])
    set(.escapableRawText, [.title, .textarea])
    set(
      .special,
      [
        .address, .applet, .area, .article, .aside, .base, .bgsound, .blockquote, .body, .br, .button, .caption,
        .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption, .figure,
        .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .iframe,
        .img, .input, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed, .noframes, .noscript,
        .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select, .source, .style, .summary,
        .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr, .track, .ul, .wbr, .xmp,
        .foreignObject, .desc,
      ])
    set(
      .scopeBoundary,
      [.applet, .caption, .html, .table, .td, .th, .marquee, .object, .template, .foreignObject, .desc])
    set(
      .closesParagraph,
      [
        .address, .article, .aside, .blockquote, .center, .dd, .details, .dialog, .dir, .div, .dl, .dt, .fieldset,
        .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .li, .listing,
        .main, .menu, .nav, .ol, .p, .plaintext, .pre, .search, .section, .summary, .table, .ul, .xmp,
      ])
    set(
      .formatting,
      [.a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u])
    set(
      .metadata,
      [.base, .bgsound, .link, .meta, .noframes, .noscript, .script, .style, .template, .title])
    set(.tablePart, [.caption, .colgroup, .col, .tbody, .thead, .tfoot, .tr, .td, .th])
    set(
      .breaksOut,
      [
        .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4, .h5,
        .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span,
        .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .`var`,
      ])
    set(
      .holdsNoText,
      [
        .html, .head, .table, .tbody, .thead, .tfoot, .tr, .colgroup, .ul, .ol, .menu, .dl, .select, .optgroup,
        .datalist, .picture, .video, .audio, .frameset,
      ])
    return table
  }()

  static func of(_ name: ElementName) -> HTMLElementTraits { name.isCustom ? [] : table[Int(name.rawValue)] }
}

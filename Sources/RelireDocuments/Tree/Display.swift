/// How an element takes part in the flow of prose.
enum Display: Sendable {
  /// Begins and ends a block of prose.
  case block
  /// Its text runs on with what surrounds it.
  case inline
  /// One U+FFFC in the prose; its own text is not prose.
  case object
  /// A block whose text is not prose.
  case verbatimBlock
  /// Neither it nor its content is seen.
  case hidden
  /// U+2028.
  case lineBreak

  /// By element number; unknown elements are inline.
  static let table: [Display] = {
    var table = [Display](repeating: .inline, count: ElementName.spellings.count)
    func set(_ display: Display, _ names: [ElementName]) {
      for name in names { table[Int(name.rawValue)] = display }
    }
    set(
      .block,
      [
        .html, .head, .title, .body, .article, .section, .nav, .aside, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .header,
        .footer, .address, .p, .hr, .blockquote, .ol, .ul, .menu, .li, .dl, .dt, .dd, .figure, .figcaption, .main,
        .search, .div, .table, .caption, .colgroup, .col, .tbody, .thead, .tfoot, .tr, .td, .th, .form, .button,
        .select, .datalist, .optgroup, .option, .fieldset, .legend, .details, .summary, .dialog, .center, .frameset,
        .frame, .noframes, .dir, .marquee,
      ])
    set(
      .object,
      [
        .code, .`var`, .kbd, .samp, .tt, .img, .picture, .iframe, .embed, .object, .video, .audio, .map, .input,
        .textarea, .output, .progress, .meter, .canvas, .svg, .math, .image, .applet,
      ])
    set(.verbatimBlock, [.pre, .listing, .xmp, .plaintext])
    set(
      .hidden, [.script, .style, .template, .noscript, .meta, .link, .base, .noembed, .source, .track, .param, .area])
    set(.lineBreak, [.br])
    return table
  }()

  static func of(_ name: ElementName) -> Display { name.isCustom ? .inline : table[Int(name.rawValue)] }
}

extension ElementName {
  /// Whether the element begins and ends a block, rather than run on with the text around it.
  public var isBlock: Bool {
    let display = Display.of(self)
    return display == .block || display == .verbatimBlock
  }
}

import RelireDocuments

/// What an element's name alone says of how assistive technologies meet it.
struct ElementTraits: Sendable {
  /// The role that HTML gives (HTML Accessibility API Mappings 1.0, 3.5); that of elements whose role depends on
  /// something else is not to be had here.
  var role = Role.generic
  /// Whether an element without attributes is all that its role says: rendered, no control, no part of a table or list.
  var isPlain = true
  /// Whether some of its children are not shown, or are not what they are elsewhere.
  var holdsSpecialParts = false

  /// Of a name that no standard knows.
  static let plain = ElementTraits()

  /// By the number of the name.
  static let byNumber: [ElementTraits] = {
    var table = [ElementTraits](repeating: ElementTraits(), count: ElementName.count)
    for (role, names) in roles {
      for name in names { table[Int(name.rawValue)].role = role }
    }
    for name in special { table[Int(name.rawValue)].isPlain = false }
    for name: ElementName in [.details, .video, .audio, .object] { table[Int(name.rawValue)].holdsSpecialParts = true }
    return table
  }()

  private static let roles: [(Role, [ElementName])] = [
    (.article, [.article]), (.blockquote, [.blockquote]), (.button, [.button]), (.caption, [.caption]),
    (.code, [.code]), (.complementary, [.aside]), (.definition, [.dd]), (.deletion, [.del, .s]), (.dialog, [.dialog]),
    (.document, [.html]), (.emphasis, [.em]), (.figure, [.figure]), (.graphicsDocument, [.svg]),
    (.group, [.address, .details, .fieldset, .hgroup, .optgroup]), (.heading, [.h1, .h2, .h3, .h4, .h5, .h6]),
    (.insertion, [.ins]), (.list, [.ul, .ol, .menu]), (.listbox, [.datalist]), (.main, [.main]), (.mark, [.mark]),
    (.math, [.math]), (.meter, [.meter]), (.navigation, [.nav]), (.option, [.option]), (.paragraph, [.p]),
    (.progressbar, [.progress]), (.row, [.tr]), (.rowgroup, [.tbody, .thead, .tfoot]), (.search, [.search]),
    (.separator, [.hr]), (.status, [.output]), (.strong, [.strong]), (.subscript, [.sub]), (.superscript, [.sup]),
    (.table, [.table]), (.term, [.dfn, .dt]), (.textbox, [.textarea]), (.time, [.time]),
  ]

  /// Elements that need a closer look even without attributes.
  private static let special: [ElementName] = [
    // Never rendered, or only when opened.
    .head, .script, .style, .template, .noscript, .meta, .link, .base, .source, .track, .param, .datalist, .noembed,
    .noframes, .rp, .col, .colgroup, .dialog, .summary, .audio, .video,
    // Controls and what names them.
    .button, .input, .select, .textarea, .fieldset, .optgroup, .option, .label, .legend, .iframe,
    // Parts that stand for the page's, and in which others do not.
    .article, .aside, .main, .nav, .section, .header, .footer,
    // What depends on the list or the table around it; children without a role.
    .li, .table, .caption, .tbody, .thead, .tfoot, .tr, .td, .th, .meter, .progress, .hr, .img, .svg,
  ]
}

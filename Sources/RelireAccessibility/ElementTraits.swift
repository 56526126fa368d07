import RelireDocuments

/// What an element's name alone says of how assistive technologies meet it.
struct ElementTraits: Sendable {
  /// The role that HTML gives (HTML Accessibility API Mappings 1.0, 3.5); that of elements whose role depends on
  /// something else is not to be had here.
  var role = Role.generic
  /// How an element is met whose attributes say nothing of that.
  enum Kind: UInt8, Sendable {
    /// It is all that its role says: rendered, no control, no part of a table or list.
    case plain
    /// Its list decides.
    case item
    /// A link where it has an address.
    case link
    /// Never rendered, and nothing else to be said of it.
    case unrendered
    /// Needs a closer look.
    case special
  }

  var kind = Kind.plain
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
    for name in special { table[Int(name.rawValue)].kind = .special }
    for name in unrendered { table[Int(name.rawValue)].kind = .unrendered }
    for name: ElementName in [.a, .area] { table[Int(name.rawValue)].kind = .link }
    table[Int(ElementName.li.rawValue)].kind = .item
    for name: ElementName in [.details, .video, .audio, .object] { table[Int(name.rawValue)].holdsSpecialParts = true }
    return table
  }()

  /// What an attribute may change in how an element is met that is not special.
  enum Effect: UInt8, Sendable {
    case none, id, address, other
  }

  /// By the number of the attribute's name. `type`, `disabled`, `alt` and their like change special elements only.
  static let effects: [Effect] = {
    var table = [Effect](repeating: .none, count: AttributeName.count)
    for number in table.indices where AttributeName(rawValue: UInt16(number)).isAria { table[number] = .other }
    for name: AttributeName in [.role, .hidden, .popover, .inert, .tabindex, .style, .contenteditable] {
      table[Int(name.rawValue)] = .other
    }
    for name: AttributeName in [.href, .xlinkHref] { table[Int(name.rawValue)] = .address }
    table[Int(AttributeName.id.rawValue)] = .id
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

  private static let unrendered: [ElementName] = [
    .head, .script, .style, .noscript, .meta, .link, .base, .source, .track, .param, .datalist, .noembed, .noframes,
    .rp,
    .col, .colgroup,
  ]

  /// Elements that need a closer look even without attributes.
  private static let special: [ElementName] = [
    // Rendered only when opened.
    .template, .dialog, .summary, .audio, .video,
    // Controls and what names them.
    .button, .input, .select, .textarea, .fieldset, .optgroup, .option, .label, .legend, .iframe, .form,
    // Parts that stand for the page's, and in which others do not.
    .article, .aside, .main, .nav, .section, .header, .footer,
    // What depends on the list or the table around it; children without a role.
    .table, .caption, .tbody, .thead, .tfoot, .tr, .td, .th, .meter, .progress, .hr, .img, .svg,
  ]
}

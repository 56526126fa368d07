import RelireDocuments

/// What WAI-ARIA 1.2 says of a role (chapter 5.4, “Definition of Roles”), inherited characteristics included.
///
/// A class, for rules ask for it at many elements.
public final class RoleFacts: Sendable {
  /// States and properties beyond the global ones.
  public let supported: Set<AttributeName>
  /// Those without which the role says nothing, and for which there is no default value.
  public let required: Set<AttributeName>
  /// The roles of which one must own the element; empty when it may stand anywhere.
  public let contexts: Set<Role>
  /// The roles that the element must own; empty when it need not own any.
  public let owned: Set<Role>
  /// Children have no role of their own.
  public let hasPresentationalChildren: Bool
  /// The accessible name may come from the content.
  public let isNamedByContent: Bool
  /// The element may not be named by its author.
  public let isNamingProhibited: Bool

  public static func of(_ role: Role) -> RoleFacts { byNumber[Int(role.rawValue)] }

  // Two questions that are asked at nearly every element: answered by a look into a table.

  /// Whether children of an element with a role have none of their own, by the number of the role.
  static let holdsPresentation = byNumber.map(\.hasPresentationalChildren)
  /// Whether the content of an element with that role names it.
  static func isNamedByContent(_ role: Role) -> Bool { namedByContent[Int(role.rawValue)] }

  private static let namedByContent = byNumber.map(\.isNamedByContent)

  private static let byNumber = Role.allCases.map { RoleFacts(row: table[$0] ?? Row()) }

  /// A row of the table below.
  private struct Row {
    var supports: [AttributeName] = []
    var requires: [AttributeName] = []
    var contexts: Set<Role> = []
    var owns: Set<Role> = []
    var flags = ""
  }

  /// - Parameter row: its flags are letters: `c` named by content, `p` presentational children, `n` naming prohibited.
  private init(row: Row) {
    supported = Set(row.supports + row.requires)
    required = Set(row.requires)
    contexts = row.contexts
    owned = row.owns
    hasPresentationalChildren = row.flags.contains("p")
    isNamedByContent = row.flags.contains("c")
    isNamingProhibited = row.flags.contains("n")
  }

  private static let range: [AttributeName] = [.ariaValuemax, .ariaValuemin, .ariaValuetext]
  private static let inputs: [AttributeName] = [
    .ariaDisabled, .ariaErrormessage, .ariaInvalid, .ariaReadonly, .ariaRequired,
  ]
  private static let cells: [AttributeName] = [
    .ariaColindex, .ariaColindextext, .ariaColspan, .ariaRowindex, .ariaRowindextext, .ariaRowspan,
  ]
  private static let headers: [AttributeName] =
    cells + [.ariaSort, .ariaExpanded, .ariaHaspopup, .ariaSelected, .ariaDisabled] + inputs
  private static let tables: [AttributeName] = [.ariaColcount, .ariaRowcount]
  private static let links: [AttributeName] = [.ariaDisabled, .ariaExpanded, .ariaHaspopup]
  private static let sets: [AttributeName] = [.ariaPosinset, .ariaSetsize]
  private static let composites: [AttributeName] = [.ariaActivedescendant, .ariaDisabled, .ariaOrientation]
  private static let texts: [AttributeName] =
    inputs + [
      .ariaActivedescendant, .ariaAutocomplete, .ariaHaspopup, .ariaMultiline, .ariaPlaceholder,
    ]
  private static let menuContexts: Set<Role> = [.group, .menu, .menubar]
  private static let menuItems: Set<Role> = [.menuitem, .menuitemcheckbox, .menuitemradio, .group]

  private static let table: [Role: Row] = [
    .alertdialog: Row(supports: [.ariaModal]),
    .application: Row(supports: [
      .ariaActivedescendant, .ariaDisabled, .ariaErrormessage, .ariaExpanded, .ariaHaspopup, .ariaInvalid,
    ]),
    .article: Row(supports: sets),
    .button: Row(supports: [.ariaDisabled, .ariaHaspopup, .ariaExpanded, .ariaPressed], flags: "cp"),
    .caption: Row(contexts: [.figure, .grid, .table, .treegrid], flags: "n"),
    .cell: Row(supports: cells, contexts: [.row], flags: "c"),
    .checkbox: Row(supports: inputs + [.ariaExpanded], requires: [.ariaChecked], flags: "cp"),
    .code: Row(flags: "n"),
    .columnheader: Row(supports: headers, contexts: [.row], flags: "c"),
    .combobox: Row(
      supports: inputs + [.ariaActivedescendant, .ariaAutocomplete, .ariaControls, .ariaHaspopup],
      requires: [.ariaExpanded]),
    .comment: Row(supports: sets + [.ariaLevel], flags: "c"),
    .deletion: Row(flags: "n"),
    .dialog: Row(supports: [.ariaModal]),
    .emphasis: Row(flags: "n"),
    .feed: Row(owns: [.article]),
    .generic: Row(flags: "n"),
    .grid: Row(
      supports: tables + [.ariaActivedescendant, .ariaDisabled, .ariaMultiselectable, .ariaReadonly],
      owns: [.row, .rowgroup, .caption]),
    .gridcell: Row(
      supports: cells + inputs + [.ariaSelected, .ariaExpanded, .ariaHaspopup], contexts: [.row], flags: "c"),
    .group: Row(supports: [.ariaActivedescendant, .ariaDisabled]),
    .heading: Row(requires: [.ariaLevel], flags: "c"),
    .img: Row(flags: "p"),
    .insertion: Row(flags: "n"),
    .link: Row(supports: links, flags: "c"),
    .list: Row(owns: [.listitem]),
    .listbox: Row(
      supports: composites + inputs + [.ariaExpanded, .ariaMultiselectable], owns: [.option, .group]),
    .listitem: Row(supports: sets + [.ariaLevel], contexts: [.list, .directory]),
    .menu: Row(supports: composites, owns: menuItems),
    .menubar: Row(supports: composites, owns: menuItems),
    .menuitem: Row(supports: sets + [.ariaDisabled, .ariaExpanded, .ariaHaspopup], contexts: menuContexts, flags: "c"),
    .menuitemcheckbox: Row(
      supports: sets + inputs + [.ariaExpanded, .ariaHaspopup], requires: [.ariaChecked], contexts: menuContexts,
      flags: "cp"),
    .menuitemradio: Row(
      supports: sets + inputs + [.ariaExpanded, .ariaHaspopup], requires: [.ariaChecked], contexts: menuContexts,
      flags: "cp"),
    .meter: Row(supports: range, requires: [.ariaValuenow], flags: "p"),
    .none: Row(flags: "n"),
    .option: Row(
      supports: sets + [.ariaChecked, .ariaDisabled, .ariaSelected], contexts: [.group, .listbox], flags: "cp"),
    .paragraph: Row(flags: "n"),
    .progressbar: Row(supports: range + [.ariaValuenow], flags: "p"),
    .radio: Row(supports: sets + [.ariaDisabled], requires: [.ariaChecked], flags: "cp"),
    .radiogroup: Row(supports: composites + inputs),
    .row: Row(
      supports: sets + [
        .ariaActivedescendant, .ariaDisabled, .ariaColindex, .ariaColindextext, .ariaExpanded, .ariaLevel,
        .ariaRowindex, .ariaRowindextext, .ariaSelected,
      ], contexts: [.grid, .rowgroup, .table, .treegrid], owns: [.cell, .columnheader, .gridcell, .rowheader],
      flags: "c"),
    .rowgroup: Row(contexts: [.grid, .table, .treegrid], owns: [.row], flags: "c"),
    .rowheader: Row(supports: headers, contexts: [.row], flags: "c"),
    .scrollbar: Row(
      supports: range + [.ariaDisabled, .ariaOrientation], requires: [.ariaControls, .ariaValuenow], flags: "p"),
    .searchbox: Row(supports: texts),
    .separator: Row(supports: range + [.ariaDisabled, .ariaOrientation, .ariaValuenow], flags: "p"),
    .slider: Row(
      supports: range + inputs + [.ariaHaspopup, .ariaOrientation], requires: [.ariaValuenow], flags: "p"),
    .spinbutton: Row(supports: range + inputs + [.ariaActivedescendant, .ariaValuenow]),
    .strong: Row(flags: "n"),
    .`subscript`: Row(flags: "n"),
    .superscript: Row(flags: "n"),
    .`switch`: Row(supports: inputs + [.ariaExpanded], requires: [.ariaChecked], flags: "cp"),
    .tab: Row(
      supports: sets + [.ariaDisabled, .ariaExpanded, .ariaHaspopup, .ariaSelected], contexts: [.tablist],
      flags: "cp"),
    .table: Row(supports: tables, owns: [.row, .rowgroup, .caption]),
    .tablist: Row(supports: composites + [.ariaLevel, .ariaMultiselectable], owns: [.tab]),
    .textbox: Row(supports: texts),
    .toolbar: Row(supports: composites),
    .tooltip: Row(flags: "c"),
    .tree: Row(supports: composites + inputs + [.ariaMultiselectable], owns: [.treeitem, .group]),
    .treegrid: Row(
      supports: tables + composites + inputs + [.ariaMultiselectable], owns: [.row, .rowgroup, .caption]),
    .treeitem: Row(
      supports: sets + [.ariaChecked, .ariaDisabled, .ariaExpanded, .ariaHaspopup, .ariaLevel, .ariaSelected],
      contexts: [.group, .tree], flags: "c"),
    .docBacklink: Row(supports: links, flags: "c"),
    .docBiblioref: Row(supports: links, flags: "c"),
    .docGlossref: Row(supports: links, flags: "c"),
    .docNoteref: Row(supports: links, flags: "c"),
    .docPagebreak: Row(supports: range + [.ariaValuenow], flags: "cp"),
    .docSubtitle: Row(supports: [.ariaLevel], flags: "c"),
    .docCover: Row(flags: "p"),
    .docBiblioentry: Row(supports: sets + [.ariaLevel]),
    .docEndnote: Row(supports: sets + [.ariaLevel]),
    .graphicsSymbol: Row(flags: "p"),
  ]
}

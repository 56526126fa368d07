/// A role of WAI-ARIA 1.2, DPUB-ARIA 1.1 or the Graphics module; abstract roles are none.
public enum Role: UInt8, CaseIterable, Sendable {
  case alert, alertdialog, application, article, associationlist, associationlistitemkey, associationlistitemvalue
  case banner, blockquote, button, caption, cell, checkbox, code, columnheader, combobox, comment, complementary
  case contentinfo, definition, deletion, dialog, directory, document, emphasis, feed, figure, form, generic, grid
  case gridcell, group, heading, image, img, insertion, link, list, listbox, listitem, log, main, mark, marquee, math
  case menu, menubar, menuitem, menuitemcheckbox, menuitemradio, meter, navigation, none, note, option, paragraph
  case presentation, progressbar, radio, radiogroup, region, row, rowgroup, rowheader, scrollbar, search, searchbox
  case separator, slider, spinbutton, status, strong, `subscript`, suggestion, superscript, `switch`, tab, table
  case tablist, tabpanel, term, textbox, time, timer, toolbar, tooltip, tree, treegrid, treeitem

  case graphicsDocument, graphicsObject, graphicsSymbol, docAbstract, docAcknowledgments, docAfterword, docAppendix
  case docBacklink, docBiblioentry, docBibliography, docBiblioref, docChapter, docColophon, docConclusion, docCover
  case docCredit, docCredits, docDedication, docEndnote, docEndnotes, docEpigraph, docEpilogue, docErrata
  case docExample, docFootnote, docForeword, docGlossary, docGlossref, docIndex, docIntroduction, docNoteref
  case docNotice, docPagebreak, docPagefooter, docPageheader, docPagelist, docPart, docPreface, docPrologue
  case docPullquote, docQna, docSubtitle, docTip, docToc

  /// As WAI-ARIA writes it: `docChapter` is `doc-chapter`.
  public var spelling: String {
    var spelling = ""
    for character in String(describing: self) {
      if character.isUppercase { spelling += "-" }
      spelling += character.lowercased()
    }
    return spelling
  }

  private static let bySpelling = Dictionary(uniqueKeysWithValues: allCases.map { ($0.spelling, $0) })

  /// The role that a token of a `role` attribute names, in any case.
  public init?(token: some StringProtocol) {
    guard let role = Self.bySpelling[token.lowercased()] else { return nil }
    self = role
  }

  /// `presentation` and `none` are one role, as are `img` and `image`.
  var canonical: Role {
    switch self {
    case .presentation: .none
    case .image: .img
    case .directory: .list
    default: self
    }
  }
}

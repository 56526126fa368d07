/// A role of WAI-ARIA 1.2, DPUB-ARIA 1.1 or the Graphics module; abstract roles are none.
public enum Role: String, CaseIterable, Sendable {
  case alert, alertdialog, application, article, associationlist, associationlistitemkey, associationlistitemvalue
  case banner, blockquote, button, caption, cell, checkbox, code, columnheader, combobox, comment, complementary
  case contentinfo, definition, deletion, dialog, directory, document, emphasis, feed, figure, form, generic, grid
  case gridcell, group, heading, image, img, insertion, link, list, listbox, listitem, log, main, mark, marquee, math
  case menu, menubar, menuitem, menuitemcheckbox, menuitemradio, meter, navigation, none, note, option, paragraph
  case presentation, progressbar, radio, radiogroup, region, row, rowgroup, rowheader, scrollbar, search, searchbox
  case separator, slider, spinbutton, status, strong, `subscript`, suggestion, superscript, `switch`, tab, table
  case tablist, tabpanel, term, textbox, time, timer, toolbar, tooltip, tree, treegrid, treeitem
  case graphicsDocument = "graphics-document"
  case graphicsObject = "graphics-object"
  case graphicsSymbol = "graphics-symbol"
  case docAbstract = "doc-abstract"
  case docAcknowledgments = "doc-acknowledgments"
  case docAfterword = "doc-afterword"
  case docAppendix = "doc-appendix"
  case docBacklink = "doc-backlink"
  case docBiblioentry = "doc-biblioentry"
  case docBibliography = "doc-bibliography"
  case docBiblioref = "doc-biblioref"
  case docChapter = "doc-chapter"
  case docColophon = "doc-colophon"
  case docConclusion = "doc-conclusion"
  case docCover = "doc-cover"
  case docCredit = "doc-credit"
  case docCredits = "doc-credits"
  case docDedication = "doc-dedication"
  case docEndnote = "doc-endnote"
  case docEndnotes = "doc-endnotes"
  case docEpigraph = "doc-epigraph"
  case docEpilogue = "doc-epilogue"
  case docErrata = "doc-errata"
  case docExample = "doc-example"
  case docFootnote = "doc-footnote"
  case docForeword = "doc-foreword"
  case docGlossary = "doc-glossary"
  case docGlossref = "doc-glossref"
  case docIndex = "doc-index"
  case docIntroduction = "doc-introduction"
  case docNoteref = "doc-noteref"
  case docNotice = "doc-notice"
  case docPagebreak = "doc-pagebreak"
  case docPagefooter = "doc-pagefooter"
  case docPageheader = "doc-pageheader"
  case docPagelist = "doc-pagelist"
  case docPart = "doc-part"
  case docPreface = "doc-preface"
  case docPrologue = "doc-prologue"
  case docPullquote = "doc-pullquote"
  case docQna = "doc-qna"
  case docSubtitle = "doc-subtitle"
  case docTip = "doc-tip"
  case docToc = "doc-toc"

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

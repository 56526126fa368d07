import RelireModel
import RelireRules

/// What a rule asks of an element: it decides whether a shortcode's template or its author is to be told.
enum FaultSubject {
  /// Whether its words are well chosen: whoever wrote the words is told.
  case words
  /// Whether it has a name at all: told to the author where the template has room for one.
  case name
  /// How it is built.
  case markup

  init(_ rule: RuleID) {
    if rule.isOfText || Self.ofWords.contains(rule) {
      self = .words
    } else if Self.ofNames.contains(rule) {
      self = .name
    } else {
      self = .markup
    }
  }

  private static let ofWords: Set<RuleID> = [
    GenericText.id, URLAsText.id, TooLongLink.id, DownloadDetails.id,
    RedundantAlternative.id, FileNameAsAlternative.id, TooLongAlternative.id, SameAsCaption.id,
    TrailingPunctuation.id, TooLongHeading.id, EmphasisAsHeading.id, TooLongTitle.id, UndescriptiveTitle.id,
    TooLongDescription.id,
  ]

  private static let ofNames: Set<RuleID> = [
    MissingAlternative.id, ObjectWithoutAlternative.id, DrawingWithoutAlternative.id, MissingNameFrame.id,
    UntitledFrame.id, NoAccessibleName.id, ImageLinkWithoutAlternative.id, ButtonWithoutName.id,
    ImageButtonWithoutAlternative.id, MissingLabel.id, EmptyHeading.id, SummaryWithoutName.id,
  ]
}

import RelireModel

extension Reference {
  /// What a site asks of its own pages.
  static let conventionOfTheSite = Reference.usage(
    Message(
      fr: "convention éditoriale du site, réglable dans la configuration",
      en: "the site’s editorial convention, set in the configuration"))

  /// What relire asks of its own directives and of the files that it is given.
  static let ownCheck = Reference.usage(Message(fr: "contrôle propre à relire", en: "relire’s own check"))
}

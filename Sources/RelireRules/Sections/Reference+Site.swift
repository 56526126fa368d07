import RelireModel

extension Reference {
  /// What a site asks of its own pages.
  static let conventionOfTheSite = Reference.usage(
    Message(
      fr: "Convention éditoriale du site, réglable dans la configuration.",
      en: "The site’s editorial convention, set in the configuration."))
}

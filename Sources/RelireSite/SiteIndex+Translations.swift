import RelireModel

/// Which pages a site has in which of its languages, by their files alone.
extension SiteIndex {
  /// The languages of the site in which a page is missing, by code, sorted. A language in which fewer than half as many
  /// pages exist as in the richest one does not count: the site does not claim to say everything in it.
  public func languagesWithout(_ page: SitePage) -> [String] {
    let keys = translationKeys
    let most = keys.values.map(\.count).max() ?? 0
    return keys.filter { $0.value.count * 2 >= most && !$0.value.contains(page.translationKey) }.map(\.key).sorted()
  }

  /// The pages of each language. Lists all folders of the content, once.
  private var translationKeys: [String: Set<String>] {
    lazyTranslationKeys.value {
      var keys: [String: Set<String>] = [:]
      forEachPage { _, page in keys[page.language, default: []].insert(page.translationKey) }
      return keys
    }
  }
}

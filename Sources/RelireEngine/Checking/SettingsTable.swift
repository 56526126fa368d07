import RelireLexicon
import RelireModel
import RelireRules
import RelireSite
import Synchronization

/// Which settings hold for which page. Shared by all threads.
final class SettingsTable: Sendable {
  /// A page as its settings and its site see it.
  struct PageContext: Sendable {
    /// Relative to the site's root; without a site, to where globs start from.
    let path: String
    let isInSite: Bool
    let place: PagePlace
    let profile: Profile
  }

  private struct Key: Equatable {
    /// The overrides that match.
    let overrides: [Int]
    /// The page's language, by its code in the site.
    let language: String?
  }

  private let configuration: Configuration
  private let site: SiteContext?
  private let available: [any Rule.Type]
  /// All of them by their names, whether they are on or not: diagnostics name them by their numbers here.
  let rules: [RuleID]
  private let lazyWords = Lazy<SiteLexicon>()
  private let workingDirectory: String
  /// The folder that globs start from, absolute.
  private let root: String
  /// A handful: overrides and languages meet in few ways.
  private let profiles = Mutex<[(key: Key, profile: Profile)]>([])

  init(_ configuration: Configuration, _ site: SiteContext?, rules: [any Rule.Type]) {
    self.configuration = configuration
    self.site = site
    available = rules
    self.rules = rules.map { $0.id }
    workingDirectory = FileSystem.workingDirectory
    root = Path.absolute(configuration.root, in: workingDirectory)
  }

  /// The word lists. Waited for as late as possible: another thread may still be reading them (see `Preparation`).
  var words: SiteLexicon {
    lazyWords.value { SiteLexicon(configuration.dictionaries, root: root, adding: site?.words ?? []) }
  }

  /// The settings of pages for which nothing special is said.
  var main: Profile { profile(Key(overrides: [], language: nil)) }

  /// - Parameter path: as it is shown.
  func page(_ path: String) -> PageContext {
    let absolute = Path.absolute(path, in: workingDirectory)
    let fromRoot = Path.relative(absolute, to: root) ?? path
    let place = site?.place(of: absolute) ?? PagePlace()
    let overrides = configuration.overrides.indices.filter { configuration.overrides[$0].paths.matches(fromRoot) }
    let fromSite = site.flatMap { Path.relative(absolute, to: $0.root) }
    return PageContext(
      path: fromSite ?? fromRoot, isInSite: fromSite != nil, place: place,
      profile: profile(Key(overrides: overrides, language: place.language)))
  }

  private func profile(_ key: Key) -> Profile {
    profiles.withLock { profiles in
      if let known = profiles.first(where: { $0.key == key }) { return known.profile }
      var settings = configuration.settings.over(site?.settings(language: key.language) ?? PageSettings())
      for index in key.overrides { settings = configuration.overrides[index].settings.over(settings) }
      let profile = Profile(
        configuration.commandLine.over(settings), site?.site, rules: available, lexicon: words.lexicon)
      profiles.append((key, profile))
      return profile
    }
  }
}

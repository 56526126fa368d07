import RelireModel

/// A folder, or a file, that Hugo puts at a place of the site.
public struct Mount: Sendable {
  /// A kind of files, by the folder that holds them where nothing else is said.
  public enum Component: String, Sendable {
    case archetypes, assets, content, data, i18n, layouts
    case files = "static"
  }

  /// Relative to the site's root; in the configuration of a theme, to the theme's folder.
  let source: String
  /// Begins with the name of a component.
  let target: String
  /// The code of the only language it holds for.
  let language: String?
  /// Which files below the source it brings in; all of them when there is no pattern.
  let included: [HugoGlob]
  let excluded: [HugoGlob]
  /// It comes with a theme: what the site has itself goes before it.
  let isOfTheme: Bool

  init(
    source: String, target: String, language: String? = nil, included: [HugoGlob] = [], excluded: [HugoGlob] = [],
    isOfTheme: Bool = false
  ) {
    self.source = source
    self.target = target
    self.language = language
    self.included = included
    self.excluded = excluded
    self.isOfTheme = isOfTheme
  }

  init(_ source: String, _ component: Component) { self.init(source: source, target: component.rawValue) }

  /// The mount of a theme as seen from the site.
  func within(_ theme: String) -> Mount {
    Mount(
      source: Path.join(theme, source), target: target, language: language, included: included, excluded: excluded,
      isOfTheme: true)
  }

  /// Where its files appear below the top of a component; nil for those of another one.
  func target(in component: Component) -> String? { Path.below(component.rawValue, target) }

  /// Whether the site's authors keep its files, as far as names tell: tools bring others.
  var isOwn: Bool { !isOfTheme && !source.split(separator: "/").contains { Site.isPassedOver(String($0)) } }
}

import RelireModel
import RelireRules
import RelireSite

/// All that `.relire.yml` says.
public struct Configuration: Sendable {
  /// Settings for the pages that match its globs.
  public struct Override: Sendable {
    public var paths: GlobList
    public var settings: PageSettings

    public init(paths: GlobList, settings: PageSettings) {
      self.paths = paths
      self.settings = settings
    }
  }

  /// The file that it was read from; nil for the defaults.
  public var path: String?
  /// The folder that its paths and globs start from, relative to the working directory.
  public var root = "."
  /// Whether it is one for several sites: then they are looked for where relire is called, not beside it.
  public var isShared = false
  /// Where the pages are; empty to find out from the site.
  public var content: [String] = []
  /// Where the generated HTML is; empty to find out from the site.
  public var published: [String] = []
  public var include: GlobList = []
  public var exclude: GlobList = []
  /// The lowest severity that fails a run; nil when nothing does.
  public var failOn: Severity? = .warning
  /// Word lists of the site, relative to `root`.
  public var dictionaries: [String] = []
  public var settings = PageSettings()
  public var overrides: [Override] = []
  /// What the command line asks for: goes before everything else.
  public var commandLine = PageSettings()

  public init() {}
}

import ArgumentParser

/// The daily helps of those who work on relire; not a product.
@main
struct RelireDev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relire-dev",
    abstract: "Helps for those who work on relire: benchmarks, dumps, generated files.",
    subcommands: [Addresses.self, Bench.self, BenchSite.self, Corpus.self, Dump.self, Generate.self])
}

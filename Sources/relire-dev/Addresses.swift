import ArgumentParser
import RelireEngine
import RelireSite

/// Where the pages of a site are published, as far as we know, to be compared with what the generator says.
struct Addresses: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints each source page of a site with its address, and `published` or why it is not.")

  @Argument(help: "The site's folder.")
  var site = "."

  func run() throws {
    guard let context = try SiteContext.find([site]) else { throw ValidationError("there is no site in \(site)") }
    let index = context.index
    index.forEachPageOfAll { path, _ in
      print(path, index.address(of: path) ?? "-", index.publication(of: path).word, separator: "\t")
    }
    for (alias, address) in index.redirections.sorted(by: { $0.key < $1.key }) {
      print("alias", alias, address, separator: "\t")
    }
  }
}

extension Publication {
  fileprivate var word: String {
    switch self {
    case .published: "published"
    case .draft: "draft"
    case .future: "future"
    case .expired: "expired"
    case .never: "never"
    }
  }
}

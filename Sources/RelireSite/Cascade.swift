import RelireDocuments

/// Front matter that a page, or the site’s configuration, hands down to the pages below it.
///
/// Source: Hugo’s documentation of `cascade`; the tests compare with Hugo itself.
struct Cascade: Sendable {
  /// A mapping.
  let values: DataNode
  private let path: HugoGlob?
  private let kind: HugoGlob?
  /// Codes of languages.
  private let languages: [HugoGlob]

  /// - Parameter node: the value of `cascade`: one mapping, or a list of them.
  static func all(_ node: DataNode?) -> [Cascade] { (node?.items ?? node.map { [$0] } ?? []).map(Cascade.init) }

  private init(_ node: DataNode) {
    values = node
    let target = node["target"] ?? node["_target"]
    path = (target?["path"]?.scalarText).map(HugoGlob.init)
    kind = (target?["kind"]?.scalarText).map(HugoGlob.init)
    languages =
      (target?["lang"]?.scalarText).map { [HugoGlob($0)] }
      ?? target?["sites"]?["matrix"]?["languages"]?.texts?.map(HugoGlob.init) ?? []
  }

  func concerns(_ page: SitePage, kind pageKind: String) -> Bool {
    if let path, !path.matches(page.logicalPath) { return false }
    if let kind, !kind.matches(pageKind) { return false }
    return languages.isEmpty || languages.contains { $0.matches(page.language) }
  }
}

extension SitePage {
  /// As Hugo knows a page in any language: `/guide/tarifs`.
  var logicalPath: String {
    "/" + (folders + [name]).filter { !$0.isEmpty }.map { HugoPath.name($0, keepsCase: false) }.joined(separator: "/")
  }
}

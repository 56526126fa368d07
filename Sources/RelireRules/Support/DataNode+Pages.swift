import RelireDocuments

extension DataNode {
  /// Whether the front matter says that Hugo makes no page of the file, or a page that is not meant to be read:
  /// headless, never rendered, a redirection.
  var isNotAPage: Bool {
    if self["headless"]?.bool == true { return true }
    if self["redirect"]?.string != nil || self["redirect_to"]?.string != nil { return true }
    let build = self["build"] ?? self["_build"]
    return build?["render"]?.string == "never" || build?["render"]?.bool == false
  }
}

/// A source page by its file alone: what its path says in a Hugo site.
public struct SitePage: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// `_index.md` at the top.
    case home
    /// `_index.md` of a folder.
    case section
    /// `page.md`, or `index.md` of a folder of its own.
    case page
    /// A file in the folder of an `index.md`: part of that page.
    case resource
  }

  public let kind: Kind
  /// The code of its language.
  public let language: String
  /// Folders below the content folder, as written; for `index.md` and `_index.md` without their own.
  public let folders: [String]
  /// The file's name without language and extension; for `index.md` and `_index.md` that of their folder.
  public let name: String
  /// Whether it is an `index.md` or `_index.md`.
  public let isBundle: Bool

  /// The first folder; empty at the top.
  public var section: String { folders.first ?? (kind == .section ? name : "") }

  /// What its translations have in common with it: folders and name, whatever the language.
  public var translationKey: String { (folders + [name]).joined(separator: "/") + (isBundle ? "/" : "") }
}

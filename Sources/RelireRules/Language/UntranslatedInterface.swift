import RelireDocuments
import RelireModel

/// Words of the theme that stayed in English on French pages.
public struct UntranslatedInterface: SiteRule {
  public static let metadata = RuleMetadata(
    id: "language/untranslated-interface",
    severity: .warning,
    summary: Message(
      fr: "Un texte du thème est resté en anglais.", en: "A text of the theme stayed in English."),
    rationale: Message(
      fr:
        "«\u{A0}Search\u{A0}», «\u{A0}Edit this page\u{A0}» ou «\u{A0}Table of Contents\u{A0}» se glissent dans une page "
        + "française quand le thème n’est pas traduit\u{A0}: un lecteur d’écran les lit avec l’accent français.",
      en:
        "“Search”, “Edit this page” or “Table of Contents” slip into a French page when the theme is not translated: a "
        + "screen reader reads them with a French accent."),
    exceptions: Message(
      fr:
        "Un texte que plusieurs pages répètent n’est signalé qu’une fois, et un texte qui déclare sa langue ne l’est pas.",
      en: "A text that several pages repeat is reported once, and one that declares its language is not."),
    references: [.rgaa("8.7.1"), .wcag("3.1.2"), .specification("Hugo, i18n")],
    examples: [
      Example("<html lang=fr><body><button>⟦Search⟧</button><p>Le guide</p></body></html>", format: .html),
      Example(
        "<html lang=fr><body><img src=a.svg alt=\"⟦Calendar icon⟧\"><p>Le guide</p></body></html>", format: .html),
      Example(
        "<html lang=fr><body><a href=/a>⟦Edit this page⟧</a></body></html>", format: .html,
        others: ["<html lang=fr><body><a href=/b>Edit this page</a></body></html>"]),
      Example("<html lang=fr><body><button aria-label=⟦Close⟧>×</button><p>Close</p></body></html>", format: .html),
      Example("<html lang=fr><body><button>⟦Next slide⟧</button></body></html>", format: .html),
      Example("<html lang=en><body><button>Search</button></body></html>", format: .html),
      Example("<html lang=fr><body><button lang=en>Search</button></body></html>", format: .html),
      Example("<html lang=fr><body><button>Rechercher</button></body></html>", format: .html),
      Example(
        "<html lang=fr><body><button aria-label=Rechercher><i class=material-icons aria-hidden=true>search</i></button>",
        format: .html),
      Example(
        "<html lang=fr><body><a href=/ aria-label=Accueil><i class=material-symbols-rounded>home</i></a>", format: .html
      ),
      Example("<html lang=fr><body><div hidden><button>Search</button></div></body></html>", format: .html),
    ])

  public struct Evidence: Sendable {
    struct Text: Sendable {
      let hash: UInt32
      let range: SourceRange
      let text: String
    }

    let texts: [Text]
    /// Whether a generator and its theme made the page.
    let isOfSite: Bool
  }

  public init() {}

  public func collect(from page: Page) -> Evidence? {
    let prose = page.document.prose
    guard page.document.format == .html else { return nil }
    let words = Self.words
    let wordsOfControls = Self.wordsOfControls
    let initials = Self.initials
    let isFrench = prose.languages.map(\.isFrench)
    var texts: [Evidence.Text] = []
    for block in prose.blocks where block.range.count <= 40 && !block.isFrontMatter {
      guard initials[block.range.count] & Self.bit(prose.bytes[block.range.lowerBound]) != 0 else { continue }
      guard isFrench[Int(block.language)] else { continue }
      let hash = FoldedHash.of(prose.bytes[block.range])
      guard words.contains(hash) || Self.isOfControl(block) && wordsOfControls.contains(hash),
        texts.allSatisfy({ $0.hash != hash })
      else { continue }
      let segment = prose.segments[prose.segmentIndex(at: block.range.lowerBound)]
      guard prose.languages[Int(segment.language)].isFrench, Self.isMet(block, page) else { continue }
      texts.append(Evidence.Text(hash: hash, range: prose.sourceRange(of: block.range), text: prose.string(block)))
    }
    return texts.isEmpty ? nil : Evidence(texts: texts, isOfSite: page.site != nil)
  }

  private static func isOfControl(_ block: ProseBlock) -> Bool { block.kind == .attribute || block.kind == .control }

  /// Whether the text is read: it is not hidden, nor the name of a drawing in an icon font.
  private static func isMet(_ block: ProseBlock, _ page: Page) -> Bool {
    guard block.element != .none, block.element != .root else { return true }
    let tree = page.accessibility
    var inner = block.element
    // The innermost element that holds the text.
    if block.kind != .attribute {
      for node in page.document.descendants(of: block.element) where page.document[node].kind == .element {
        if page.document[node].text == page.document[block.element].text { inner = node }
      }
    }
    return !tree.isHiddenFromAll(inner) && !tree.isIcon(inner)
  }

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    var counts: [UInt32: Int] = [:]
    for page in pages { for text in page.value.texts { counts[text.hash, default: 0] += 1 } }
    for page in pages {
      for text in page.value.texts {
        guard let count = counts.removeValue(forKey: text.hash) else { continue }
        findings.report(
          page: page.page, text.range, .english(text.text, on: count, isOfSite: page.value.isOfSite),
          pages: count > 1 ? count : nil)
      }
    }
  }

  /// Whether a text is one of these.
  static func isWord(_ text: String) -> Bool { text.utf8.count <= 40 && words.contains(FoldedHash.of(text.utf8)) }

  /// Of each length in bytes, one bit for each letter that such a text begins with: nearly every other text ends here.
  private static let initials: [UInt32] = {
    var initials = [UInt32](repeating: 0, count: 64)
    for text in texts + textsOfControls { initials[text.utf8.count] |= bit(text.utf8.first ?? 0) }
    return initials
  }()

  /// The same for small letters and capitals.
  private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }

  /// What buttons and fields say. Elsewhere these may be the names of functions and keys, or French: « séance close ».
  private static let textsOfControls = [
    "Close", "Submit", "Cancel", "Save", "Send", "Download", "Print", "Month", "Year", "Mute", "Unmute", "Fullscreen",
    "Comments", "Expand", "Collapse", "Delete", "Edit", "Remove", "Subscribe", "Password", "Username", "Permalink",
    "Browse...",
  ]

  private static let wordsOfControls = Set(textsOfControls.map { FoldedHash.of($0.utf8) })

  private static let words = Set(texts.map { FoldedHash.of($0.utf8) })

  /// What themes say. None of these is a French text.
  private static let texts = [
    "Search", "Search...", "Search…", "Search this site", "Search this site…", "Search docs", "Edit this page",
    "Edit page", "Edit this page on GitHub", "Edit on GitHub", "View page source", "Table of Contents", "On this page",
    "In this article", "Skip to content", "Skip to main content", "Toggle navigation", "Toggle menu",
    "Toggle section navigation", "Open menu", "Close menu", "Main menu", "Back to top", "Scroll to top", "Read more",
    "Continue reading", "Learn more", "Last modified", "Last updated", "Last updated on", "Published on", "Written by",
    "Next", "Previous", "Next page", "Previous page", "Next post", "Previous post", "Home", "Page not found",
    "Page Not Found", "Print this page", "Print entire section", "Create documentation issue", "Was this page helpful?",
    "Was this helpful?", "Yes", "All rights reserved", "Powered by Hugo", "Loading", "Loading...",
    "No results", "No results found", "Copy", "Copy code", "Copied!", "Copy to clipboard", "Dark mode", "Light mode",
    "Toggle dark mode", "Switch theme", "Select language", "Share this", "Share", "Follow us", "Contact us",
    "Calendar icon", "Edit icon", "Menu icon", "Close icon", "Search icon", "Clear search", "Breadcrumb", "Sitemap",
    "Categories", "See also", "Related content", "Recent posts", "Older posts", "Newer posts", "Show more",
    "Zoom in", "Zoom out", "Next slide", "Previous slide",
    "Go to first slide", "Go to last slide", "Jump to content", "Skip to navigation", "Log in", "Log out",
    "Sign in", "Sign up", "Sign out", "View all", "See all", "Show all", "Show less",
    "Load more", "About us", "Privacy policy", "Cookie settings", "Cookie preferences", "Cookie policy", "Accept all",
    "Reject all", "Accept cookies", "Accept all cookies", "Terms of service", "Terms of use",
    "Play video", "Full screen", "Toggle fullscreen", "Enter fullscreen", "Loading…",
    "Permalink for this section", "Opens in new tab", "Opens in a new tab", "Open in new tab",
    "Opens in a new window", "Choose file", "Toggle theme",
    "Change theme", "Change language", "Toggle section", "Toggle sidebar", "Go to top", "Go to Top (Alt + G)",
    "Expand all", "Collapse all", "Clear all",
    "Get started", "Share on Facebook", "Share on Twitter",
    "Share on LinkedIn", "Close dialog", "Close modal", "Open navigation", "Close navigation", "Open search",
    "Close search",
    "Search results", "Search results for", "No comments", "Leave a reply", "Post comment", "Your email", "Your name",
    "Email address", "First name", "Last name", "Related posts", "Related articles", "Previous article", "Next article",
  ]
}

extension Message {
  fileprivate static func english(_ text: String, on count: Int, isOfSite: Bool) -> Message {
    let text = text.singleSpaced
    let (frenchPlace, englishPlace) =
      isOfSite ? (" dans le thème (dossier i18n)", " in the theme (folder i18n)") : ("", "")
    return count == 1
      ? Message(
        fr: "Le texte «\u{A0}\(text)\u{A0}» est en anglais\u{A0}: traduisez-le\(frenchPlace).",
        en: "The text “\(text)” is in English: translate it\(englishPlace).")
      : Message(
        fr: "Sur \(count) pages, le texte «\u{A0}\(text)\u{A0}» est en anglais\u{A0}: traduisez-le\(frenchPlace).",
        en: "On \(count) pages the text “\(text)” is in English: translate it\(englishPlace).")
  }
}

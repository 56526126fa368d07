import RelireModel

/// All that was found, a page's in order in each list.
struct FoundDiagnostics {
  /// By the pages' numbers: what their own rules say, and what those of the site do.
  var ofPages: [(own: DiagnosticSlice, ofSite: DiagnosticSlice)] = []
  /// The numbers of the pages in the order of their paths.
  var order: [Int] = []
  /// On pages of the run or on other files.
  var others: [DiagnosticSlice] = []

  /// The lists by the paths that they speak of.
  var byPath: [String: [DiagnosticSlice]] { Dictionary(grouping: lists) { $0.path } }

  /// In the order of a report. Single diagnostics are compared only where two lists speak of one page.
  var inOrder: [Diagnostic] {
    let lists = lists
    var result: [Diagnostic] = []
    result.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    var start = 0
    while start < lists.count {
      let path = lists[start].path
      var end = start + 1
      while end < lists.count, lists[end].path == path { end += 1 }
      switch end - start {
      case 1: lists[start].append(to: &result)
      case 2: lists[start].append(lists[start + 1], to: &result)
      default:
        // The sort is stable: of equal diagnostics, those of the first list come first.
        result += lists[start..<end].flatMap { $0 }.sorted(by: Diagnostic.precedes)
      }
      start = end
    }
    return result
  }

  /// Those that are not empty, in the order of the paths.
  private var lists: [DiagnosticSlice] {
    let others = others.filter { !$0.isEmpty }
    var lists: [DiagnosticSlice] = []
    lists.reserveCapacity(2 * order.count + others.count)
    if others.isEmpty {
      // Nothing has to be sorted.
      for page in order {
        let (own, ofSite) = ofPages[page]
        if !own.isEmpty { lists.append(own) }
        if !ofSite.isEmpty { lists.append(ofSite) }
      }
      return lists
    }
    lists += ofPages.lazy.map(\.own).filter { !$0.isEmpty }
    lists += ofPages.lazy.map(\.ofSite).filter { !$0.isEmpty }
    lists += others
    return lists.indices.sorted { lists[$0].path < lists[$1].path }.map { lists[$0] }
  }
}

extension [DiagnosticSlice] {
  /// Whether a rule has spoken at a place of the file that these lists are of.
  func tell(_ rule: RuleID, at range: SourceRange) -> Bool {
    contains { list in
      list.contains { $0.rule == rule && SourceRange($0.range.start.offset, $0.range.end.offset).touches(range) }
    }
  }
}

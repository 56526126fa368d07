extension Linter {
  /// What a run keeps of its pages until the end: for benchmarks, which weigh it.
  package struct Memory {
    private let pages: KeptPages

    fileprivate init(_ pages: KeptPages) { self.pages = pages }

    package var count: Int { pages.byPage.count }
  }

  package func memory() -> Memory {
    let pages = Discovery(configuration, site).pages(paths).pages
    let plan = WorkPlan(pages, site)
    let templates = TemplateFaults()
    return Memory(
      summaries(of: plan.batches(of: pages, threads: threads), pages, progress: nil) { batch in
        self.check(batch.map { plan.units[$0] }, of: pages, plan, templates)
      })
  }
}

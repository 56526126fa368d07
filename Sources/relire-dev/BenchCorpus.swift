import FoundationEssentials
import RelireDocuments
import RelireModel

/// The pages that a benchmark runs over, read into memory beforehand.
struct BenchCorpus {
  struct Page: Sendable {
    let path: String
    let format: Document.Format
    let bytes: [UInt8]
  }

  let pages: [Page]

  init(paths: [String]) throws {
    var pages: [Page] = []
    for path in paths {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      let files = isFolder ? try FileManager.default.subpathsOfDirectory(atPath: path).map { "\(path)/\($0)" } : [path]
      for file in files.sorted() {
        guard let format = Document.Format(fileExtension: Path.fileExtension(file)),
          let data = FileManager.default.contents(atPath: file)
        else {
          continue
        }
        pages.append(Page(path: file, format: format, bytes: Array(data)))
      }
    }
    self.pages = pages
  }
}

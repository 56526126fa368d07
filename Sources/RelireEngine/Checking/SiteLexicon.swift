import RelireLexicon
import RelireModel

/// The tool's word lists and the site's own words, which are to be left as they are.
///
/// A site's list has one word or phrase a line; lines that begin with `#` are comments, as in `dictionaries/`.
struct SiteLexicon: Sendable {
  let lexicon: Lexicon
  /// The lists that could not be read.
  let failures: [Discovery.Failure]

  /// - Parameters:
  ///   - paths: as the configuration gives them.
  ///   - root: the folder they start from.
  ///   - own: what else the site adds.
  init(_ paths: [String], root: String, adding own: [(list: WordList, text: [UInt8])] = []) {
    var texts = own
    var failures: [Discovery.Failure] = []
    for path in paths {
      do throws(FileError) {
        texts.append((.leftAlone, try FileSystem.read(Path.absolute(path, in: root)).bytes))
      } catch {
        failures.append(Discovery.Failure(path: path, reason: .unreadable(error)))
      }
    }
    lexicon = texts.isEmpty ? .standard : Lexicon(adding: texts)
    self.failures = failures
  }
}

import FoundationEssentials
import RelireEngine
import RelireModel
import RelireReporters

/// Reads back the JSON report of a former run.
enum FormerReport {
  private struct Document: Decodable {
    struct Diagnostic: Decodable {
      struct Range: Decodable {
        struct Position: Decodable { let line: Int }
        let start: Position
      }
      let rule: String
      let message: String
      let path: String
      let range: Range
      let fingerprint: String
    }
    let version: Int
    let diagnostics: [Diagnostic]
  }

  static func read(_ path: String) throws(CommandFailure) -> [RunComparison.Former] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path).bytes
    } catch {
      let shown = SafeText.neutralised(path)
      throw CommandFailure(fr: "\(shown)\u{A0}: \(error.message.french)", en: "\(shown): \(error.message.english)")
    }
    guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)), document.version == 1 else {
      let shown = SafeText.neutralised(path)
      throw CommandFailure(
        fr: "\(shown) n’est pas un rapport JSON de relire (relire check --format json).",
        en: "\(shown) is no JSON report of relire (relire check --format json).")
    }
    return document.diagnostics.compactMap { diagnostic in
      Fingerprint(diagnostic.fingerprint).map {
        RunComparison.Former(
          fingerprint: $0, rule: diagnostic.rule, path: diagnostic.path, line: diagnostic.range.start.line,
          message: diagnostic.message)
      }
    }
  }
}

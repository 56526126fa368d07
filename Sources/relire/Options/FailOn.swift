import ArgumentParser
import RelireModel

/// The lowest severity that fails a run.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  var severity: Severity? { Severity(rawValue: rawValue) }
}

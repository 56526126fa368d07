import ArgumentParser
import RelireModel

/// The lowest severity that fails a run. Information never does.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, never

  var severity: Severity? { Severity(rawValue: rawValue) }
}

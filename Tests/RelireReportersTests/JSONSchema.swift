import Foundation

/// As much of JSON Schema (draft 4) as the schemas of our formats need, ours and the public ones of SARIF and rdjson.
///
/// A keyword that it does not know is a problem of its own: nothing is passed over in silence.
struct JSONSchema {
  private let root: Any

  /// - Parameter url: where the schema lies.
  init(contentsOf url: URL) throws { root = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) }

  /// One of the small schemas beside this file.
  init(named name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Schemas")
    try self.init(contentsOf: folder.appending(path: name + ".json"))
  }

  /// What is wrong with a document, each with its place.
  func problems(in document: [UInt8]) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(document))
    var problems: [String] = []
    check(value, root, "", &problems)
    return problems
  }

  private static let annotations: Set = [
    "$schema", "id", "title", "description", "default", "format", "definitions",
  ]

  private func check(_ value: Any, _ schema: Any, _ place: String, _ problems: inout [String]) {
    guard let schema = schema as? [String: Any] else { return }
    for (keyword, rule) in schema where !Self.annotations.contains(keyword) {
      if !holds(keyword, rule, value, schema, place, &problems) { problems.append("\(place): \(keyword) \(rule)") }
    }
  }

  private func isValid(_ value: Any, _ schema: Any, _ place: String) -> Bool {
    var problems: [String] = []
    check(value, schema, place, &problems)
    return problems.isEmpty
  }

  /// What is wrong further inside is added to `problems`.
  private func holds(
    _ keyword: String, _ rule: Any, _ value: Any, _ schema: [String: Any], _ place: String, _ problems: inout [String]
  ) -> Bool {
    let object = value as? [String: Any]
    let array = value as? [Any]
    let string = value as? String
    switch (keyword, rule) {
    case ("$ref", let target as String):
      guard let definition = definition(target) else { return false }
      check(value, definition, place, &problems)
    case ("type", let name as String): return isOfType(value, name)
    case ("type", let names as [String]): return names.contains { isOfType(value, $0) }
    case ("enum", let choices as [NSObject]): return (value as? NSObject).map(choices.contains) ?? false
    case ("required", let names as [String]):
      return object.map { object in names.allSatisfy { object[$0] != nil } } ?? true
    case ("properties", let members as [String: Any]):
      for (name, member) in object ?? [:] {
        if let schema = members[name] { check(member, schema, "\(place)/\(name)", &problems) }
      }
    case ("additionalProperties", _):
      let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
      for (name, member) in object ?? [:] where !known.contains(name) {
        if (rule as? NSNumber)?.boolValue == false { return false }
        check(member, rule, "\(place)/\(name)", &problems)
      }
    case ("items", _):
      for (index, item) in (array ?? []).enumerated() { check(item, rule, "\(place)/\(index)", &problems) }
    case ("minItems", let least as Int): return array.map { $0.count >= least } ?? true
    case ("uniqueItems", _): return array.map { Set($0.compactMap { $0 as? NSObject }).count == $0.count } ?? true
    case ("minimum", let least as Double): return (value as? Double).map { $0 >= least } ?? true
    case ("maximum", let most as Double): return (value as? Double).map { $0 <= most } ?? true
    case ("pattern", let pattern as String):
      return string.map { $0.range(of: pattern, options: .regularExpression) != nil } ?? true
    case ("anyOf", let choices as [Any]): return choices.contains { isValid(value, $0, place) }
    case ("oneOf", let choices as [Any]): return choices.count { isValid(value, $0, place) } == 1
    default: return false
    }
    return true
  }

  private func definition(_ reference: String) -> Any? {
    var value: Any? = root
    for name in reference.dropFirst(2).split(separator: "/") { value = (value as? [String: Any])?[String(name)] }
    return value
  }

  private func isOfType(_ value: Any, _ name: String) -> Bool {
    switch name {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int && !isBoolean(value)
    case "number": value is Double && !isBoolean(value)
    case "boolean": isBoolean(value)
    case "null": value is NSNull
    default: false
    }
  }

  private func isBoolean(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? (value is Bool)
  }
}

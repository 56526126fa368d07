import RelireRules
/// Checks files.
public enum Linter {}

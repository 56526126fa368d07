/// A fault that the engine itself reports, because no page can be shown to a rule or because it is not
/// about a page: a file that cannot be read, a suppression that suppresses nothing.
public protocol EngineRule: Rule {}

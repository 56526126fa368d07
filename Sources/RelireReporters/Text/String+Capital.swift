extension String {
  /// The text with a capital at its beginning.
  public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

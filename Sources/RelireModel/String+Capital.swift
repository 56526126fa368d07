extension String {
  /// The text with a capital at its beginning.
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

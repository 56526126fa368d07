/// What the tool says of itself.
public enum Tool {
  public static let name = "relire"
  public static let version = "0.1.0"
}

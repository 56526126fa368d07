/// The value of an `autocomplete` attribute (HTML standard §4.10.18.7.1).
public enum AutofillDetail {
  /// Whether the tokens are ones that browsers know, in their order.
  public static func isValid(_ value: String) -> Bool {
    var tokens = value.lowercased().spaceSeparated[...]
    if tokens.count == 1, tokens.first == "on" || tokens.first == "off" { return true }
    if tokens.isEmpty { return true }
    if tokens.first?.hasPrefix("section-") == true { tokens.removeFirst() }
    if tokens.first == "shipping" || tokens.first == "billing" { tokens.removeFirst() }
    if tokens.last == "webauthn", tokens.count > 1 { tokens.removeLast() }
    if let kind = tokens.first, contactKinds.contains(String(kind)) {
      tokens.removeFirst()
      return tokens.count == 1 && tokens.allSatisfy { contactFields.contains(String($0)) }
    }
    return tokens.count == 1 && tokens.allSatisfy { contactFields.contains(String($0)) || fields.contains(String($0)) }
  }

  private static let contactKinds: Set<String> = ["home", "work", "mobile", "fax", "pager"]

  private static let contactFields: Set<String> = [
    "tel", "tel-country-code", "tel-national", "tel-area-code", "tel-local", "tel-local-prefix", "tel-local-suffix",
    "tel-extension", "email", "impp",
  ]

  private static let fields: Set<String> = [
    "name", "honorific-prefix", "given-name", "additional-name", "family-name", "honorific-suffix", "nickname",
    "username", "new-password", "current-password", "one-time-code", "organization-title", "organization",
    "street-address", "address-line1", "address-line2", "address-line3", "address-level4", "address-level3",
    "address-level2", "address-level1", "country", "country-name", "postal-code", "cc-name", "cc-given-name",
    "cc-additional-name", "cc-family-name", "cc-number", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-csc", "cc-type",
    "transaction-currency", "transaction-amount", "language", "bday", "bday-day", "bday-month", "bday-year", "sex",
    "url", "photo",
  ]
}

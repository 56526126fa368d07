import RelireModel

extension Wording {
  /// An authority as people cite it.
  func citation(_ reference: Reference) -> String {
    switch reference {
    case .rgaa(let test, _):
      self(fr: "RGAA 4.1.2, \(rgaaKind(test)) \(test)", en: "RGAA 4.1.2, \(rgaaKind(test)) \(test)")
    case .wcag(let criterion):
      self(fr: "WCAG 2.2, critère de succès \(criterion)", en: "WCAG 2.2, success criterion \(criterion)")
    case .act(let rule): self(fr: "W3C, règle ACT \(rule)", en: "W3C, ACT rule \(rule)")
    case .imprimerieNationale(let entry):
      "Imprimerie nationale, Lexique des règles typographiques" + (entry.isEmpty ? "" : ", \(quoted(entry))")
    case .oqlf(let page):
      self(fr: "OQLF, Banque de dépannage linguistique", en: "OQLF, Banque de dépannage linguistique")
        + (page.isEmpty ? "" : ", \(quoted(page))")
    case .guideDuTypographe(let entry):
      "Guide du typographe (Suisse romande)" + (entry.isEmpty ? "" : ", \(quoted(entry))")
    case .cldr(let part): "Unicode CLDR" + (part.isEmpty ? "" : ", \(part)")
    case .specification(let name): name
    case .goodPractice(let message): self(fr: "bonne pratique", en: "good practice") + colon + message[language]
    case .usage(let message): self(fr: "usage", en: "usage") + colon + message[language]
    }
  }

  /// RGAA's criteria have two numbers, its tests three.
  private func rgaaKind(_ number: String) -> String {
    number.utf8.filter { $0 == 0x2E }.count == 2 ? "test" : self(fr: "critère", en: "criterion")
  }
}

import RelireDocuments
import RelireModel

/// Bytes that are not the text they claim to be.
public struct BrokenEncoding: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "file/broken-encoding",
    severity: .error,
    summary: Message(
      fr: "Le fichier n’est pas un texte UTF-8 valide.", en: "The file is not valid UTF-8 text."),
    rationale: Message(
      fr: "Un octet invalide s’affiche comme un losange ou un signe étrange. "
        + "Enregistrez la page en UTF-8 depuis votre éditeur.",
      en: "An invalid byte shows as a diamond or a strange sign. Save the page as UTF-8 in your editor."),
    references: [.specification("The Unicode Standard, 3.9"), .specification("HTML, 4.2.5.4")],
    examples: [])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    for flaw in page.document.source.flaws {
      switch flaw {
      case .invalidUTF8(let range): findings.report(range, .invalidBytes)
      case .notUTF8(let encoding): findings.report(SourceRange(at: 0), .notUTF8(encoding))
      case .wrongCharset(let range, let declared, let actual):
        findings.report(range, .wrongCharset(declared, actual))
      case .nul(let range): findings.report(range, .nul)
      }
    }
    for problem in page.document.problems where problem.kind == .encoding {
      findings.report(problem.range, problem.message)
    }
  }
}

extension Message {
  fileprivate static let invalidBytes = Message(
    fr: "Cet endroit n’est pas de l’UTF-8\u{A0}: réécrivez le caractère et enregistrez la page en UTF-8.",
    en: "This is not UTF-8: type the character again and save the page as UTF-8.")

  fileprivate static let nul = Message(
    fr: "Un octet nul se cache ici\u{A0}: effacez-le.", en: "A NUL byte hides here: delete it.")

  fileprivate static func wrongCharset(_ declared: String, _ actual: SourceText.Encoding) -> Message {
    Message(
      fr: "La page se dit en «\u{A0}\(declared)\u{A0}» mais elle est enregistrée en \(actual.rawValue)\u{A0}: "
        + "les accents s’afficheront mal. Enregistrez-la en UTF-8 et déclarez «\u{A0}utf-8\u{A0}».",
      en: "The page declares “\(declared)” but is saved as \(actual.rawValue): accents will show as gibberish. "
        + "Save it as UTF-8 and declare “utf-8”.")
  }

  fileprivate static func notUTF8(_ encoding: SourceText.Encoding) -> Message {
    Message(
      fr: "La page est enregistrée en \(encoding.rawValue)\u{A0}: enregistrez-la en UTF-8.",
      en: "The page is saved as \(encoding.rawValue): save it as UTF-8.")
  }
}

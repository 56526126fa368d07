import RelireDocuments
import RelireLexicon
import RelireModel
import RelireSite

/// Writes a `.relire.yml` to start from, fitted to the site that is found.
public enum ConfigurationTemplate {
  /// - Parameters:
  ///   - site: nil where there is no Hugo site.
  ///   - folder: where the file will lie.
  public static func text(for site: SiteContext?, in folder: String = ".", language: MessageLanguage) -> String {
    let found = values(of: site, OtherGenerator(of: folder, in: .disk))
    var text = comment(opening[language])
    for key in ConfigurationSchema.keys {
      text += "\n" + comment(key.documentation[language])
      if case .choice(let choices) = key.kind {
        text += comment(Message(fr: "Valeurs\u{A0}: ", en: "Values: ")[language] + choices.joined(separator: ", "))
      }
      text += comment(
        Message(fr: "Sans cette clé\u{A0}: ", en: "Without this key: ")[language] + key.whenAbsent[language])
      if let value = found[key.name] {
        text += "\(key.name): \(value)\n"
      } else {
        text += "# \(key.name): \(key.sample)\n"
      }
    }
    return text
  }

  private static let opening = Message(
    fr: "Réglages de relire. Toutes les clés sont facultatives\u{202F}; "
      + "une ligne commentée montre comment s’écrit une clé.",
    en: "Settings of relire. All keys are optional; a line in a comment shows how a key is written.")

  /// What the site tells, by key.
  private static func values(of site: SiteContext?, _ generator: OtherGenerator) -> [String: String] {
    guard let site, let configuration = site.site.configuration else { return folders(of: generator) }
    var values = ["content": list(site.site.contentFolders), "public": list([configuration.publishDir])]
    if LanguageTag(configuration.mainLanguage.tag ?? "").isFrench {
      values["locale"] = locale(of: configuration).rawValue
    }
    return values
  }

  private static func folders(of generator: OtherGenerator) -> [String: String] {
    guard let published = generator.publishDir else { return [:] }
    return [
      "content": list([generator.contentFolder.isEmpty ? "." : generator.contentFolder]), "public": list([published]),
    ]
  }

  /// By the language tag, else by the country of the site's address.
  private static func locale(of configuration: HugoConfiguration) -> Conventions.Locale {
    if let tag = configuration.mainLanguage.tag, let locale = Conventions.Locale(languageTag: tag) { return locale }
    let host = configuration.baseURL.split(separator: "/").dropFirst().first ?? ""
    return switch host.split(separator: ".").last {
    case "nc": .newCaledonia
    case "ca", "quebec": .canada
    case "ch": .switzerland
    case "be": .belgium
    default: .france
    }
  }

  private static func list(_ items: [String]) -> String {
    "["
      + items.map { "\"" + $0.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\"" }.joined(separator: ", ")
      + "]"
  }

  /// Comment lines of at most a hundred characters.
  private static func comment(_ text: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + word.count < 98 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { "# \($0)\n" }.joined()
  }
}

import Foundation
import Testing

/// What the state of pages is about, and what it is not.
@Suite struct RGAACommandTests {
  @Test func `what could not be read is named`() throws {
    let scratch = try Scratch()
    try scratch.write("a.html", "<!DOCTYPE html><html lang=fr><title>A</title><main><h1>A</h1></main></html>")
    let outcome = try scratch.relire("rgaa", "a.html", "absent.html")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("absent.html\u{A0}: Ce fichier n’existe pas"))
    #expect(outcome.output.contains("RGAA 4.1.2, 1\u{A0}page\u{A0}: 0\u{A0}test NC,"))
    #expect(try scratch.relire("rgaa", "a.html").errors.isEmpty)
  }

  @Test func `sources are no published pages`() throws {
    let scratch = try Scratch()
    try scratch.write("a.md", "# Un\n")
    let outcome = try scratch.relire("rgaa", "a.md")
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("Donnez les pages publiées."))
  }

  @Test func `every criterion says where it stands`() throws {
    let scratch = try Scratch()
    try scratch.write("a.html", "<!DOCTYPE html><html lang=fr><title>A</title><main><h1>A</h1></main></html>")
    let lines = try scratch.relire("rgaa", "a.html").output.split(separator: "\n")
    for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  ") && !line.hasPrefix("   ") {
      #expect(next.hasPrefix("      "), "\(line)")
    }
  }
}

@Suite struct OutlineCommandTests {
  private static let page = """
    ---
    title: Déposer une demande
    ---

    ## Les pièces :

    #### La commande `dossier`

    **Les délais**

    Deux mois.

    ## \u{A0}
    """

  private func outline(_ arguments: String...) throws -> String {
    let scratch = try Scratch()
    try scratch.write("page.md", Self.page)
    let outcome = try RelireProcess.run(["outline", "page.md"] + arguments, in: scratch)
    #expect(outcome.code == 0)
    return outcome.output
  }

  @Test func theTextShowsLevelsAndFaults() throws {
    #expect(
      try outline("--lang", "fr") == """
        1  Déposer une demande  [en-tête]
          2  Les pièces :  [5]
             ^ Un titre ne se termine pas par «\u{A0}:\u{A0}»\u{A0}: retirez ce signe. [headings/trailing-punctuation]
              4  La commande dossier  [7]
                 ^ Ce titre de niveau 4 suit un titre de niveau 2\u{A0}: donnez-lui le niveau 3, ou ajoutez le titre qui manque. [headings/skipped-level]
          2  (vide)  [13]
             ^ Ce titre est vide\u{A0}: écrivez-le, ou retirez-le s’il ne sert qu’à faire de la place. [headings/empty]
        ^ ligne 9\u{A0}: «\u{A0}Les délais\u{A0}» est en gras mais n’est pas un titre\u{A0}: faites-en un titre (`## …`). [headings/emphasis-as-heading]

        """)
  }

  @Test func theJSONHoldsTheSame() throws {
    let data = Data(try outline("--format", "json", "--lang", "fr").utf8)
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let headings = try #require(report["headings"] as? [[String: Any]])
    #expect(report["path"] as? String == "page.md")
    #expect(headings.map { $0["level"] as? Int } == [1, 2, 4, 2])
    #expect(
      headings.map { $0["text"] as? String } == ["Déposer une demande", "Les pièces :", "La commande dossier", ""])
    #expect(headings.map { $0["fromFrontMatter"] as? Bool } == [true, false, false, false])
    #expect(headings.map { ($0["faults"] as? [[String: Any]])?.count } == [0, 1, 1, 1])
    let faults = try #require(report["faults"] as? [[String: Any]])
    #expect(faults.map { $0["rule"] as? String } == ["headings/emphasis-as-heading"])
    #expect(faults.map { $0["line"] as? Int } == [9])
  }

  @Test func aPublishedPageIsHeardAsItIs() throws {
    let scratch = try Scratch()
    try scratch.write(
      "page.html",
      "<html lang=fr><title>P</title><h1>P</h1><h2 hidden>Caché</h2><template><h2>Gabarit</h2></template>"
        + "<section><h1>Partie</h1></section><div role=heading aria-level=3>Détail</div>"
        + "<h2><img src=a.png alt=Carte></h2></html>")
    let output = try scratch.relire("outline", "page.html", "--lang", "fr").output
    let headings = output.split(separator: "\n").filter { !$0.contains("^") }.map {
      $0.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(headings == ["1 P", "1 Partie", "3 Détail", "2 Carte"])
    // All on one line: columns tell them apart.
    #expect(output.contains("1  P  [1:31]\n"))
    #expect(output.contains("3  Détail  [1:133]\n"))
  }

  @Test func whatIsNoPageIsRefused() throws {
    let scratch = try Scratch()
    try scratch.write("image.png", "x")
    #expect(try scratch.relire("outline", "image.png").code == 2)
    #expect(try scratch.relire("outline", "absent.md").code == 2)
  }
}

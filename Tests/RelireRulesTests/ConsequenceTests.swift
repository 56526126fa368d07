import RelireModel
import RelireRules
import Testing

/// What comes of another fault is told with it, once.
@Suite struct ConsequenceTests {
  private func ranges(_ rules: [any Rule.Type], _ text: String) -> String {
    Visible.marked(text, Checking.findings(rules, on: Checking.page(text, .html)).map(\.range))
  }

  @Test func `a heading made of a link without a name is the link's fault`() {
    let text = "<h2><a href=/guide/></a></h2><h3>&nbsp;</h3><h3><a href=/b/ aria-hidden=true></a></h3>"
    #expect(
      ranges([EmptyHeading.self, NoAccessibleName.self], text)
        == "<h2>⟦<a href=/guide/>⟧</a></h2>⟦<h3>⟧&nbsp;</h3>⟦<h3>⟧<a href=/b/ aria-hidden=true></a></h3>")
  }

  @Test func `each rule alone still tells its part`() {
    let text = "<h2><a href=/guide/></a></h2>"
    #expect(ranges([EmptyHeading.self], text) == "⟦<h2>⟧<a href=/guide/></a></h2>")
    #expect(ranges([NoAccessibleName.self], text) == "<h2>⟦<a href=/guide/>⟧</a></h2>")
  }

  @Test func `a heading without a level is told once`() {
    let text = "<div role=heading>a</div><div role=heading aria-level=deux>b</div>"
    #expect(
      ranges([AriaLevel.self, InvalidValue.self, MissingAttribute.self], text)
        == "⟦<div role=heading>⟧a</div><div role=heading aria-level=⟦deux⟧>b</div>")
    #expect(
      Checking.findings([AriaLevel.self, InvalidValue.self, MissingAttribute.self], on: Checking.page(text, .html))
        .count == 2)
  }

  @Test func `an image in a link is told once`() {
    let rules: [any Rule.Type] = [
      ImageLinkWithoutAlternative.self, MissingAlternative.self, EmptyHeading.self, DrawingWithoutAlternative.self,
    ]
    for text in [
      "⟦<a href=/a>⟧<img src=a.png></a>", "<h2>⟦<a href=/a>⟧<img src=a.png></a></h2>",
      "⟦<a href=/a>⟧<svg role=img></svg></a>",
    ] {
      let page = text.filter { $0 != "⟦" && $0 != "⟧" }
      #expect(ranges(rules, page) == text)
    }
    #expect(ranges(rules, "<a href=/a>La carte <img src=a.png></a>") == "<a href=/a>La carte ⟦<img src=a.png>⟧</a>")
  }

  @Test func `an image that is decoration and is not is told once`() {
    let text = "⟦<img src=a.png alt=\"\" aria-describedby=b>⟧<p id=b>b</p>"
    #expect(
      ranges([ExposedDecoration.self, MissingAlternative.self], text.filter { $0 != "⟦" && $0 != "⟧" }) == text)
  }

  @Test func `an image in an object is told once`() {
    let page = Checking.page("<object data=a.png type=image/png role=img></object>", .html)
    #expect(Checking.findings([MissingAlternative.self, ObjectWithoutAlternative.self], on: page).count == 1)
  }
}

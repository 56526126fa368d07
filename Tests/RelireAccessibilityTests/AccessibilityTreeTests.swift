import RelireDocuments
import RelireModel
import Testing

@testable import RelireAccessibility

@Suite struct AccessibilityTreeTests {
  private func target(_ html: String) -> (AccessibilityTree, NodeID) {
    let tree = AccessibilityTree(HTMLReader.read(SourceText(html)))
    return (tree, tree.element(withID: "x") ?? .none)
  }

  @Test(arguments: [
    ("<p id=x>", true), ("<p id=x hidden>", false), ("<div hidden><p id=x>", false),
    ("<div aria-hidden=true><p id=x>", false), ("<p id=x style='DISPLAY : none !important'>", false),
    ("<p hidden style='display:block' id=x>", true), ("<div style='visibility:hidden'><p id=x>", false),
    ("<div style='visibility:hidden'><p id=x style='visibility:visible'>", true),
    ("<details><summary id=x>a</summary></details>", true), ("<details><summary>a</summary><p id=x></details>", true),
    ("<details open><summary>a</summary><p id=x></details>", true), ("<dialog><p id=x></dialog>", false),
    ("<dialog open><p id=x></dialog>", true), ("<button><img id=x alt=a></button>", false),
    ("<div inert><p id=x>", false),
    ("<input id=x type=hidden>", false), ("<div hidden=until-found><p id=x>", false),
    ("<div popover><p id=x></div>", false), ("<video><p id=x></video>", false),
    ("<object data=a><p id=x></object>", false),
    ("<object><p id=x></object>", true),
  ])
  func exposure(_ html: String, isExposed: Bool) {
    let (tree, node) = target(html)
    #expect(tree.isExposed(node) == isExposed)
  }

  @Test(
    arguments: [
      ("<a id=x>", .generic), ("<a id=x href>", .link), ("<a id=x href role=button>", .button),
      ("<div id=x role='bidon button link'>", .button), ("<div id=x role=widget>", .generic),
      ("<img id=x>", .img), ("<img id=x alt>", .none), ("<img id=x alt aria-label=a>", .img),
      ("<img id=x alt=a role=presentation>", .none), ("<a id=x href role=none>", .link),
      ("<h2 id=x role=none aria-label=a>", .heading), ("<h2 id=x role=none>", .none),
      ("<ul><li id=x>", .listitem), ("<div><li id=x>", .generic), ("<header id=x>", .banner),
      ("<main><header id=x>", .generic), ("<section id=x>", .generic), ("<section id=x aria-label=a>", .region),
      ("<select id=x>", .combobox), ("<select id=x multiple>", .listbox), ("<input id=x type=search>", .searchbox),
      ("<table role=grid><tr><td id=x>", .gridcell), ("<table><tr><th id=x scope=row>", .rowheader),
      ("<table role=none><tr><td id=x>", .none), ("<table role=none><tr><td><table><tr><td id=x>", .cell),
      ("<ul role=presentation><li id=x>", .none), ("<svg id=x>", .graphicsDocument),
      ("<div id=x role=directory>", .list),
    ] as [(String, Role)])
  func role(_ html: String, expected: Role) {
    let (tree, node) = target(html)
    #expect(tree.role(node) == expected)
  }

  @Test(arguments: [
    ("<a id=x href>", true), ("<a id=x>", false), ("<p id=x tabindex=0>", true), ("<p id=x tabindex=-1>", false),
    ("<p id=x tabindex=0.5>", true), ("<p id=x tabindex=a>", false),
    ("<button id=x disabled>", false), ("<fieldset disabled><input id=x></fieldset>", false),
    ("<fieldset disabled><legend><input id=x></legend></fieldset>", true), ("<input id=x type=hidden>", false),
    ("<div hidden><a id=x href>", false), ("<div contenteditable id=x>", true), ("<details><summary id=x>", true),
  ])
  func tabStops(_ html: String, isTabbable: Bool) {
    let (tree, node) = target(html)
    #expect(tree.isTabbable(node) == isTabbable)
  }

  @Test func ownership() {
    let (tree, list) = target(
      "<ul id=x aria-owns='c'><div><li id=a>a</div><li id=b hidden>b</ul><p id=c role=listitem>c</p>")
    #expect(tree.ownedElements(of: list) == ["c"].compactMap { tree.element(withID: $0) })
    #expect(tree.element(withID: "c").flatMap { tree.owner(of: $0) } == list)
  }

  @Test func deepPagesTakeLinearTime() {
    let html = String(repeating: "<div><header>", count: 20_000)
    #expect(AccessibilityTree(HTMLReader.read(SourceText(html))).isVisible(NodeID(1)))
  }
}

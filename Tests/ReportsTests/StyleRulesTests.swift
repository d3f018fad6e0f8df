import Testing

@testable import Reports

@Suite("The stylesheet of a page")
struct StyleRulesTests {
  private static let rules = StyleRules(
    """
    /* Colours: a { } is no rule. */
    :root {
      --ink: #000; --soft: #555; --link: var(--soft);
      --unused: 3px;
    }
    p , li:not(.wide, .x) > a { color: var(--ink) ; margin: 0 auto; }
    .plot .axis, .table { stroke: var(--thick, var(--link)); content: " a ; b: {c} "; }
    @media (min-width: 40rem) { .plot { width: calc(100% - 2rem); } }
    @page { margin: 2cm; }
    """)

  @Test("has the rules whose classes the page has, and no others")
  func classes() {
    #expect(
      Self.rules.used(by: ["table"]) == """
        :root{--ink:#000;--soft:#555;--link:var(--soft)}
        p,li:not(.wide,.x)>a{color:var(--ink);margin:0 auto}
        .table{stroke:var(--thick,var(--link));content:" a ; b: {c} "}
        @page{margin:2cm}

        """)
    #expect(
      Self.rules.used(by: ["plot"]).contains(
        "@media (min-width:40rem){.plot{width:calc(100% - 2rem)}\n}"))
    #expect(!Self.rules.used(by: ["plot"]).contains(".axis"))
    #expect(Self.rules.used(by: ["plot", "axis"]).contains(".plot .axis{"))
  }

  @Test("has of its colours and sizes those that its rules name, themselves or through another")
  func properties() {
    #expect(Self.rules.used(by: []).hasPrefix(":root{--ink:#000;--soft:#555}"))
    #expect(!Self.rules.used(by: ["table", "plot", "axis"]).contains("--unused"))
  }

  @Test("classes are read wherever elements have them")
  func found() {
    let html = "<p class=\"a b\">class=\"c\" <i class=\"\"></i><b class=\"d-e\" id=\"x\">"
    #expect(StyleRules.classes(in: html, "<u class=\"f\">") == ["a", "b", "c", "d-e", "f"])
  }
}

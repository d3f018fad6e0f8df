import Markup
import Testing

@testable import TeX

@Suite("MathML")
struct MathMLTests {
  @Test("formulas become the MathML that was looked at", arguments: GoldenFile.names)
  func golden(name: String) throws {
    try GoldenFile(name).check { test in
      let parsed = ParsedFormula(parsing: test.input)
      let math = parsed.formula.mathML(isDisplay: test.heading == "display")
      return math.children.map { $0.indented() }.joined(separator: "\n")
    }
  }

  @Test("every class name that is written has a rule in the style sheet")
  func classesHaveRules() throws {
    for name in GoldenFile.names {
      for test in try GoldenFile(name).cases {
        let math = ParsedFormula(parsing: test.input).mathML(isDisplay: true)
        for name in Node.element(math).classNames {
          #expect(MathMLStyle.sheet.contains(".\(name)"), "\(name)")
        }
      }
    }
  }

  @Test("a formula carries its own TeX for readers that know no MathML")
  func alternative() {
    let math = ParsedFormula(parsing: " a < b ").mathML(isDisplay: false)
    #expect(math.attributes["alttext"] == "a < b")
    #expect(math.attributes["display"] == nil)
    #expect(math.html.contains("alttext=\"a &lt; b\""))
  }

  @Test("text and wrong commands cannot put markup into the page")
  func escaped() {
    let math = ParsedFormula(parsing: #"\text{<script>} < \operatorname{a<b} \<i>"#)
      .mathML(isDisplay: false)
    #expect(!math.html.contains("<script"))
    #expect(!math.html.contains("<i>"))
  }

  @Test("each cell of an alignment can be had by itself, spaced as in its row")
  func cells() throws {
    let parsed = ParsedFormula(parsing: #"\begin{aligned} a &= b \\ &= -c \end{aligned}"#)
    let table = try #require(parsed.formula.alignment)
    let cells = parsed.mathMLCells(of: table)
    #expect(cells.map(\.count) == [2, 2])
    #expect(cells[0][1].html.contains(#"<mo>=</mo><mi>b</mi>"#))
    #expect(cells[1][0].children.isEmpty)
    #expect(cells[1][1].html.contains(#"<mo form="prefix">−</mo>"#))
  }

  @Test("sums take their limits above and below in display style, beside in text")
  func limits() {
    let sum = ParsedFormula(parsing: #"\sum_{k=1}^c"#)
    #expect(sum.mathML(isDisplay: true).html.contains("<munderover>"))
    #expect(sum.mathML(isDisplay: false).html.contains("<msubsup>"))
    let nested = ParsedFormula(parsing: #"\frac{\sum_k a}{b}"#).mathML(isDisplay: true)
    #expect(nested.html.contains("<msub>"))
  }

  @Test(
    "letters take their alphabet's characters, with Unicode's exceptions",
    arguments: [
      (#"\mathbb{R}"#, "ℝ"), (#"\mathbb{A}"#, "𝔸"), (#"\mathbf{\nabla}"#, "𝛁"),
      (#"\boldsymbol{\alpha}"#, "𝜶"), (#"\mathcal{L}"#, "ℒ"), (#"\mathfrak{C}"#, "ℭ"),
      (#"\mathit{h}"#, "ℎ"), (#"\mathbf{\omega}"#, "𝛚"), (#"\mathbf{\partial}"#, "𝛛"),
      (#"\boldsymbol{\Omega}"#, "𝜴"), (#"\mathbf{7}"#, "𝟕"), (#"\mathbf{\varpi}"#, "𝛡"),
    ])
  func alphabets(tex: String, letter: String) {
    #expect(
      ParsedFormula(parsing: tex).formula.mathML(isDisplay: false).html.contains(">\(letter)<"))
  }
}

extension Node {
  /// One line for each element that holds no other.
  func indented(_ depth: Int = 0) -> String {
    let margin = String(repeating: "  ", count: depth)
    guard case .element(let element) = self, element.children.contains(where: \.isElement) else {
      return margin + html
    }
    let empty = Element(element.name, element.attributes).html
    let tags = empty.components(separatedBy: "></")
    let inner = element.children.map { $0.indented(depth + 1) }
    return ([margin + tags[0] + ">"] + inner + [margin + "</" + tags[1]]).joined(separator: "\n")
  }

  var isElement: Bool {
    if case .element = self { true } else { false }
  }

  var classNames: Set<String> {
    guard case .element(let element) = self else { return [] }
    let own = (element.attributes["class"] ?? "").split(separator: " ").map(String.init)
    return element.children.reduce(into: Set(own)) { $0.formUnion($1.classNames) }
  }
}

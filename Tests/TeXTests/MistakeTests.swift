import Diagnostics
import Testing

@testable import TeX

@Suite("Mistakes in formulas")
struct MistakeTests {
  @Test("every mistake is told at its column, with what to do about it")
  func golden() throws {
    try GoldenFile("mistakes").check { test in
      let parsed = ParsedFormula(parsing: test.input)
      let file = SourceFile(name: "lesson.md", text: test.input)
      return parsed.diagnostics.map { $0.rendered(in: file) }.joined(separator: "\n")
    }
  }

  @Test("the golden file shows every kind of mistake there is")
  func allKinds() throws {
    let ids = Set(
      try GoldenFile("mistakes").cases.flatMap {
        ParsedFormula(parsing: $0.input).diagnostics.map(\.id)
      })
    let known: Set<String> = [
      "tex.unknown-command", "tex.unsupported-command", "tex.unknown-environment",
      "tex.unknown-color", "tex.unclosed-brace", "tex.unclosed-bracket", "tex.unclosed-dollar",
      "tex.unexpected-brace",
      "tex.unclosed-left", "tex.unexpected-right", "tex.missing-delimiter",
      "tex.unclosed-environment", "tex.mismatched-end", "tex.unexpected-end",
      "tex.missing-argument", "tex.double-superscript", "tex.double-subscript",
      "tex.misplaced-alignment", "tex.too-many-columns", "tex.misplaced-line-break",
      "tex.misplaced-command", "tex.command-in-text", "tex.unexpected-character",
      "tex.ambiguous-fraction", "tex.bad-length", "tex.bad-columns", "tex.bad-definition",
      "tex.command-exists", "tex.bad-parameter", "tex.endless-macro",
    ]
    #expect(ids == known)
  }

  @Test(
    "an unknown command is answered by the command it is likely to be",
    arguments: [
      ("alhpa", "alpha"), ("Delt", "Delta"), ("delt", "delta"), ("farc", "frac"),
      ("opertorname", "operatorname"), ("bengin", "begin"), ("rightarow", "rightarrow"),
      ("partal", "partial"), ("mathbff", "mathbf"), ("odott", "odot"),
    ])
  func nearest(wrong: String, right: String) {
    let parsed = ParsedFormula(parsing: "x + \\\(wrong)")
    #expect(parsed.diagnostics.first?.help == ["did you mean '\\\(right)'?"])
    #expect(parsed.diagnostics.first?.range == 4..<(5 + wrong.count))
  }

  @Test("what is wrong does not hide what is right around it")
  func recovers() {
    let parsed = ParsedFormula(parsing: #"a + \wrong{b} + c^2"#)
    #expect(parsed.diagnostics.count == 1)
    #expect(parsed.formula.elements.count == 6)
    guard case .scripts? = parsed.formula.elements.last?.kind else {
      Issue.record("the last element lost its script")
      return
    }
  }

  @Test("a macro known from an earlier formula is known, one of a later formula is not")
  func macrosAreHandedOn() {
    let first = ParsedFormula(parsing: #"\newcommand{\loss}{\mathcal{L}}"#)
    #expect(first.formula.elements.isEmpty)
    #expect(first.macros.names == ["loss"])
    #expect(ParsedFormula(parsing: #"\loss"#, macros: first.macros).diagnostics.isEmpty)
    #expect(ParsedFormula(parsing: #"\loss"#).diagnostics.map(\.id) == ["tex.unknown-command"])
  }
}

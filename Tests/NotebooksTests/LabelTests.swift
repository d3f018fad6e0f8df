import Diagnostics
import Testing

@testable import Notebooks

@Suite("Labels of equations in every alphabet")
struct LabelTests {
  @Test(
    "a reference takes every name that a label takes, up to punctuation of any script",
    arguments: ["隐藏", "Größe", "été", "Потеря", "🎉", "損失-1", "σ_2", "x", "κόστος", "손실"],
    [" ", ", ", "，", "。", "：", "）", "!", "؟", "、", "…"])
  func references(_ name: String, _ after: String) {
    let notebook = Fixtures.notebook(
      "$$ a = b $$ {#eq-\(name)}\n\n由 @eq-\(name)\(after)可知 x\n")
    #expect(notebook.diagnostics.isEmpty, "\(notebook.diagnostics)")
    #expect(notebook.references.map(\.reference.label) == ["eq-\(name)"])
    #expect(Array(notebook.equations.keys) == ["eq-\(name)"])
  }

  @Test("a reference may stand directly behind a letter of Chinese, not within an address")
  func before() {
    let text = "$$ a = b $$ {#eq-隐藏}\n\n由@eq-隐藏，见 anna@eq-隐藏.org\n"
    #expect(Fixtures.notebook(text).references.count == 1)
  }

  @Test("figures and tables are referred to in any alphabet, too")
  func figures() {
    let cell = "```{data} 数字\ngenerate: moons\n```\n\n见 @tbl-数字。\n"
    #expect(Fixtures.notebook(cell).diagnostics.isEmpty)
    #expect(Fixtures.notebook(cell).references.count == 1)
  }

  @Test(
    "what can be no name is an error and never shown",
    arguments: ["{#eq-a b}", "{#eq-，}", "{#eq-}", "{#eq-a.b}", "{#eq--}", "{#eq-a'}"])
  func malformed(_ label: String) {
    let notebook = Fixtures.notebook("$$ a = b $$ \(label)\n")
    #expect(notebook.diagnostics.map(\.id) == ["label.equation"])
    #expect(notebook.hasErrors)
  }

  @Test(
    "an inline value may be parted from its code by blanks or a line break",
    arguments: ["{eval}`1 + 1`", "{eval} `1 + 1`", "{eval}\n`1 + 1`", "{eval}  ``1 + 1``"])
  func values(_ text: String) {
    let run = Fixtures.run("It is \(text) in all.\n")
    #expect(run.diagnostics.isEmpty)
    #expect(run.inlineValues.count == 1)
  }

  @Test("'{eval}' without code is warned of")
  func bare() {
    #expect(Fixtures.notebook("It is {eval}1 + 1.\n").diagnostics.map(\.id) == ["role.code"])
  }
}

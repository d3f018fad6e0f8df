import Testing

@testable import Reports

@Suite("What templates are told of a page")
struct PagePartTests {
  @Test("every member of a part has its line in the part's list")
  func complete() {
    let verdict = Page.Verdict(kind: "", sign: "", word: "", statement: "", finding: "")
    let step = Page.Derivation.Verdict(kind: "", sign: "", word: "", details: [], isOpen: false)
    check(Page.Cell(prose: nil, run: nil))
    check(Page.Directive(section: "", source: nil, outputs: [], failure: nil))
    check(Page.Output())
    check(Page.Table.Column(title: "", alignment: ""))
    check(Page.Table.Row(cells: []))
    check(Page.Table.Cell(content: "", alignment: "", isHeader: true))
    check(verdict)
    check(Page.Computation.Row(isApart: false, formula: nil, code: "", verdict: verdict))
    check(Page.Derivation.Block(heading: nil, rows: []))
    check(Page.Derivation.Row(cells: [], verdicts: [step]))
    check(step)
    check(Page.Derivation.Shape(symbol: "", shape: ""))
  }

  private func check(_ part: some PagePart) {
    let names = Mirror(reflecting: part).children.compactMap(\.label)
    #expect(Set(type(of: part).members.keys) == Set(names), "\(type(of: part))")
  }
}

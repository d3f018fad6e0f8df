import Testing

@testable import Reports

@Suite("What templates are told of a page")
struct FieldsTests {
  @Test("every member of a part of a page is among its fields")
  func complete() {
    let caption = Page.Caption(number: "", text: "")
    let verdict = Page.Verdict(kind: "", sign: "", word: "", statement: "", finding: "")
    let step = Page.Derivation.Verdict(
      kind: "", sign: "", word: .nothing, details: [], isOpen: false)
    let row = Page.Computation.Row(isApart: false, formula: nil, code: .nothing, verdict: verdict)
    let labels = Page.Labels(contents: "", skip: "")
    check(caption)
    check(verdict)
    check(step)
    check(row)
    check(labels)
    check(
      Page(
        language: "", title: "", subtitle: nil, facts: [], hasFacts: false, banners: [],
        contents: nil, cells: [], provenance: [], origin: "", words: labels, stylesheet: .nothing))
    check(Page.Fact(name: "", value: ""))
    check(Page.Cell(prose: nil, run: nil))
    check(Page.Directive(section: "", source: nil, outputs: [], failure: nil))
    check(Page.Source(summary: "", code: .nothing, isOpen: false))
    check(Page.Output())
    check(
      Page.Table(
        id: nil, label: "", caption: caption, alignment: nil, columns: [], rows: []))
    check(Page.Table.Row(cells: []))
    check(Page.Table.Cell(content: .nothing, isHeader: true))
    check(Page.Figure(id: nil, picture: .nothing, caption: nil, data: nil))
    check(Page.Code(html: .nothing))
    check(Page.Computation(formulaHead: "", codeHead: "", engineHead: "", rows: []))
    check(Page.Verdicts(items: []))
    check(Page.Derivation(id: nil, isErratum: false, blocks: [], shapes: nil))
    check(Page.Derivation.Block(heading: nil, rows: []))
    check(Page.Derivation.Row(cells: [], verdicts: [step]))
    check(Page.Derivation.Shapes(word: "", items: [], setting: nil))
    check(Page.Derivation.Shape(symbols: [], shape: ""))
    check(Page.Notice(kind: "", text: ""))
    check(Page.Failure(word: "", diagnostic: nil))
    check(IndexPage(title: "", lessons: [], stylesheet: .nothing))
    check(
      IndexPage.Lesson(
        page: "", title: "", subtitle: nil, language: "", facts: [], picture: nil, failure: nil))
  }

  private func check(_ part: some PagePart) {
    let names = Mirror(reflecting: part).children.compactMap(\.label)
    #expect(part.fields.names == Set(names), "\(type(of: part))")
  }
}

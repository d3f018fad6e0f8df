import Diagnostics
import Notebooks
import Testing

@Suite("What a notebook says about mistakes")
struct DiagnosticTests {
  @Test("every mistake is shown whole, at its place", arguments: Golden.all(in: "Diagnostics"))
  func rendering(_ golden: Golden) throws {
    let file = SourceFile(name: "lesson.md", text: golden.input)
    let notebook = Notebook(parsing: file)
    var diagnostics = notebook.diagnostics
    if !notebook.hasErrors {
      diagnostics += notebook.run(in: Session(of: notebook, in: Fixtures.folder)).diagnostics
    }
    let text = diagnostics.map { $0.rendered(in: file) }.joined(separator: "\n\n")
    try golden.check(text + "\n")
    #expect(!diagnostics.isEmpty, "a file here shows a mistake")
  }
}

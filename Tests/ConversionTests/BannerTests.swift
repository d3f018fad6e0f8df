import Conversion
import Diagnostics
import Notebooks
import Reports
import Testing

@Suite("What a page says at its head, in other formats")
struct BannerTests {
  private static func exhibits() throws -> (Run, Exhibits) {
    let text = """
      ---
      params: {steps: 500}
      ---

      All is well.

      ```{expect}
      1 > 0
      ```
      """
    let notebook = Notebook(
      parsing: SourceFile(name: "lesson.md", text: text),
      overrides: [(name: "steps", value: "250")])
    let run = notebook.run(in: Session(of: notebook, in: "."))
    return (run, try Fixtures.exhibits(of: run))
  }

  @Test("stands above the text in Markdown")
  func markdown() throws {
    let (run, exhibits) = try Self.exhibits()
    let text = MarkdownDocument(of: run, showing: exhibits, assets: "lesson.assets").text
    let banner = try #require(text.split(separator: "\n").first { $0.hasPrefix("> ") })
    #expect(banner.contains("steps = 250") && banner.contains("steps = 500"))
  }

  @Test("is the first output of the first cell in Jupyter, and is not there without a run")
  func jupyter() throws {
    let (run, exhibits) = try Self.exhibits()
    let notebook = JupyterNotebook(lesson: run.notebook.file, showing: exhibits)
    let cell = try #require(notebook.cells.first { $0.kind == .code })
    guard case .display(let data)? = cell.outputs.first else {
      Issue.record("no output")
      return
    }
    #expect(data["text/plain"]?.contains("steps = 250") == true)
    #expect(data["text/markdown"]?.hasPrefix("> ") == true)
    let plain = JupyterNotebook(lesson: run.notebook.file)
    #expect(plain.cells.flatMap(\.outputs).isEmpty)
  }
}

import Diagnostics
import Testing

@testable import Notebooks

@Suite("Cells of a table")
struct TableFormatTests {
  private static func texts(_ cells: [String]) throws -> [String] {
    let row = cells.map { "\"\($0)\"" }.joined(separator: ", ")
    let headings = cells.indices.map { "c\($0)" }.joined(separator: ", ")
    let text = """
      ```{compute}
      right = 0.75
      wrong = 0.5
      ```

      ```{table} t
      columns: [\(headings)]
      rows:
        - [\(row)]
      ```
      """
    let notebook = Notebook(parsing: SourceFile(name: "lesson.md", text: text))
    try #require(!notebook.hasErrors)
    let outputs = notebook.run(in: Session()).cells.flatMap(\.outputs)
    let tables = outputs.compactMap { output in
      if case .table(let table) = output { table } else { nil }
    }
    return try #require(tables.last?.rows.first).map(\.plainText)
  }

  @Test("are worked out where they call something or say how to write their value")
  func expressions() throws {
    #expect(
      try Self.texts(["(right - wrong):.1%", "right:.3f", "abs(wrong - right)"])
        == ["25.0 %", "0.750", "0.25"])
  }

  @Test("are words otherwise, brackets and colons in them or not")
  func words() throws {
    let words = ["rate (η)", "(training)", "note: 3", "1:2", "a: b", ":.2%", "as printed"]
    #expect(try Self.texts(words) == words)
  }
}

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

  @Test("stand at the right in a column of numbers, whether worked out or printed")
  func alignment() throws {
    let text = """
      ```{table} t
      columns: [Digits, Printed, Found, Words, Mixed]
      rows:
        - ["1", "97.58 %", "2 + 3:d", one, "4"]
        - ["2", "−1 000", "2 + 4:d", two, "–"]
      ```
      """
    let notebook = Notebook(parsing: SourceFile(name: "lesson.md", text: text))
    try #require(!notebook.hasErrors)
    let outputs = notebook.run(in: Session()).cells.flatMap(\.outputs)
    guard case .table(let table)? = outputs.first else {
      Issue.record("no table")
      return
    }
    #expect(table.columns.map(\.alignment) == [.left, .right, .right, .left, .left])
  }
}

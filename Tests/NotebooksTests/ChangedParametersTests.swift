import Diagnostics
import Testing

@testable import Notebooks

@Suite("A lesson run with other parameters than it was written for")
struct ChangedParametersTests {
  private static let lesson = """
    ---
    seed: 1
    params: {steps: 12, rate: 0.1}
    ---

    ```{data} moons
    generate: {moons: {count: 20, noise: 0.1}}
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    ```

    ```{train} fit
    network: net
    data: moons
    learning-rate: ${rate}
    steps: ${steps}
    record-epochs: 1
    ```

    ```{table} t
    columns: [Step, Loss]
    rows:
      - [first, "loss(fit, 0):.3f"]
      - [tenth, "loss(fit, 9):.3f"]
      - [twentieth epoch, "recorded(fit, training_loss, 12):.3f"]
    ```

    The tenth step: {eval}`loss(fit, 9):.3f`.

    ```{expect}
    for: declared
    ---
    loss(fit, 9) < 10
    ```
    """

  private static func run(_ overrides: [(name: String, value: String)]) -> Run {
    let notebook = Notebook(
      parsing: SourceFile(name: "lesson.md", text: lesson), overrides: overrides)
    return notebook.run(in: Session(of: notebook, in: Fixtures.folder))
  }

  private static func column(_ run: Run) -> [String] {
    run.cells.flatMap(\.outputs).flatMap { output -> [String] in
      guard case .table(let table) = output, table.columns.map(\.title) == ["Step", "Loss"] else {
        return []
      }
      return table.rows.map { $0[1].plainText }
    }
  }

  private static func notices(_ run: Run) -> [String] {
    run.cells.flatMap(\.outputs).compactMap { output in
      if case .notice(let notice) = output { notice.text } else { nil }
    }
  }

  @Test("checks what is meant for the declared ones where they are so, however written")
  func declared() {
    for overrides in [[], [("steps", "12.0"), ("rate", "0.10")]] {
      let run = Self.run(overrides.map { (name: $0.0, value: $0.1) })
      #expect(run.diagnostics == [])
      #expect(run.expectations.map(\.verdict) == [.held])
    }
  }

  @Test("does not check it where one differs, and says what would have to be")
  func changed() {
    let run = Self.run([(name: "rate", value: "0.101")])
    #expect(run.succeeded)
    #expect(run.expectations.map(\.verdict) == [.notChecked])
    #expect(run.expectations.first?.finding == "meant for rate = 0.1")
  }

  @Test("has a dash for a step that was not reached, in tables with a remark and in prose")
  func short() {
    let run = Self.run([(name: "steps", value: "5")])
    #expect(run.succeeded)
    let column = Self.column(run)
    #expect(column.count == 3)
    #expect(column.first.flatMap(Double.init) != nil)
    #expect(column.dropFirst() == ["–", "–"])
    #expect(
      Self.notices(run) == ["–: this run, with other parameters, recorded nothing there."])
    let values = run.inlineValues.values.map { if case .value(let text) = $0 { text } else { "" } }
    #expect(values == ["–"])
  }

  @Test("with its own parameters, a step that was not reached stays an error")
  func ownParameters() {
    let text = Self.lesson.replacing("steps: 12", with: "steps: 5")
    let notebook = Notebook(parsing: SourceFile(name: "lesson.md", text: text))
    let run = notebook.run(in: Session(of: notebook, in: Fixtures.folder))
    #expect(run.diagnostics.map(\.id).contains("measure.position"))
    #expect(!run.succeeded)
  }

  @Test("a word that is no target is refused where expectations name their parameters")
  func otherWord() {
    let text = Self.lesson.replacing("for: declared", with: "for: declare")
    let notebook = Notebook(parsing: SourceFile(name: "lesson.md", text: text))
    #expect(notebook.diagnostics.map(\.id).contains("option.choice"))
    #expect(notebook.diagnostics.flatMap(\.help).contains("did you mean 'declared'?"))
  }
}

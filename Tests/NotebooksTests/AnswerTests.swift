import Diagnostics
import Foundation
import Testing

@testable import Notebooks

@Suite("No answer is no answer")
struct AnswerTests {
  /// A network whose outputs are NaN for every sample that is not all zeros.
  private static let wild = """
    ```{data} moons
    generate: {moons: {count: 40}}
    ```

    ```{network} wild
    input: 2
    layers:
      - {units: 3, activation: linear, init: {constant: 1e200}}
      - {units: 2, activation: softmax, init: {constant: 1e200}}
    loss: cross-entropy
    ```

    """

  @Test(
    "no statement about NaN holds, however it is turned",
    arguments: [
      "accuracy(wild, moons) > 0.4", "accuracy(wild, moons) != 0.5", "accuracy(wild, moons) <= 1",
      "not (accuracy(wild, moons) > 0.4)", "accuracy(wild, moons) ≈ 0.5 ± 1",
      "recall(wild, moons, 0) > 0", "top(2, wild, moons) > 0", "loss(wild, moons) > 0",
    ])
  func statements(_ statement: String) throws {
    let run = Fixtures.run(Self.wild + "```{expect}\n\(statement)\n```")
    #expect(run.diagnostics.map(\.id) == ["expect.failed"])
    let note = try #require(run.diagnostics.first?.notes.first?.message)
    #expect(
      note.hasSuffix("is undefined: the network answers 40 of 40 examples with NaN or infinity"))
  }

  @Test("prose and tables show a dash, and a table of figures has no share")
  func dash() {
    let run = Fixtures.run(
      Self.wild + """
        {eval}`accuracy(wild, moons):.1%` and {eval}`loss(wild, moons)`

        ```{evaluate}
        network: wild
        data: moons
        show: [figures, classes]
        ```
        """)
    #expect(run.diagnostics == [])
    let texts = run.inlineValues.values.map { value in
      if case .value(let text) = value { text } else { "missing" }
    }
    #expect(texts == ["–", "–"])
    let outputs = run.cells.last?.outputs ?? []
    let tables = outputs.compactMap { output in
      if case .table(let table) = output { table.rows.map { $0.map(\.plainText) } } else { nil }
    }
    #expect(tables[0] == [["moons", "40", "–", "– (0 right)"]])
    #expect(tables[1] == [["0", "20", "–", "–", "–"], ["1", "20", "–", "–", "–"]])
    guard case .notice(let notice)? = outputs.last else {
      Issue.record("the page says so")
      return
    }
    #expect(notice.kind == .warning)
    #expect(notice.text.hasPrefix("The network answers 40 of 40 examples with NaN or infinity."))
  }

  private static let sweep = """
    ---
    seed: 1
    ---

    ```{data} d
    generate: {moons: {count: 60}}
    test: {fraction: 0.25}
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 4, activation: relu}
      - {units: 1, activation: linear}
    loss: quadratic
    ```

    ```{train} fit
    network: net
    data: d.train
    learning-rate: 0.05
    steps: 300
    show: nothing
    ```

    ```{sweep} sw
    repeat: fit
    over: {fit.learning-rate: [0.05, 30]}
    show: [results, table]
    ```

    """

  @Test("a sweep leaves out what diverged, and says so")
  func sweepTable() throws {
    let run = Fixtures.run(
      Self.sweep + "```{expect}\ntrain_accuracy(sw, 30, mean) > 0.3\ntest_loss(sw, 0.05) < 0.5\n```"
    )
    #expect(run.diagnostics.map(\.id) == ["expect.failed"])
    #expect(run.counts.held == 1)
    let outputs = run.cells.dropLast().last?.outputs ?? []
    let rows = outputs.compactMap { output in
      if case .table(let table) = output { table.rows.map { $0.map(\.plainText) } } else { nil }
    }
    let last = try #require(rows.first?.last)
    #expect(last.dropLast() == ["30", "–", "–", "–", "–"])
    #expect(last.last?.hasPrefix("diverged at step") == true)
    guard case .notice(let notice)? = outputs.last else {
      Issue.record("the page says so")
      return
    }
    #expect(notice.text.hasSuffix(": 30."))
  }

  @Test("a run whose last step leaves no answers fails")
  func lastStep() {
    let run = Fixtures.run(
      """
      ```{data} d
      generate: {moons: {count: 40}}
      ```

      ```{network} net
      input: 2
      layers:
        - {units: 4, activation: relu}
        - {units: 2, activation: softmax}
      loss: cross-entropy
      ```

      ```{train} fit
      network: net
      data: d
      learning-rate: 1e300
      steps: 1
      ```
      """)
    #expect(run.diagnostics.map(\.id) == ["train.diverged"])
    #expect(
      run.diagnostics.first?.message
        == "after the last step, 0, the network answers with NaN or infinity")
  }

  @Test("bars of a prediction name no class where an output is NaN")
  func bars() {
    let run = Fixtures.run(
      Self.wild + "```{predict}\nnetwork: wild\ndata: moons\nsamples: [0]\n```")
    let text =
      run.cells.last?.outputs.compactMap { output in
        if case .figure(let figure) = output { "\(figure.picture.drawing)" } else { nil }
      }.joined() ?? ""
    #expect(text.contains("0 · predicted – · actual"))
  }
}

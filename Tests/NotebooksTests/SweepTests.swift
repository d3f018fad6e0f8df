import Diagnostics
import Foundation
import Testing

@testable import Notebooks

@Suite("Sweeps")
struct SweepTests {
  /// A network on Iris that learns something in no time.
  private static let lesson = """
    ---
    seed: 3
    ---

    ```{data} iris
    source: iris
    standardize: whole
    test: {fraction: 0.2}
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 5, activation: tanh}
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{train} fit
    network: mlp
    data: iris
    batch: 10
    learning-rate: 0.1
    steps: 60
    ```

    """

  private static func run(_ cell: String) -> Run { Fixtures.run(lesson + cell) }

  private static func diagnostics(_ cell: String) -> [Diagnostic] {
    Fixtures.notebook(lesson + cell).diagnostics
  }

  private static func sweep(_ run: Run, _ label: String = "s") throws -> SweepRecord {
    try #require(run.diagnostics == [])
    guard case .sweep(let record)? = run.session[label] else {
      throw Failure.noSweep
    }
    return record
  }

  private enum Failure: Error {
    case noSweep
    case noTable
  }

  private static func table(_ run: Run) throws -> [[String]] {
    for case .table(let table) in run.cells.last?.outputs ?? [] {
      return [table.columns.map(\.title)] + table.rows.map { $0.map(\.plainText) }
    }
    throw Failure.noTable
  }

  @Test("the case with the lesson's own value gives the lesson's own figures, to the last bit")
  func repetition() throws {
    let run = Self.run(
      """
      ```{sweep} s
      repeat: fit
      over: {fit.learning-rate: [0.5, 0.1]}
      ```
      """)
    let sweep = try Self.sweep(run)
    guard case .training(let original)? = run.session["fit"] else { throw Failure.noSweep }
    #expect(sweep.cases[1].trials[0].training.history.series == original.history.series)
    #expect(sweep.cases[0].trials[0].training.history.series != original.history.series)
  }

  @Test("a case gives what the notebook gives with the value written in its cell")
  func substitution() throws {
    let swept = try Self.sweep(
      Self.run(
        """
        ```{sweep} s
        repeat: fit
        over: {mlp.layers.1.units: [2, 9]}
        ```
        """))
    let written = Fixtures.run(Self.lesson.replacingOccurrences(of: "units: 5", with: "units: 9"))
    guard case .training(let record)? = written.session["fit"] else { throw Failure.noSweep }
    #expect(swept.cases[1].trials[0].training.history.series == record.history.series)
  }

  @Test("a seed starts the whole chain, as the same seed in the front matter does")
  func seeds() throws {
    let swept = try Self.sweep(
      Self.run(
        """
        ```{sweep} s
        repeat: fit
        seeds: 7..9
        ```
        """))
    #expect(swept.cases[0].trials.map(\.seed) == [7, 8, 9])
    let seeded = Fixtures.run(Self.lesson.replacingOccurrences(of: "seed: 3", with: "seed: 8"))
    guard case .training(let record)? = seeded.session["fit"] else { throw Failure.noSweep }
    #expect(swept.cases[0].trials[1].training.history.series == record.history.series)
  }

  @Test("what comes after a sweep is as if it had not been there")
  func isolation() throws {
    let probe = """
      ```{data} probe
      generate: moons
      ```
      """
    let plain = Self.run(probe)
    let swept = Self.run(
      """
      ```{sweep} s
      repeat: fit
      over: {fit.learning-rate: [1, 2]}
      seeds: 0..1
      ```

      """ + probe)
    #expect(swept.diagnostics == [])
    guard case .dataset(let a)? = plain.session["probe"],
      case .dataset(let b)? = swept.session["probe"],
      case .network(.double(let trained))? = plain.session["mlp"],
      case .network(.double(let kept))? = swept.session["mlp"]
    else { throw Failure.noSweep }
    #expect(a == b)
    #expect(trained == kept)
  }

  @Test("the table has a row for each case, over seeds with the lowest and the highest")
  func table() throws {
    let table = try Self.table(
      Self.run(
        """
        ```{sweep} s
        repeat: fit
        cases:
          as it is: {}
          large steps: {fit.learning-rate: 1, fit.steps: 20}
        seeds: [1, 2]
        show: table
        ```
        """))
    #expect(
      table[0] == [
        "Case", "Runs", "Training loss", "Training accuracy", "Test loss", "Test accuracy",
        "Lowest", "Highest",
      ])
    #expect(table.dropFirst().map { $0[0] } == ["as it is", "large steps"])
    #expect(table[1][1] == "2")
    let figures = table[1][5...].compactMap { Double($0.dropLast(2)) }
    #expect(figures.count == 3)
    #expect(figures[1] <= figures[0] && figures[0] <= figures[2])
    #expect(abs(figures[0] - (figures[1] + figures[2]) / 2) < 0.01)
  }

  @Test("a rate so large that the loss diverges is an outcome of the sweep, not its failure")
  func divergence() throws {
    let run = Self.run(
      """
      ```{sweep} s
      repeat: fit
      cases:
        usual: {}
        endless: {fit.learning-rate: 1e300, mlp.layers.1.activation: linear}
      ```
      """)
    let sweep = try Self.sweep(run)
    #expect(sweep.cases[1].trials[0].divergence != nil)
    #expect(try Self.table(run)[2].last?.hasPrefix("diverged at step") == true)
  }

  @Test("prose and expectations reach each case by value or name, and sum up over seeds")
  func measures() {
    let run = Self.run(
      """
      ```{sweep} s
      repeat: fit
      over: {fit.learning-rate: [0.1, 0.01]}
      ```

      ```{sweep} t
      repeat: fit
      cases: {with the mask: {}, other: {fit.gradient: sum}}
      seeds: 0..3
      ```

      ```{expect}
      train_accuracy(s, 0.1) == accuracy(mlp, iris.train)
      test_accuracy(s, 0.1) == accuracy(mlp, iris.test)
      train_loss(s, 0.01) > train_loss(s, 0.1)
      test_accuracy(t, with_the_mask, min) <= test_accuracy(t, with_the_mask)
      test_accuracy(t, other, max) >= test_accuracy(t, other, mean)
      ```
      """)
    #expect(run.diagnostics == [])
  }

  @Test("several options are run in all combinations, a column for each")
  func grid() throws {
    let run = Self.run(
      """
      ```{sweep} s
      repeat: fit
      over: {fit.learning-rate: [0.1, 0.01], mlp.layers.1.units: [5, 9]}
      show: [curves, results, table]
      ```

      ```{expect}
      train_accuracy(s, 0.1, 5) == accuracy(mlp, iris.train)
      train_loss(s, 0.01, 9) > train_loss(s, 0.1, 9)
      train_loss(s, 0.01, 5, max) == train_loss(s, min, 0.01, 5)
      ```
      """)
    let sweep = try Self.sweep(run)
    #expect(sweep.cases.map(\.name) == ["0.1, 5", "0.1, 9", "0.01, 5", "0.01, 9"])
    let written = Fixtures.run(
      Self.lesson.replacingOccurrences(of: "units: 5", with: "units: 9")
        .replacingOccurrences(of: "rate: 0.1", with: "rate: 0.01"))
    guard case .training(let record)? = written.session["fit"] else { throw Failure.noSweep }
    #expect(sweep.cases[3].trials[0].training.history.series == record.history.series)
    let outputs = run.cells[run.cells.count - 2].outputs
    guard case .table(let table)? = outputs.last else { throw Failure.noTable }
    #expect(table.columns.prefix(3).map(\.title) == ["Learning rate", "Units", "Training loss"])
    #expect(table.rows.map { $0.prefix(2).map(\.plainText) }.last == ["0.01", "9"])
    guard case .figure(let results) = outputs[1] else { throw Failure.noTable }
    #expect(results.picture.drawing.plainText.contains("units 9"))
  }

  @Test("two options of one name are told apart by all of their path")
  func headings() throws {
    let run = Self.run(
      """
      ```{sweep} s
      repeat: fit
      over: {mlp.layers.1.init: [zeros, he-normal], mlp.layers.2.init: [he-normal]}
      show: table
      ```
      """)
    #expect(
      try Self.table(run)[0].prefix(2) == ["mlp.layers.1.init", "mlp.layers.2.init"])
  }

  @Test("a question about a combination says what a case is made of")
  func combination() {
    let run = Self.run(
      """
      ```{sweep} s
      repeat: fit
      over: {fit.learning-rate: [0.1, 0.01], fit.steps: [2, 3]}
      ```

      ```{expect}
      train_accuracy(s, 0.1) > 0
      train_accuracy(s, 2, 0.1) > 0
      ```

      {eval}`train_accuracy(s, 0.1)`
      """)
    #expect(
      run.expectations.map(\.finding) == [
        "this sweep has 4 cases; say which", "this sweep has no such case",
      ])
    #expect(
      run.diagnostics.last?.help == [
        "give a value for each of its options, in this order: learning-rate 0.1, 0.01; steps 2, 3"
      ])
  }

  @Test("a network that draws no random numbers begins anew in each case, too")
  func zeros() {
    let run = Fixtures.run(
      """
      ```{data} flower
      generate: flower
      ```

      ```{network} neuron
      input: 2
      layers:
        - {units: 1, activation: sigmoid, init: zeros}
      loss: binary-cross-entropy
      ```

      ```{train} fit
      network: neuron
      data: flower
      learning-rate: 0.05
      steps: 50
      order: sequential
      ```

      ```{sweep} s
      repeat: fit
      over: {fit.steps: [1, 50]}
      ```

      ```{expect}
      train_loss(s, 50) ≈ loss(neuron, flower) ± 1e-9
      train_loss(s, 1) > train_loss(s, 50)
      ```
      """)
    #expect(run.diagnostics == [])
  }

  @Test(
    "a question that a sweep cannot answer says which it can",
    arguments: [
      ("train_accuracy(s) > 0", "this sweep has 2 cases; say which"),
      ("train_accuracy(s, 0.3) > 0", "this sweep has no such case"),
    ])
  func unanswerable(_ statement: String, _ message: String) {
    let run = Self.run(
      """
      ```{sweep} s
      repeat: fit
      over: {fit.learning-rate: [0.1, 0.01]}
      ```

      ```{expect}
      \(statement)
      ```
      """)
    #expect(run.expectations.map(\.finding) == [message])
  }

  @Test(
    "what is wrong with a sweep is found before anything runs",
    arguments: [
      ("over: {fit.learning-rat: [1]}", "unknown option 'learning-rat' for 'train'"),
      ("over: {fat.learning-rate: [1]}", "no earlier cell is labelled 'fat'"),
      ("over: {fit.learning-rate: [1, -1]}", "expected a positive number, found '-1'"),
      ("over: {mlp.layers.3.units: [1]}", "'mlp' has not an item '3' (it has 2, counted from 1)"),
      ("over: {mlp.layers.1.units.x: [1]}", "'mlp' has not anything below 'x'"),
      ("over: {learning-rate: [1]}", "'learning-rate' names no option of an earlier cell"),
      ("over: {fit.learning-rate: []}", nil),
      ("cases: {a: 3}", "expected options such as {fit.learning-rate: 0.1}, found '3'"),
      ("seeds: 5..2", nil),
      ("seeds: 0..99999999999", nil),
      (
        "show: table",
        "'sweep' needs the option 'over' or 'seeds': what is different from run to run"
      ),
      (
        "over: {fit.learning-rate: 1..100}\nseeds: 0..99",
        "10000 runs are more than the 1000 a sweep may have"
      ),
      (
        "over: {fit.steps: 1..40, fit.learning-rate: 1..40}",
        "40 × 40 = 1600 combinations are more than the 1000 a sweep may have"
      ),
      (
        "over: {fit.steps: [1], fit.batch: [1], fit.learning-rate: [1], iris.limit: [9], "
          + "mlp.layers.1.units: [2]}",
        "5 options are more than the 4 a sweep may combine"
      ),
      ("over: {fit.learning-rate: [1], fit.stepz: [1, 2]}", "unknown option 'stepz' for 'train'"),
      ("over: {fit.learning-rate: [1], fit.steps: 3}", nil),
      (
        "over: {mlp.layers.1.units: [900000000]}",
        "layer 1 with weights [4 × 900000000] would bring the network to 36.0 GB, more than the "
          + "4.3 GB allowed"
      ),
    ] as [(String, String?)])
  func mistakes(_ options: String, _ message: String?) {
    let found = Self.diagnostics("```{sweep} s\nrepeat: fit\n\(options)\n```\n")
    #expect(found.filter { $0.severity == .error }.count == 1)
    if let message { #expect(found.map(\.message) == [message]) }
    // Every complaint stands in the sweep, not in the cell that is repeated.
    let start = Self.lesson.utf8.count
    #expect(found.allSatisfy { ($0.range?.lowerBound ?? 0) >= start })
  }

  @Test("an option of a cell that the run does not rest on cannot be swept")
  func unrelated() {
    let found = Self.diagnostics(
      """
      ```{data} moons
      generate: moons
      ```

      ```{sweep} s
      repeat: fit
      over: {moons.limit: [10, 20]}
      ```
      """)
    #expect(found.map(\.message) == ["'fit' does not rest on 'moons'"])
    #expect(found.first?.help == ["it rests on iris, mlp, fit"])
  }

  @Test("a sweep is skipped where a cell it rests on failed")
  func skipped() {
    let run = Fixtures.run(
      Self.lesson.replacingOccurrences(of: "batch: 10", with: "batch: 5000") + """
        ```{sweep} s
        repeat: fit
        seeds: 0..1
        ```
        """)
    guard case .skipped(because: "fit")? = run.cells.last?.status else {
      Issue.record("the sweep was not skipped")
      return
    }
  }

  @Test("training that goes on from another cell's is repeated from its beginning")
  func continuation() throws {
    let run = Self.run(
      """
      ```{train} more
      network: mlp
      data: iris
      learning-rate: 0.05
      steps: 10
      ```

      ```{sweep} s
      repeat: more
      over: {more.learning-rate: [0.05]}
      ```
      """)
    let sweep = try Self.sweep(run)
    guard case .training(let original)? = run.session["more"] else { throw Failure.noSweep }
    #expect(sweep.cases[0].trials[0].training.history.series == original.history.series)
  }
}

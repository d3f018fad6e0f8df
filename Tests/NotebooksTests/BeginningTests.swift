import Diagnostics
import Foundation
import Testing

@testable import Notebooks

@Suite("Where a training run begins")
struct BeginningTests {
  private static func lesson(_ options: String = "", sweep: String = "") -> String {
    """
    ---
    seed: 1
    ---

    ```{data} moons
    generate: {moons: {count: 60}}
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 3, activation: tanh}
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    ```

    ```{train} plain
    network: net
    data: moons
    learning-rate: 0.5
    steps: 30
    show: nothing
    ```

    ```{train} momentum
    network: net
    data: moons
    optimizer: momentum
    learning-rate: 0.5
    steps: 30
    show: nothing
    \(options)
    ```

    \(sweep)
    ```{expect}
    loss(momentum, first) ≈ loss(plain, first)
    ```
    """
  }

  private static func notices(_ run: Run) -> [String] {
    run.cells.flatMap(\.outputs).compactMap { output in
      if case .notice(let notice) = output { notice.text } else { nil }
    }
  }

  @Test("a network trained twice goes on, and the page says from where")
  func goingOn() {
    let run = Fixtures.run(Self.lesson())
    #expect(run.diagnostics.map(\.id) == ["expect.failed"])
    #expect(
      Self.notices(run) == [
        "This run goes on from where 'plain' left 'net'; with 'fresh: true' it would begin anew, as "
          + "'net' was first drawn."
      ])
  }

  @Test("'fresh' begins with the parameters as they were drawn")
  func fresh() {
    let run = Fixtures.run(Self.lesson("fresh: true"))
    #expect(run.diagnostics == [])
    #expect(run.counts.held == 1)
    #expect(Self.notices(run) == [])
  }

  @Test("also where everything above it was kept from an earlier run")
  func freshFromTheCache() {
    let folder = NSTemporaryDirectory() + "fresh-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var held: [Int] = []
    for options in ["", "fresh: true"] {
      let store = CellStore(folder: folder, engine: "test")
      let notebook = Fixtures.notebook(Self.lesson(options))
      held.append(
        notebook.run(in: Session(of: notebook, in: Fixtures.folder, store: store)).counts.held)
    }
    #expect(held == [0, 1])
  }

  @Test("a sweep over a run that goes on says where each of its runs begins")
  func sweep() {
    let sweep = """
      ```{sweep} rates
      repeat: momentum
      over: {momentum.learning-rate: [0.1, 0.5]}
      show: table
      ```

      """
    let notices = Self.notices(Fixtures.run(Self.lesson(sweep: sweep)))
    #expect(notices.count == 2)
    #expect(
      notices.last?.hasPrefix("Each run begins with 'plain', from where 'momentum' goes on") == true
    )
    let fresh = Fixtures.run(Self.lesson("fresh: true", sweep: sweep))
    #expect(Self.notices(fresh) == [])
    guard case .sweep(let record)? = fresh.session["rates"],
      case .training(let own)? = fresh.session["momentum"]
    else {
      Issue.record("there is a sweep")
      return
    }
    // The case with the lesson's own rate is the lesson's own run.
    #expect(record.cases[1].trials[0].training.history["loss"] == own.history["loss"])
  }
}

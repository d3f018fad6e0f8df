import Foundation
import Testing

@testable import Notebooks

/// Lessons that are changed between runs, each run held against one that keeps nothing.
@Suite("What is kept is what running again would show")
struct StaleTests {
  private let folder = NSTemporaryDirectory() + "gradbook-stale-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func run(_ text: String, in store: CellStore?) -> Run {
    let notebook = Fixtures.notebook(text)
    return notebook.run(in: Session(of: notebook, in: folder, store: store))
  }

  private func shown(_ run: Run) -> [String] {
    run.cells.map { "\($0.outputs)" }
      + run.inlineValues.sorted { $0.key < $1.key }.map { "\($0.value)" }
      + run.diagnostics.map { "\($0.id) \($0.message)" }
  }

  /// Runs the versions of a lesson one after another with the same store.
  private func expectTruth(of versions: [String]) {
    let store = CellStore(folder: folder + "/cells", engine: "one")
    for text in versions {
      let path = folder + "/net.safetensors"
      let file = FileManager.default.contents(atPath: path)
      let plain = shown(run(text, in: nil))
      // A run that writes a file shall not be the other's beginning.
      try? FileManager.default.removeItem(atPath: path)
      if let file { FileManager.default.createFile(atPath: path, contents: file) }
      #expect(shown(run(text, in: store)) == plain)
    }
  }

  private static let beginning = """
    ```{data} moons
    generate: {moons: {count: 40}}
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    ```

    """

  private static func training(_ network: String, rate: String, _ more: String = "") -> String {
    """

    ```{train} fit-\(network)
    network: \(network)
    data: moons
    learning-rate: \(rate)
    steps: 5
    \(more)
    ```

    """
  }

  @Test("code in the names of a notation runs again when its network was trained otherwise")
  func training() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let versions = ["0.1", "0.7"].map { rate in
      Self.beginning + """
        ```{notation}
        network: net
        symbols: {X: input, Y: target, W_l: weights, b_l: bias, z_l: preactivation, P: output}
        ```
        \(Self.training("net", rate: rate))
        ```{compute}
        data: moons
        ---
        z1 = X @ W1 + b1
        z1
        ```

        """
    }
    expectTruth(of: versions)
  }

  @Test("what code computed before it failed is not there, neither now nor later")
  func failure() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let versions = ["1", "2"].map { value in
      Self.beginning + """
        ```{compute}
        q = 1
        ```

        ```{compute}
        q = \(value)
        w = precision(net, moons, 7)
        ```

        ```{expect}
        q == 1
        ```

        {eval}`q`
        """
    }
    expectTruth(of: versions)
    let run = run(versions[1], in: nil)
    #expect(run.inlineValues.values.map { "\($0)" } == ["value(\"1\")"])
  }

  @Test("places are right when line ends become those of Windows")
  func lineEnds() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = "```{expect}\n1 == 1\n2 == 2\n```\n"
    expectTruth(of: [text, text.replacingOccurrences(of: "\n", with: "\r\n")])
  }

  @Test("a network that was loaded stays what it was when a later cell writes its file")
  func loading() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func lesson(rate: String, show: String) -> String {
      Self.beginning + """
        ```{network} loaded
        input: 2
        layers:
          - {units: 1, activation: sigmoid}
        loss: binary-cross-entropy
        load: net.safetensors
        ```
        \(Self.training("net", rate: rate, "save: net.safetensors"))
        ```{evaluate}
        network: loaded
        data: moons
        show: \(show)
        ```

        """
    }
    _ = run(Self.beginning + Self.training("net", rate: "0.1", "save: net.safetensors"), in: nil)
    expectTruth(of: [
      lesson(rate: "0.1", show: "[figures]"), lesson(rate: "30", show: "[figures, confusion]"),
    ])
  }

  @Test("a value that rests on a hundred thousand others is made without a deep stack")
  func depth() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // A label is changed by each cell in turn, and asked for at the end.
    var last = Deferred { nil }
    for _ in 0..<100_000 {
      let previous = last
      last = Deferred(after: previous) { previous.value }
    }
    #expect(last.value == nil)
  }
}

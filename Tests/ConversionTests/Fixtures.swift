import Conversion
import Diagnostics
import Foundation
import Notebooks
import Reports
import Testing

enum Fixtures {
  static let packageFolder: String = {
    let tests = ((#filePath as NSString).deletingLastPathComponent as NSString)
      .deletingLastPathComponent
    return (tests as NSString).deletingLastPathComponent
  }()

  static let lessons: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: packageFolder + "/notebooks"))
    return (files ?? []).filter { $0.hasSuffix(".md") }.sorted()
  }()

  static func lesson(_ name: String) throws -> String {
    try String(contentsOfFile: "\(packageFolder)/notebooks/\(name)", encoding: .utf8)
  }

  /// The text that comes back from a notebook written and read again.
  static func roundTrip(_ text: String) throws -> String {
    let notebook = JupyterNotebook(lesson: SourceFile(name: "lesson.md", text: text))
    let read = try JupyterNotebook(reading: notebook.json)
    return LessonText(of: read, picturesIn: "lesson.assets").text
  }

  /// A lesson, run.
  static func run(_ text: String) throws -> (Run, Exhibits) {
    let notebook = Notebook(parsing: SourceFile(name: "lesson.md", text: text))
    try #require(notebook.diagnostics == [])
    let run = notebook.run(in: Session(of: notebook, in: "."))
    return (run, try exhibits(of: run))
  }

  static func exhibits(of run: Run) throws -> Exhibits {
    let templates = try Templates(folder: packageFolder + "/templates")
    return try templates.exhibits(of: Report(of: run))
  }

  /// One of everything that a lesson shows.
  static let everything = """
    ---
    title: All | of it
    subtitle: Tables *and* pictures
    seed: 1
    ---

    $$ a = b $$ {#eq-law}

    ```{data} moons
    generate: {moons: {count: 40, noise: 0.1}}
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 3, activation: tanh}
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    ```

    ```{train} fit
    network: net
    data: moons
    learning-rate: 1
    steps: 4
    ```

    ```{plot} curve
    kind: learning-curve
    of: fit
    caption: The loss.
    ```

    ```{dimensions} shapes
    network: net
    caption: Sizes.
    ```

    ```{notation}
    network: net
    symbols: {X: input, Y: target, W_l: weights, b_l: bias, z_l: preactivation, a_l: activation, P: output, L: loss, m: batch}
    ```

    ```{derivation} forward
    \\begin{aligned}
    z_1 &= X W_1 + b_1
    \\end{aligned}
    ```

    ```{derivation} wrong
    expect: refuted
    correct: z_1 = X W_1 + b_1
    ---
    z_1 = X W_1 - b_1 + 1
    ```

    ```{expect}
    count(moons) == 40
    loss(fit, last) < loss(fit, first)
    ```

    After @fig-curve and @eq-law: {eval}`count(moons)` points.[^1] See @tbl-shapes.

    [^1]: Of {eval}`count(moons):.1f` or so.

    """
}

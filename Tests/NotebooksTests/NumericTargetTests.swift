import Diagnostics
import Foundation
import Testing

@testable import Notebooks

@Suite("Lessons about numbers")
struct NumericTargetTests {
  private static let houses = """
    ```{data} houses
    file: houses.csv
    label: price
    regression: true
    standardize: per-feature
    ```

    ```{network} line
    input: 1
    layers: [{units: 1, activation: linear, init: zeros}]
    loss: quadratic
    ```

    ```{train} fit
    network: line
    data: houses
    learning-rate: 0.1
    steps: 200
    ```

    """

  /// Runs a lesson in a folder with files of its own.
  private static func run(_ text: String, files: [String: Data]) throws -> Run {
    let folder = NSTemporaryDirectory() + "numbers-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, data) in files { try data.write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
    let notebook = Notebook(
      parsing: SourceFile(name: "lesson.md", text: text), in: LessonFolder(folder))
    try #require(!notebook.hasErrors, "\(notebook.diagnostics)")
    return notebook.run(in: Session(of: notebook, in: folder))
  }

  private static let prices = Data("area,price\n50,120\n80,190\n100,260\n120,300\n150,395\n".utf8)

  private static func table(_ run: Run, _ heading: String) throws -> [[String]] {
    for cell in run.cells {
      for case .table(let table) in cell.outputs
      where table.columns.contains(where: { $0.title == heading }) {
        return [table.columns.map(\.title)] + table.rows.map { $0.map(\.plainText) }
      }
    }
    throw CocoaError(.featureUnsupported)
  }

  /// NumPy: 200 steps of gradient descent on the standardized areas, then the figures of `w x + b - y`.
  @Test("a line through prices is judged by RMSE, MAE and R², which are NumPy's")
  func line() throws {
    let run = try Self.run(
      Self.houses + """
        ```{evaluate}
        network: line
        data: houses
        ```

        ```{predict}
        network: line
        data: houses
        samples: [0, 2]
        ```

        ```{expect}
        rmse(line, houses) ≈ 6.595452979
        mae(line, houses) ≈ 6.40000004
        r2(line, houses) ≈ 0.9950657895
        ```
        """, files: ["houses.csv": Self.prices])
    #expect(run.diagnostics == [])
    #expect(run.counts.held == 3)
    #expect(
      try Self.table(run, "RMSE") == [
        ["Part", "Examples", "Loss", "RMSE", "MAE", "R²"],
        ["houses", "5", "21.75", "6.5955", "6.4", "0.99507"],
      ])
    #expect(
      try Self.table(run, "Predicted") == [
        ["Sample", "Predicted", "Actual", "Residual"], ["0", "115.5", "120", "-4.5"],
        ["2", "253", "260", "-7"],
      ])
  }

  @Test(
    "what asks for right or wrong of a number is refused before the run",
    arguments: [
      "{eval}`accuracy(line, houses)`", "{eval}`top(2, line, houses)`",
      "{eval}`precision(line, houses, 1)`", "{eval}`f1(line, houses, 1)`",
      "```{table}\ncolumns: [a]\nrows: [[\"recall(line, houses, 0)\"]]\n```",
      "```{evaluate}\nnetwork: line\ndata: houses\nshow: confusion\n```",
      "```{plot}\nkind: confusion\nof: line\ndata: houses\n```",
      "```{plot}\nkind: mistakes\nof: line\ndata: houses\n```",
      "```{plot}\nkind: boundary\nof: line\ndata: houses\n```",
      "```{plot}\nkind: learning-curve\nof: fit\nmeasure: validation accuracy\n```",
      "```{train}\nnetwork: line\ndata: houses\nlearning-rate: 1\nsteps: 1\nstop: {accuracy: 1}\n```",
      "```{train}\nnetwork: line\ndata: houses\nvalidation: houses\nlearning-rate: 1\nsteps: 1\n"
        + "patience: 2\nwatch: accuracy\n```",
      "```{sweep} s\nrepeat: fit\nover: {fit.learning-rate: [0.1, 0.2]}\n```\n\n"
        + "{eval}`train_accuracy(s, 0.1)`",
      "```{sweep} s\nrepeat: fit\nover: {fit.learning-rate: [0.1, 0.2]}\nmeasure: accuracy\n```",
    ])
  func refused(_ question: String) {
    let ids = Fixtures.notebook(Self.houses + question).diagnostics.map(\.id)
    #expect(ids == ["targets.kind"], "\(question)")
  }

  @Test("and of a class, how far off it is", arguments: ["rmse", "mae", "r2"])
  func classesAreNoNumbers(_ measure: String) {
    let lesson = """
      ```{data} iris
      source: iris
      ```

      ```{network} mlp
      input: 4
      layers: [{units: 3, activation: softmax}]
      loss: cross-entropy
      ```

      {eval}`\(measure)(mlp, iris)`
      """
    #expect(Fixtures.notebook(lesson).diagnostics.map(\.id) == ["targets.kind"])
  }

  @Test(
    "'regression' where there are only classes is an error",
    arguments: ["source: iris", "generate: moons"])
  func noNumbers(_ origin: String) {
    let lesson = "```{data} d\n\(origin)\nregression: true\n```"
    #expect(Fixtures.notebook(lesson).diagnostics.map(\.id) == ["option.unused"])
  }

  @Test("several label columns are so many outputs, each with its figures")
  func severalColumns() throws {
    let run = try Self.run(
      """
      ```{data} d
      file: two.csv
      label: [v, u]
      regression: true
      ```

      ```{network} net
      input: 1
      layers: [{units: 2, activation: linear, init: zeros}]
      loss: quadratic
      ```

      ```{evaluate}
      network: net
      data: d
      show: figures
      ```
      """, files: ["two.csv": Data("u,x,v\n0.5,1,2\n0.7,2,3\n0.9,3,4\n".utf8)])
    #expect(run.diagnostics == [])
    // NumPy: np.sqrt((y**2).mean()), np.abs(y).mean(), 1 - (y**2).sum() / ((y - y.mean(0))**2).sum()
    #expect(
      try Self.table(run, "RMSE").dropFirst() == [
        ["d", "all", "3", "5.0917", "2.2565", "1.85", "-13.688"],
        ["d", "v", "3", "", "3.1091", "3", "-13.5"],
        ["d", "u", "3", "", "0.7188", "0.7", "-18.375"],
      ])
  }

  /// A NumPy file, version 1, of little-endian doubles.
  private static func npy(_ shape: String, _ values: [Double]) -> Data {
    var header = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(shape)), }"
    header += String(repeating: " ", count: 117 - header.utf8.count) + "\n"
    var data = Data([0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0] + Array(header.utf8))
    for value in values {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }

  @Test("numbers of arrays are numbers, whole ones too, in one column or several")
  func arrays() throws {
    let lesson = """
      ```{data} d
      file: x.npy
      labels: y.npy
      regression: true
      ```

      ```{data} copies
      file: x.npy
      target: input
      ```

      """
    for (shape, values) in [("3,", [0.0, 1, 2]), ("3, 2", [-0.1, 5, 2, 3, 1, 1])] {
      let run = try Self.run(
        lesson,
        files: ["x.npy": Self.npy("3, 2", [1, 2, 3, 4, 5, 6]), "y.npy": Self.npy(shape, values)])
      #expect(run.diagnostics == [])
      guard case .dataset(let d)? = run.session["d"],
        case .dataset(let copies)? = run.session["copies"]
      else {
        Issue.record("both are datasets")
        return
      }
      #expect(d.targetKind == .values)
      #expect(
        d.parts[0].examples.targets.matrix(outputs: values.count / 3).values == values)
      #expect(copies.parts[0].examples.targets.matrix(outputs: 2).values == [1, 2, 3, 4, 5, 6])
    }
  }

  @Test(
    "an autoencoder of pictures shows what it makes of them, and its targets are the inputs as prepared"
  )
  func autoencoder() throws {
    let run = Fixtures.run(
      """
      ```{data} moons
      generate: {moons: {count: 20}}
      standardize: per-feature
      target: input
      ```

      ```{network} auto
      input: 2
      layers: [{units: 2, activation: linear, init: zeros}]
      loss: quadratic
      ```

      ```{data} drawings
      source: drawings
      limit: 3
      unit: true
      target: input
      ```

      ```{network} copy
      input: 12288
      layers: [{units: 1, activation: relu}, {units: 12288, activation: sigmoid}]
      loss: binary-cross-entropy
      ```

      ```{predict}
      network: copy
      data: drawings
      samples: [0, 1]
      ```

      ```{expect}
      rmse(auto, moons) ≈ 1
      r2(auto, moons) ≈ 0 ± 1e-12
      ```
      """)
    #expect(run.diagnostics == [])
    #expect(run.counts.held == 2)
    let figures = run.cells.flatMap(\.outputs).compactMap { output in
      if case .figure(let figure) = output { figure } else { nil }
    }
    #expect(figures.count == 1)
    #expect(
      "\(figures[0].picture.drawing)".matches(of: /What the network answers to sample/).count == 2)
  }
}

import Datasets
import Diagnostics
import Foundation
import Markup
import Plots
import Testing

@testable import Notebooks

@Suite("Kinds of plot")
struct PlotKindTests {
  private static let lesson = """
    ```{data} moons
    generate: moons
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 2, activation: tanh}
      - {units: 2, activation: softmax}
    loss: cross-entropy
    ```

    ```{train} fit
    network: net
    data: moons
    learning-rate: 0.5
    steps: 30
    ```

    ```{sweep} sizes
    repeat: fit
    over: {net.layers.1.units: [1, 3]}
    ```

    """

  /// Numbers in place of classes.
  private static let numbers = """
    ```{data} same
    generate: {moons: {count: 20}}
    target: input
    ```

    ```{network} copy
    input: 2
    layers:
      - {units: 2, activation: linear}
    loss: quadratic
    ```

    """

  /// Only where they are needed, for they take a second to draw.
  private static let pictures = """
    ```{data} pictures
    source: drawings
    unit: true
    ```

    ```{network} large
    input: 12288
    layers:
      - {units: 2, activation: sigmoid}
    loss: quadratic
    ```

    """

  private static let options = [
    "learning-curve": "of: fit", "boundary": "of: [net, sizes]\ndata: moons",
    "weights": "of: large\ndata: pictures", "samples": "of: pictures\nsamples: [0, 3]",
    "mistakes": "of: net\ndata: moons", "confusion": "of: net\ndata: moons",
    "activation": "of: [sigmoid, leaky-relu]", "histogram": "of: [net, sizes]\ndata: moons",
    "gradient-sizes": "of: fit", "check-steps": "of: net\ndata: moons", "network": "of: large",
    "step-graph": "of: net\ndata: moons", "predictions": "of: copy\ndata: same",
  ]

  private static func run(_ kind: String, _ options: String) -> Run {
    let needsPictures = options.contains("pictures") || options.contains("large")
    return Fixtures.run(
      lesson + (needsPictures ? pictures : "") + (options.contains("copy") ? numbers : "")
        + "```{plot}\nkind: \(kind)\n\(options)\n```\n")
  }

  private static func page(_ run: Run) throws -> String {
    try #require(run.diagnostics == [])
    for case .figure(let figure) in run.cells.last?.outputs ?? [] {
      return figure.picture.nodes.html
    }
    throw CellFailure("test", "there is no picture")
  }

  @Test("every kind draws its picture", arguments: PlotDirective.kinds.map { $0.name })
  func kinds(_ kind: String) throws {
    let options = try #require(Self.options[kind], "give this test the options of '\(kind)'")
    let page = try Self.page(Self.run(kind, options))
    #expect(page.contains("<svg") || page.contains("<img"))
    #expect(!page.contains("no data"))
  }

  @Test("every file in PlotKinds/ is in the list of kinds")
  func registration() throws {
    let folder =
      (Fixtures.folder as NSString).deletingLastPathComponent + "/Sources/Notebooks/PlotKinds"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let registered = Set(PlotDirective.kinds.map { "\($0).swift" })
    for file in files.sorted() where file.hasSuffix("Plot.swift") {
      #expect(registered.contains(file), "add \(file.dropLast(6)).self to PlotDirective.kinds")
    }
  }

  @Test("a boundary has a panel for each network and each case, and lies where the network says")
  func boundary() throws {
    let page = try Self.page(Self.run("boundary", "of: [net, sizes]\ndata: moons"))
    for name in ["net", "units 1", "units 3"] { #expect(page.contains(">\(name)<")) }
    #expect(page.contains("of the points on the right side."))
  }

  @Test(
    "a boundary is drawn for points as far apart as numbers go, and for points in one place",
    arguments: ["1e300", "-9e299", "1e-300", "3"])
  func wildBoundary(value: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "boundary \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "x,y,kind\n\(value),0,0\n3,\(value),1\n3,3,1\n".write(
      to: folder.appendingPathComponent("wild.csv"), atomically: true, encoding: .utf8)
    let notebook = Fixtures.notebook(
      Self.lesson + "```{data} wild\nfile: wild.csv\n```\n\n"
        + "```{plot}\nkind: boundary\nof: net\ndata: wild\n```\n")
    try #require(notebook.diagnostics == [])
    let page = try Self.page(notebook.run(in: Session(of: notebook, in: folder.path)))
    let regions = try #require(page.firstRange(of: "plot-regions"))
    #expect(page[regions.upperBound...].contains("<path"))
  }

  @Test("gradients are watched on the run as it was: the last one is that of the last step")
  func gradients() throws {
    let page = try Self.page(Self.run("gradient-sizes", "of: fit\nevery: 1"))
    #expect(page.contains("layer 1 goes from"))
    #expect(page.contains("layer 2 goes from"))
  }

  @Test("the graph of a step shows every parameter and the derivatives on the arrows")
  func stepGraph() throws {
    let page = try Self.page(Self.run("step-graph", "of: net\ndata: moons"))
    for label in ["x₁", "x₂", "w⁽¹⁾₂₁", "b⁽²⁾₂", "a⁽²⁾₁", ">C<"] { #expect(page.contains(label)) }
  }

  @Test(
    "what cannot be drawn says why",
    arguments: [
      ("boundary", "of: large\ndata: moons", "'large' takes 12288 features, a plane has two"),
      ("boundary", "of: net\ndata: pictures", "'pictures' has 12288 features, a plane has two"),
      ("weights", "of: net\ndata: moons", "the samples of 'moons' are no pictures"),
      (
        "weights", "of: net\ndata: pictures",
        "'net' takes 2 numbers, a picture of 'pictures' has 12288"
      ),
      ("samples", "of: moons", "the samples of 'moons' are no pictures"),
      ("samples", "of: pictures\nsamples: 100000", "there is no sample 100000"),
      ("histogram", "of: net\ndata: moons\nlayer: 3", "there is no layer 3"),
      (
        "step-graph", "of: large\ndata: pictures",
        "the graph would have 36871 quantities, more than 40"
      ),
      ("step-graph", "of: net\ndata: moons\nsample: 9999", "there is no sample 9999"),
    ])
  func failures(_ kind: String, _ options: String, _ message: String) {
    #expect(Self.run(kind, options).diagnostics.map(\.message) == [message])
  }

  @Test(
    "what is wrong with a plot is found before anything runs",
    arguments: [
      ("activation", "of: [softmax]", "unknown activation 'softmax'"),
      ("activation", "of: [tanhh]", "unknown activation 'tanhh'"),
      (
        "boundary", "of: fit\ndata: moons", "'fit' is a training run, expected a network or a sweep"
      ),
      ("pie", "of: fit", "unknown kind of plot 'pie'"),
    ])
  func mistakes(_ kind: String, _ options: String, _ message: String) {
    let notebook = Fixtures.notebook(Self.lesson + "```{plot}\nkind: \(kind)\n\(options)\n```\n")
    #expect(notebook.diagnostics.first?.message == message)
  }

  @Test("weights become red and blue by their sign and white where there are none")
  func weightPixels() {
    let size = PictureSize(height: 1, width: 3, channels: 1)
    let same = Raster(weights: [-2, 0, 2], size: size)
    #expect(same == Raster(weights: [-0.5, 0, 0.5], size: size))
    #expect(
      same
        == Raster(
          Datasets.Picture(
            size: PictureSize(height: 1, width: 3, channels: 3),
            pixels: [33, 102, 172, 247, 247, 247, 178, 24, 43])))
  }

  @Test("dimensions are listed for samples in rows and in columns")
  func dimensions() throws {
    func shapes(_ layout: String) -> [String] {
      let run = Fixtures.run(
        Self.lesson + "```{dimensions}\nnetwork: net\nlayout: \(layout)\nbatch: n\n```\n")
      for case .table(let table) in run.cells.last?.outputs ?? [] {
        return table.rows.map { $0[1].plainText + " " + $0[3].plainText }
      }
      return []
    }
    #expect(
      shapes("columns") == [
        "X 2 × n", "W 2 × 2", "b 2 × 1", "Z 2 × n", "A 2 × n", "W 2 × 2", "b 2 × 1", "Z 2 × n",
        "A 2 × n",
      ])
    #expect(shapes("rows").contains("b 1 × 2"))
    #expect(shapes("rows").contains("Z n × 2"))
  }
}

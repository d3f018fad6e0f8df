import Markup
import Testing

@testable import Plots

@Suite("Pictures")
struct PictureTests {
  /// Values a run that diverges may leave behind.
  static let wild: [[Double]] = [
    [], [1], [.nan], [.infinity, -.infinity], [2, 2, 2, 2], [0, 0, 0], [1, .nan, 3, .infinity, 5],
    [1e308, -1e308, 0], [Double.leastNonzeroMagnitude, 1e-300], [-1, -2, -3],
    [.leastNonzeroMagnitude, 1e300],
  ]

  @Test("no value, however wild, gets into an attribute or stops a picture", arguments: wild)
  func wildValues(values: [Double]) {
    let points = values.enumerated().map { Point(x: Double($0.offset), y: $0.element) }
    let flipped = points.map { Point(x: $0.y, y: $0.x) }
    for kind in [Axis.Kind.linear, .log, .band(["a", "b"]), .band([])] {
      for points in [points, flipped] {
        let marks: [any Mark] = [
          Line("line", points), Dots("dots", points), Trail("trail", along: points),
          Area(points.map { .init(x: $0.x, low: $0.y - 1, high: $0.y + 1) }),
          Bars("bars", points.map { .init(from: $0.x, to: $0.x + 1, value: $0.y) }),
          Slope("order", power: -2, through: points.first ?? Point(x: 1, y: 1), to: 9),
        ]
        let plot = Plot(
          "t", description: "d", x: Axis("x", kind), y: Axis("y", kind),
          marks: marks
            + values.flatMap { value -> [any Mark] in
              [
                Rule(.horizontal, at: value, label: "r"), Rule(.vertical, at: value, label: "r"),
                Notes([.init("l", at: Point(x: value, y: value), dot: true)]),
              ]
            })
        let picture = plot.picture(id: "w")
        #expect(Tree(picture.nodes).attributes.allSatisfy(Tree.isTame))
      }
    }
    let series = LearningCurve.Series(
      "s", values, spread: .init(low: values, high: values.reversed()), best: .lowest)
    let curve = LearningCurve(
      "t", description: "d", series: [series], unit: "epoch", measure: "loss", logarithmic: true,
      smoothing: 3, second: SecondAxis("e", unit: 2))
    #expect(Tree(curve.picture(id: "c").nodes).attributes.allSatisfy(Tree.isTame))
    let check = GradientCheckCurve(
      "t", description: "d", steps: values, errors: [(name: "e", values: values)])
    #expect(Tree(check.plot.picture(id: "g").nodes).attributes.allSatisfy(Tree.isTame))
    #expect(Tree([Thumbnail("t", values: values).node(id: "n")]).attributes.allSatisfy(Tree.isTame))
    let samples = [Predictions.Sample(nil, name: "s", actual: 7, probabilities: values)]
    let predictions = Predictions("t", classes: ["a"], samples: samples).picture(id: "p")
    #expect(Tree(predictions.nodes).attributes.allSatisfy(Tree.isTame))
  }

  @Test("random series with gaps draw only finite numbers")
  func randomSeries() {
    for seed in UInt64(0)..<30 {
      let random = PictureSamples.noise(600, seed: seed)
      let points = stride(from: 0, to: 600, by: 3).map { index -> Point in
        let scale = PictureSamples.exponential(random[index] * 60 - 30)
        let y = random[index + 1] < 0.05 ? Double.nan : (random[index + 2] - 0.3) * scale
        return Point(x: Double(index), y: random[index + 1] > 0.97 ? .infinity : y)
      }
      for kind in [Axis.Kind.linear, .log] {
        let plot = Plot(
          "t", description: "d", x: Axis("x"), y: Axis("y", kind),
          marks: [Line("a", points), Dots("b", points)])
        let tree = Tree(plot.picture(id: "r").nodes)
        #expect(tree.attributes.allSatisfy(Tree.isTame))
        #expect(tree.count(of: "path") > 0)
      }
    }
  }

  @Test("a plot without a single value says so", arguments: [[], [Double.nan], [-.infinity]])
  func noData(values: [Double]) {
    let plot = Plot(
      "t", description: "d", x: Axis("x"), y: Axis("y"), marks: [Line("a", values)])
    #expect(plot.picture(id: "n").nodes.plainText.contains("no data"))
    #expect(plot.picture(id: "n", words: .chinese).nodes.plainText.contains("无数据"))
    #expect(plot.picture(id: "n").data == nil)
  }

  @Test("a gap breaks a line in two")
  func gapBreaksLine() throws {
    let plot = Plot(
      "t", description: "d", x: Axis("x"), y: Axis("y"),
      marks: [Line("a", [1, 2, .nan, 4, 5])])
    let paths = Tree(plot.picture(id: "g").nodes).values(of: "d")
    let line = try #require(paths.first)
    #expect(line.filter { $0 == "M" }.count == 2)
  }

  @Test("every picture has a name and a description, and ids are unique in a page")
  func accessibleNames() {
    let tree = Tree(PictureSamples.all.flatMap(\.nodes))
    let ids = tree.values(of: "id")
    #expect(Set(ids).count == ids.count)
    for reference in tree.values(of: "aria-labelledby") + tree.values(of: "aria-describedby") {
      #expect(ids.contains(reference))
    }
    #expect(tree.elements(role: "img").allSatisfy { $0.attributes["aria-labelledby"] != nil })
    #expect(tree.elements(named: "img").allSatisfy { $0.attributes["alt"]?.isEmpty == false })
  }

  @Test("a hostile title, label or class name is text and nothing else")
  func hostileText() {
    let evil = "</title></svg><script>alert(1)</script>\" onload=\"x"
    let plot = Plot(
      evil, description: evil, x: Axis(evil, .band([evil, evil])), y: Axis(evil),
      marks: [
        Line(evil, [1, 2]), Dots(evil, [Point(x: 0, y: 1)]),
        Notes([.init(evil, at: Point(x: 0, y: 1), dot: true)]),
        Rule(.horizontal, at: 1, label: evil),
      ])
    let graph = Graph(
      .right, vertices: [.init(evil, label: evil, note: evil), .init("b")],
      edges: [.init(evil, "b", label: evil)], groups: [.init("g", title: evil, members: ["b"])])
    let nodes =
      plot.picture(id: "e").nodes
      + GraphPicture(evil, description: evil, graph: graph).picture(id: "f").nodes
      + PixelTiles(evil, tiles: [.init(PictureSamples.ramp, name: evil, alternative: evil)])
      .picture().nodes
    let html = nodes.html
    #expect(!html.contains("<script"))
    #expect(!html.contains("\" onload"))
    #expect(nodes.plainText.contains("<script>alert(1)</script>"))
  }

  @Test("a long table is thinned and says how far")
  func tableIsThinned() throws {
    let plot = Plot(
      "t", description: "d", x: Axis("step"), y: Axis("loss"),
      marks: [Line("loss", (0..<1000).map(Double.init))])
    let data = try #require(plot.picture(id: "t").data)
    #expect(Tree([data]).count(of: "tr") == 22)
    #expect(data.plainText.contains("21 of 1000 rows"))
  }

  @Test("a plot of fifty epochs of three hundred steps stays small")
  func longSeriesIsSmall() throws {
    let steps = try #require(PictureSamples.all.first { $0.name == "learning-curve-steps" })
    #expect(steps.nodes.html.utf8.count < 25_000)
  }

  @Test("drawing the same picture twice gives the same bytes")
  func deterministic() {
    let first = PictureSamples.curves + PictureSamples.planes + PictureSamples.diagrams
    let second = PictureSamples.curves + PictureSamples.planes + PictureSamples.diagrams
    #expect(first.map(\.nodes) == second.map(\.nodes))
  }

  @Test("a wide layer is cut short and keeps its size in words")
  func wideLayer() {
    let network = NetworkDiagram(
      "n", description: "d", layers: [.init("input", units: 784), .init("output", units: 10)])
    let picture = network.picture(id: "n")
    #expect(Tree(picture.nodes).count(of: "circle") == 12)
    #expect(picture.drawing.plainText.contains("784"))
    #expect(picture.drawing.plainText.contains("⋮"))
  }
}

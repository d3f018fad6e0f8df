import Markup
import Plots

extension PictureSamples {
  /// Two interleaved half-rings and the grid of a rule that nearly parts them.
  private static let boundary: DecisionBoundary = {
    let a = zip(noise(200, seed: 21), noise(200, seed: 22)).map { Point(x: $0 * 4 - 3, y: $1 * 2) }
    let b = zip(noise(200, seed: 23), noise(200, seed: 24)).map {
      Point(x: $0 * 4 - 1, y: $1 * 2 - 1.6)
    }
    let map = ClassMap(x: -4...4, y: -2.5...2.5, nodes: 80) { points in
      points.map { $0.y > 0.3 + 0.3 * $0.x - 0.05 * $0.x * $0.x * $0.x ? 0 : 1 }
    }
    return DecisionBoundary(
      "Decision boundary", description: "The curve parts most of the points.",
      classes: [.init("blue", points: a), .init("orange", points: b)], ground: .classes(map),
      x: -4...4, y: -2.5...2.5)
  }()

  private static func species(_ index: Int) -> DecisionBoundary.Class {
    let across = noise(15, seed: UInt64(index))
    let up = noise(15, seed: UInt64(index + 5))
    let points = zip(across, up).map { x, y in
      Point(x: Double(index) * 2 + 1 + 1.5 * x, y: Double(index) * 0.8 + 0.6 * y)
    }
    return .init(["setosa", "versicolor", "virginica"][index], points: points)
  }

  private static let three = DecisionBoundary(
    "Iris", description: "Three species by petal size.",
    classes: (0..<3).map(species), ground: .none, x: 0...7, y: 0...2.6,
    names: ("petal length, cm", "petal width, cm"))

  private static let confusion = ConfusionMatrix(
    "Confusion matrix", description: "4 and 9 are taken for each other most often.",
    names: (0..<10).map(String.init),
    counts: (0..<10).map { row in
      (0..<10).map { column in
        if row == column { return 900 + 11 * row }
        return row + column == 13 ? 31 : (row * 7 + column * 3) % 5 * 2
      }
    })

  private static let smallConfusion = ConfusionMatrix(
    "Iris, test set", description: "One virginica was taken for a versicolor.",
    names: ["setosa", "versicolor", "virginica"], counts: [[11, 0, 0], [0, 9, 0], [0, 1, 9]])

  private static let descent = Plot(
    "Descent", description: "Steps towards the least.", x: Axis("w₁"), y: Axis("w₂"),
    marks: [
      Trail(
        "steps",
        along: (0..<12).map { step in
          let left = 3 / exponential(0.35 * Double(step))
          return Point(x: left, y: (step.isMultiple(of: 2) ? 1 : -1) * left / 2)
        }), Notes([.init("minimum", at: Point(x: 0, y: 0), dot: true)]),
    ], height: 220, widest: 440)

  private static let classes = Plot(
    "Samples by class", description: "Nearly equal numbers.",
    x: Axis("class", .band((0..<10).map(String.init))), y: Axis("samples", whole: true),
    marks: [
      Bars("samples", categories: [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]),
      Rule(.horizontal, at: 6000, label: "mean"),
    ], height: 180)

  private static let probability = DecisionBoundary(
    "Probability", description: "It grows towards the lower right.",
    classes: [
      .init("no", points: [Point(x: -1, y: 1)]), .init("yes", points: [Point(x: 1, y: -1)]),
    ],
    ground: .pixels(ramp), x: -2...2, y: -2...2)

  static var planes: [(name: String, nodes: [Node])] {
    [
      ("decision-boundary", boundary.plot().picture(id: "q1").nodes),
      ("probability", probability.plot().picture(id: "q7").nodes),
      ("scatter", three.plot().picture(id: "q2").nodes),
      ("confusion-matrix", confusion.plot().picture(id: "q3").nodes),
      ("confusion-matrix-small", smallConfusion.plot().picture(id: "q4").nodes),
      ("descent", descent.picture(id: "q5").nodes),
      ("bars", classes.picture(id: "q6").nodes),
    ]
  }
}

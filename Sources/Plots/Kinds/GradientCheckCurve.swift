import Markup

/// The error of a numeric derivative against its step size h, both axes logarithmic.
///
/// Truncation falls as a power of h, rounding grows as 1/h; where they meet is the best step.
public struct GradientCheckCurve: Sendable {
  public var title: String
  public var description: String
  public var steps: [Double]
  public var errors: [(name: String, values: [Double])]
  /// The order of the difference formula: 2 for central differences.
  public var order: Int
  public var names: (step: String, error: String)

  public init(
    _ title: String, description: String, steps: [Double],
    errors: [(name: String, values: [Double])], order: Int = 2,
    names: (step: String, error: String) = ("h", "relative error")
  ) {
    self.title = title
    self.description = description
    self.steps = steps
    self.errors = errors
    self.order = order
    self.names = names
  }

  public var plot: Plot {
    let lines = errors.enumerated().flatMap { index, error -> [any Mark] in
      let points = points(of: error.values)
      return [
        Line(error.name, points, paint: .series(index)),
        Dots(nil, points, paint: .series(index), size: 6, labelled: false),
      ]
    }
    return Plot(
      title, description: description, x: Axis(names.step, .log), y: Axis(names.error, .log),
      marks: guides + lines)
  }

  /// How far above the data a guide runs, so that it does not hide it.
  private static let lift = 4.0

  private var guides: [any Mark] {
    let all = errors.flatMap { points(of: $0.values) }.filter { $0.x > 0 && $0.y > 0 }
    guard let best = all.min(by: { $0.y < $1.y }),
      let smallest = all.min(by: { $0.x < $1.x }), let largest = all.max(by: { $0.x < $1.x })
    else { return [] }
    let power = order == 1 ? "" : Self.superscripts[order] ?? "^\(order)"
    return [
      Slope(
        "O(h\(power))", power: Double(order),
        through: Point(x: largest.x, y: largest.y * Self.lift), to: best.x),
      Slope(
        "O(ε/h)", power: -1, through: Point(x: smallest.x, y: smallest.y * Self.lift), to: best.x),
    ]
  }

  private static let superscripts = [2: "²", 3: "³", 4: "⁴", 6: "⁶"]

  private func points(of values: [Double]) -> [Point] {
    zip(steps, values).map { Point(x: $0, y: $1) }.sorted { $0.x < $1.x }
  }
}

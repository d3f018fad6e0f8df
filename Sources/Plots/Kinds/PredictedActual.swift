/// Numbers that a network predicted against what they are: on the diagonal where it is right.
public struct PredictedActual: Sendable {
  public var title: String
  public var description: String
  /// The outputs by name, each with its points: x what is, y what was said.
  public var outputs: [(name: String, points: [Point])]

  public init(_ title: String, description: String, outputs: [(name: String, points: [Point])]) {
    self.title = title
    self.description = description
    self.outputs = outputs
  }

  public func plot(words: Words = .english) -> Plot {
    let values = outputs.flatMap(\.points).filter(\.isDrawable).flatMap { [$0.x, $0.y] }
    var marks: [any Mark] = []
    if let low = values.min(), let high = values.max() {
      let ends = [Point(x: low, y: low), Point(x: high, y: high)]
      marks.append(Line(nil, ends, paint: .muted, look: .thin, labelled: false))
    }
    marks += outputs.enumerated().map { index, output in
      Dots(output.name, output.points, paint: .series(index), size: 5, labelled: outputs.count > 1)
    }
    return Plot(
      title, description: description, x: Axis(words.actual, rounded: false),
      y: Axis(words.predicted, rounded: false), marks: marks)
  }
}

import Markup

/// A measure against the value of a parameter: one training run for each point.
public struct SweepCurve: Sendable {
  public var title: String
  public var description: String
  public var parameter: String
  public var measure: String
  /// The parameter's values.
  public var values: [Double]
  /// The measures by name, one number for each value.
  public var series: [(name: String, results: [Double])]
  public var logarithmic: Bool

  public init(
    _ title: String, description: String, parameter: String, measure: String, values: [Double],
    series: [(name: String, results: [Double])], logarithmic: Bool = false
  ) {
    self.title = title
    self.description = description
    self.parameter = parameter
    self.measure = measure
    self.values = values
    self.series = series
    self.logarithmic = logarithmic
  }

  public var plot: Plot {
    let marks = series.enumerated().flatMap { index, series -> [any Mark] in
      let points = zip(values, series.results).map { Point(x: $0, y: $1) }
        .sorted { $0.x < $1.x }
      return [
        Line(series.name, points, paint: .series(index)),
        Dots(nil, points, paint: .series(index), labelled: false),
      ]
    }
    return Plot(
      title, description: description,
      x: Axis(parameter, logarithmic ? .log : .linear, rounded: false), y: Axis(measure),
      marks: marks)
  }
}

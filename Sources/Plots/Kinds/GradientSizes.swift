import Markup

/// How large the gradients of each layer are over the course of training, on a logarithmic axis.
public struct GradientSizes: Sendable {
  public var curve: LearningCurve

  /// - Parameters:
  ///   - layers: The norms by layer, one for each step; a layer whose gradients vanish to zero
  ///     leaves the axis and so its line ends.
  ///   - smoothing: How many steps a line averages.
  public init(
    _ title: String, description: String, layers: [(name: String, norms: [Double])], unit: String,
    measure: String, smoothing: Int = 1
  ) {
    curve = LearningCurve(
      title, description: description,
      series: layers.map { LearningCurve.Series($0.name, $0.norms) }, unit: unit,
      measure: measure, logarithmic: true, smoothing: smoothing)
  }
}

import Markup

/// A function and its derivative, such as an activation.
public struct ActivationCurve: Sendable {
  public var title: String
  public var description: String
  public var x: [Double]
  public var values: [Double]
  public var derivatives: [Double]
  public var names: (value: String, derivative: String)

  public init(
    _ title: String, description: String, x: [Double], values: [Double], derivatives: [Double],
    names: (value: String, derivative: String) = ("g(z)", "g′(z)")
  ) {
    self.title = title
    self.description = description
    self.x = x
    self.values = values
    self.derivatives = derivatives
    self.names = names
  }

  public var plot: Plot {
    Plot(
      title, description: description, x: Axis("z", rounded: false), y: Axis("", includes: [0]),
      marks: [
        Rule(.vertical, at: 0), Rule(.horizontal, at: 0),
        Line(names.value, zip(x, values).map { Point(x: $0, y: $1) }, paint: .series(0)),
        Line(
          names.derivative, zip(x, derivatives).map { Point(x: $0, y: $1) }, paint: .series(1),
          look: .dashed),
      ], height: 220)
  }
}

/// The room round a frame, in CSS pixels.
struct Margins: Sendable, Equatable {
  /// A phone's page leaves about this much for ticks along the x axis.
  static let narrowest = 250.0
  /// A longer tick label is cut; a longer series name goes above the plot.
  static let mostForTicks = 120.0
  static let mostForNames = 150.0

  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  /// Room for the ticks of a frame with these axes, and for `names` at the ends of its lines.
  init(x: Axis, y: Axis, yTicks: [Tick], names: [String], second: Bool) {
    let widest = yTicks.map { TextWidth.of($0.label) }.max() ?? 0
    left = (min(widest, Self.mostForTicks) + 12).rounded(.up)
    let longest = names.map { TextWidth.of($0, isBold: true) }.max() ?? 0
    right = longest > 0 ? (min(longest, Self.mostForNames) + 20).rounded(.up) : 16
    top = (y.label.isEmpty ? 10 : 28) + (second ? 18 : 0)
    bottom = (x.depth + (x.label.isEmpty ? 8 : 24)).rounded(.up)
  }

  /// Custom properties from which the stylesheet works out margins and width.
  func style(height: Double) -> String {
    let numbers = [("l", left), ("r", right), ("t", top), ("b", bottom), ("h", height)]
    return numbers.map { "--\($0.0):\(NumberText.attribute($0.1))px" }.joined(separator: ";")
  }
}

import Markup

/// A straight line across the whole frame at one value, with a word at its end.
public struct Rule: Mark {
  public enum Direction: Sendable {
    case horizontal
    case vertical
  }

  public let value: Double
  public let direction: Direction
  public let label: String?

  public init(_ direction: Direction, at value: Double, label: String? = nil) {
    self.direction = direction
    self.value = value
    self.label = label
  }

  public var extent: Extent {
    direction == .horizontal ? Extent(x: [], y: [value]) : Extent(x: [value], y: [])
  }

  public func nodes(in frame: Frame) -> [Node] {
    let isHorizontal = direction == .horizontal
    guard let place = isHorizontal ? frame.top(value) : frame.left(value),
      (-1e-6...1 + 1e-6).contains(place)
    else { return [] }
    let at = NumberText.percent(place)
    let line = Node.element(
      "line",
      isHorizontal
        ? ["class": "plot-rule", "x1": "0", "x2": "100%", "y1": at, "y2": at]
        : ["class": "plot-rule", "x1": at, "x2": at, "y1": "0", "y2": "100%"])
    guard let label else { return [line] }
    let text = Node.element(
      "text",
      isHorizontal
        ? [
          "class": "plot-note plot-end", "x": "100%", "y": at, "dx": "-4",
          "dy": place < 0.1 ? "14" : "-5",
        ]
        : [
          "class": "plot-note" + (place > 0.6 ? " plot-end" : ""), "x": at, "y": "0",
          "dx": place > 0.6 ? "-5" : "5", "dy": "12",
        ], text: label)
    return [line, text]
  }
}

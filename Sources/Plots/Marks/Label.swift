import Markup

/// A word at a point, with a dot on it if wished.
public struct Label: Mark {
  public let text: String
  public let point: Point
  public let paint: Paint
  public let dot: Bool
  /// Whether the word stands below the point rather than above it.
  public let isBelow: Bool

  /// How close to the frame's edge, as a share of its height, a word finds no room.
  private static let edge = 0.12

  public init(
    _ text: String, at point: Point, paint: Paint = .ink, dot: Bool = false, below: Bool = false
  ) {
    self.text = text
    self.point = point
    self.paint = paint
    self.dot = dot
    isBelow = below
  }

  public var extent: Extent { Extent(points: [point]) }

  public func nodes(in frame: Frame) -> [Node] {
    guard let place = frame.place(point), frame.shows(place) else { return [] }
    let alignment = place.left < 0.2 ? "" : place.left > 0.8 ? " plot-end" : " plot-middle"
    let word = Node.element(
      "text",
      [
        "class": "plot-note\(alignment)", "x": place.x, "y": place.y,
        "dy": isBelow && place.top < 1 - Self.edge || place.top < Self.edge ? "20" : "-10",
      ], text: text)
    guard dot else { return [word] }
    let ring = Node.element(
      "circle", ["class": "plot-ring \(paint.cssClass)", "cx": place.x, "cy": place.y, "r": "4.5"])
    return [ring, word]
  }
}

import Markup

/// A word at a point, with a dot on it if wished.
public struct Label: Mark {
  public let text: String
  public let point: Point
  public let paint: Paint
  public let dot: Bool

  public init(_ text: String, at point: Point, paint: Paint = .ink, dot: Bool = false) {
    self.text = text
    self.point = point
    self.paint = paint
    self.dot = dot
  }

  public var extent: Extent { Extent(points: [point]) }

  public func nodes(in frame: Frame) -> [Node] {
    guard let place = frame.place(point), frame.shows(place) else { return [] }
    let alignment = place.left < 0.2 ? "" : place.left > 0.8 ? " plot-end" : " plot-middle"
    let word = Node.element(
      "text",
      [
        "class": "plot-note\(alignment)", "x": place.x, "y": place.y,
        // Above the point, unless that would leave the frame.
        "dy": place.top < 0.12 ? "20" : "-10",
      ], text: text)
    guard dot else { return [word] }
    let ring = Node.element(
      "circle", ["class": "plot-ring \(paint.cssClass)", "cx": place.x, "cy": place.y, "r": "4.5"])
    return [ring, word]
  }
}

import Markup

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// A guide that shows an order of growth, y = c·xᵖ: a straight line where both axes are logarithmic.
public struct Slope: Mark {
  public let label: String
  public let power: Double
  /// A point the guide goes through.
  public let anchor: Point
  /// How far it is drawn along x.
  public let reach: Double

  /// Points along the guide; it is a curve if an axis is not logarithmic.
  private static let pieces = 24

  public init(_ label: String, power: Double, through anchor: Point, to reach: Double) {
    self.label = label
    self.power = power
    self.anchor = anchor
    self.reach = reach
  }

  public var extent: Extent { Extent() }

  public func nodes(in frame: Frame) -> [Node] {
    guard anchor.x > 0, anchor.y > 0, reach > 0, anchor.isDrawable, reach.isDrawable else {
      return []
    }
    let points = (0...Self.pieces).map { index in
      let x = anchor.x * pow(reach / anchor.x, Double(index) / Double(Self.pieces))
      return Point(x: x, y: anchor.y * pow(x / anchor.x, power))
    }
    let places = points.compactMap(frame.place).filter(frame.shows)
    guard places.count > 1 else { return [] }
    var path = PathData()
    path.trace(places)
    // Beside the first third of the guide, on the side away from the data.
    let at = places[places.count / 3]
    let isLeft = power < 0
    return [
      frame.layer([
        .element("path", ["class": "plot-line plot-thin plot-muted", "d": path.text])
      ]),
      .element(
        "text",
        [
          "class": isLeft ? "plot-note" : "plot-note plot-end", "x": at.x, "y": at.y,
          "dx": isLeft ? "8" : "-8", "dy": "-4",
        ], text: label),
    ]
  }
}

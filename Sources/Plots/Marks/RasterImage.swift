import Markup

/// Pixels stretched over a part of the plane, such as a class's probability on a fine grid.
public struct RasterImage: Mark {
  public let raster: Raster
  public let x: ClosedRange<Double>
  public let y: ClosedRange<Double>

  public init(_ raster: Raster, x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.raster = raster
    self.x = x
    self.y = y
  }

  public var extent: Extent {
    Extent(x: [x.lowerBound, x.upperBound], y: [y.lowerBound, y.upperBound])
  }

  public func nodes(in frame: Frame) -> [Node] {
    guard let from = frame.place(Point(x: x.lowerBound, y: y.upperBound)),
      let to = frame.place(Point(x: x.upperBound, y: y.lowerBound))
    else { return [] }
    return [
      .element(
        "image",
        [
          "class": "plot-ground", "x": from.x, "y": from.y,
          "width": NumberText.percent(to.left - from.left),
          "height": NumberText.percent(to.top - from.top), "preserveAspectRatio": "none",
          "href": raster.address,
        ])
    ]
  }
}

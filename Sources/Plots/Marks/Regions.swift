import Markup

/// The plane coloured by class: which class a model gives to each cell of a grid.
public struct Regions: Mark {
  /// Classes row by row from the lowest y, each row from the lowest x.
  public let classes: [[Int]]
  public let x: ClosedRange<Double>
  public let y: ClosedRange<Double>

  public init(_ classes: [[Int]], x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.classes = classes
    self.x = x
    self.y = y
  }

  public var extent: Extent {
    classes.contains { !$0.isEmpty }
      ? Extent(x: [x.lowerBound, x.upperBound], y: [y.lowerBound, y.upperBound]) : Extent()
  }

  public func nodes(in frame: Frame) -> [Node] {
    guard let from = frame.place(Point(x: x.lowerBound, y: y.upperBound)),
      let to = frame.place(Point(x: x.upperBound, y: y.lowerBound))
    else { return [] }
    let rows = Array(classes.reversed())
    let paths = Set(rows.joined()).sorted().map { value in
      Node.element(
        "path",
        [
          "class": "plot-region \(Paint.series(value).cssClass)",
          "d": Outline.path(of: value, in: rows),
        ])
    }
    func units(_ share: Double) -> String { NumberText.attribute(share * Place.units, decimals: 0) }
    return [
      frame.layer([
        .element(
          "svg",
          [
            "x": units(from.left), "y": units(from.top), "width": units(to.left - from.left),
            "height": units(to.top - from.top),
            "viewBox": "0 0 \(rows.map(\.count).max() ?? 0) \(rows.count)",
            "preserveAspectRatio": "none",
          ], paths)
      ])
    ]
  }
}

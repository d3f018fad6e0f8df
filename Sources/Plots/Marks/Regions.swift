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
    let paths = outlines(of: rows).map { value, path in
      Node.element(
        "path", ["class": "plot-region \(Paint.series(value).cssClass)", "d": path])
    }
    func units(_ share: Double) -> String { NumberText.attribute(share * Place.units, decimals: 0) }
    return [
      frame.layer([
        .element(
          "svg",
          [
            "class": "plot-regions", "x": units(from.left), "y": units(from.top),
            "width": units(to.left - from.left),
            "height": units(to.top - from.top),
            "viewBox": "0 0 \(rows.map(\.count).max() ?? 0) \(rows.count)",
            "preserveAspectRatio": "none",
          ], paths)
      ])
    ]
  }

  /// What to draw for each class, the ground first.
  ///
  /// Where every cell has a class, the one with the longest outline is drawn as the whole plane, and
  /// the others over it: a border between two classes is written once.
  private func outlines(of rows: [[Int]]) -> [(value: Int, path: String)] {
    var outlines = Set(rows.joined()).sorted().map {
      (value: $0, path: Outline.path(of: $0, in: rows))
    }
    guard Set(rows.map(\.count)).count == 1, let width = rows.first?.count,
      let ground = outlines.indices.max(by: {
        outlines[$0].path.utf8.count < outlines[$1].path.utf8.count
      })
    else { return outlines }
    let (value, _) = outlines.remove(at: ground)
    outlines.insert((value, "M0 0h\(width)v\(rows.count)h-\(width)z"), at: 0)
    return outlines
  }
}

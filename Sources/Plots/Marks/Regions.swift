import Markup

/// The plane coloured by class: which class a model gives to each of its points.
public struct Regions: Mark {
  public let map: ClassMap

  /// How far the outline that is drawn may lie from the one that was found, as a share of the frame: a
  /// third of a pixel where it is 440 wide.
  private static let coarseness = 0.0007

  public init(_ map: ClassMap) { self.map = map }

  public var extent: Extent {
    Extent(x: [map.x.lowerBound, map.x.upperBound], y: [map.y.lowerBound, map.y.upperBound])
  }

  /// A class whose outline is the longest is drawn as the whole plane and the others over it: a border
  /// between two classes is written once.
  public func nodes(in frame: Frame) -> [Node] {
    guard let from = frame.place(Point(x: map.x.lowerBound, y: map.y.upperBound)),
      let to = frame.place(Point(x: map.x.upperBound, y: map.y.lowerBound))
    else { return [] }
    var outlines = Set(map.classes.joined()).sorted().map {
      (value: $0, path: path(of: $0, from: from, to: to))
    }
    let ground = outlines.indices.max {
      outlines[$0].path.text.utf8.count < outlines[$1].path.text.utf8.count
    }
    if let ground {
      let (value, _) = outlines.remove(at: ground)
      var whole = PathData()
      whole.rectangle(from: from, to: to)
      outlines.insert((value, whole), at: 0)
    }
    let paths = outlines.map { value, path in
      Node.element("path", ["class": Paint.series(value).cssClass, "d": path.text])
    }
    return [frame.layer([.element("g", ["class": "plot-regions"], paths)])]
  }

  private func path(of value: Int, from: Place, to: Place) -> PathData {
    let size = (
      x: (to.left - from.left) / Double(max(1, (map.classes.first?.count ?? 0) - 1)),
      y: (to.top - from.top) / Double(max(1, map.classes.count - 1))
    )
    var path = PathData()
    for loop in Contour.loops(of: value, in: map) {
      let points = loop.map { Point(x: from.left + $0.x * size.x, y: to.top - $0.y * size.y) }
      let corners = Simplification.closed(points, within: Self.coarseness)
      guard corners.count > 2 else { continue }
      path.trace(corners.map { Place(left: $0.x, top: $0.y) })
      path.close()
    }
    return path
  }
}

import Markup

/// The way from point to point, such as the steps of a descent; the last point is the largest.
///
/// Arrow heads would need the slope on the screen, which the reader's width decides.
public struct Trail: Mark {
  public let name: String?
  public let points: [Point]
  public let paint: Paint

  /// A point without a place breaks the trail.
  public init(_ name: String?, along points: [Point], paint: Paint = .ink) {
    self.name = name
    self.points = points
    self.paint = paint
  }

  public var extent: Extent { Extent(points: points) }

  public var data: [DataSeries] { name.map { [DataSeries($0, points: points)] } ?? [] }

  public func nodes(in frame: Frame) -> [Node] {
    var path = PathData()
    for run in points.map(frame.place).split(whereSeparator: { $0 == nil }) {
      path.trace(run.compactMap(\.self))
    }
    guard !path.isEmpty else { return [] }
    let way = frame.layer([
      .element("path", ["class": "plot-trail \(paint.cssClass)", "d": path.text])
    ])
    let last = points.lastIndex(where: \.isDrawable)
    let stops = points.indices.compactMap { index -> Node? in
      guard let place = frame.place(points[index]), frame.shows(place) else { return nil }
      return .element(
        "circle",
        [
          "class": "plot-dot \(paint.cssClass)", "cx": place.x, "cy": place.y,
          "r": index == last ? "5" : "2.5",
        ], [frame.title(of: points[index], in: name)])
    }
    return [way] + stops
  }
}

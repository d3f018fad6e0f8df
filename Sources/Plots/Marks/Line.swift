import Markup

/// A line through points in the order given; a point without a place breaks it.
public struct Line: Mark {
  public enum Look: String, Sendable {
    case plain = "plot-line"
    /// For raw values under their smoothed line.
    case faint = "plot-line plot-faint"
    case dashed = "plot-line plot-dashed"
    /// For guides.
    case thin = "plot-line plot-thin"
  }

  public let name: String?
  public let points: [Point]
  public let paint: Paint
  public let look: Look
  /// Whether the series is to be labelled by its name.
  public let labelled: Bool

  /// Two points in a pixel's column are as good as all; 320 columns are a phone's width, or every
  /// second pixel of a page's.
  private static let columns = 320
  /// So many points of a line can be pointed at.
  private static let hoverable = 13

  public init(
    _ name: String?, _ points: [Point], paint: Paint = .series(0), look: Look = .plain,
    labelled: Bool = true
  ) {
    self.name = name
    self.points = points
    self.paint = paint
    self.look = look
    self.labelled = labelled
  }

  /// A line through values at 1, 2, 3, …
  public init(_ name: String?, _ values: [Double], paint: Paint = .series(0)) {
    let points = values.enumerated().map { Point(x: Double($0.offset + 1), y: $0.element) }
    self.init(name, points, paint: paint)
  }

  public var extent: Extent { Extent(points: points) }

  public var key: Key? {
    guard labelled, let name else { return nil }
    return Key(name, paint: paint, end: points.last(where: \.isDrawable))
  }

  public var data: [DataSeries] { name.map { [DataSeries($0, points: points)] } ?? [] }

  public func nodes(in frame: Frame) -> [Node] {
    let runs = runs(in: frame)
    var path = PathData()
    for run in runs where run.count > 1 {
      path.trace(Thinning.extremes(run, columns: Self.columns))
    }
    // A point that no line reaches has no length, and is a dot.
    let dots = runs.filter { $0.count == 1 }.flatMap(\.self).filter(frame.shows).map { place in
      Node.element(
        "circle",
        [
          "class": "plot-dot \(paint.cssClass)", "cx": place.x, "cy": place.y,
          "r": look == .plain ? "3.5" : "2",
        ])
    }
    let line = Node.element(
      "path", ["class": "\(look.rawValue) \(paint.cssClass)", "d": path.text])
    return (path.isEmpty ? [] : [frame.layer([line])]) + dots
      + (look == .plain ? hoverTitles(in: frame) : [])
  }

  /// The unbroken pieces of the line.
  private func runs(in frame: Frame) -> [[Place]] {
    points.map(frame.place).split(whereSeparator: { $0 == nil }).map { $0.compactMap(\.self) }
  }

  private func hoverTitles(in frame: Frame) -> [Node] {
    let places = Thinning.evenly(points.count, to: Self.hoverable).compactMap { index -> Node? in
      guard let place = frame.place(points[index]), frame.shows(place) else { return nil }
      return .element(
        "circle", ["cx": place.x, "cy": place.y], [frame.title(of: points[index], in: name)])
    }
    return [.element("g", ["class": Frame.hover], places)]
  }
}

extension PathData {
  mutating func trace(_ places: [Place]) {
    for (index, place) in places.enumerated() {
      if index == 0 { move(to: place) } else { line(to: place) }
    }
  }
}

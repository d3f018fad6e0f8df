import Markup

/// Points as dots.
public struct Dots: Mark {
  public let name: String?
  public let points: [Point]
  public let paint: Paint
  /// The diameter in CSS pixels.
  public let size: Double
  /// Whether the series is to be labelled by its name.
  public let labelled: Bool

  /// More dots than this are drawn as one path, ten bytes each, without hover titles.
  private static let hoverable = 60

  public init(
    _ name: String?, _ points: [Point], paint: Paint = .series(0), size: Double = 7,
    labelled: Bool = true
  ) {
    self.name = name
    self.points = points
    self.paint = paint
    self.size = size
    self.labelled = labelled
  }

  public var extent: Extent { Extent(points: points) }

  public var key: Key? { labelled ? name.map { Key($0, paint: paint, symbol: .dot) } : nil }

  public var data: [DataSeries] { name.map { [DataSeries($0, points: points)] } ?? [] }

  public func nodes(in frame: Frame) -> [Node] {
    let shown = points.compactMap { point in
      frame.place(point).flatMap { frame.shows($0) ? (point, $0) : nil }
    }
    guard !shown.isEmpty else { return [] }
    guard shown.count > Self.hoverable else { return shown.map { circle($0.0, $0.1, in: frame) } }
    var path = PathData()
    for (_, place) in shown { path.dot(at: place) }
    let width = NumberText.attribute(size)
    let halo = NumberText.attribute(size + 2)
    return [
      frame.layer([
        .element("path", ["class": "plot-dots plot-halo", "d": path.text, "stroke-width": halo]),
        .element(
          "path",
          ["class": "plot-dots \(paint.cssClass)", "d": path.text, "stroke-width": width]),
      ])
    ]
  }

  private func circle(_ point: Point, _ place: Place, in frame: Frame) -> Node {
    .element(
      "circle",
      [
        "class": "plot-dot \(paint.cssClass)", "cx": place.x, "cy": place.y,
        "r": NumberText.attribute(size / 2),
      ], [frame.title(of: point, in: name)])
  }
}

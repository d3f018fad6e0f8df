import Markup

/// The band between a lower and an upper line over the same x, such as the spread of several seeds.
public struct Area: Mark {
  public struct Slice: Sendable, Equatable {
    public let x: Double
    public let low: Double
    public let high: Double

    public init(x: Double, low: Double, high: Double) {
      self.x = x
      self.low = low
      self.high = high
    }
  }

  public let slices: [Slice]
  public let paint: Paint

  private static let columns = 320

  public init(_ slices: [Slice], paint: Paint = .series(0)) {
    self.slices = slices
    self.paint = paint
  }

  public var extent: Extent {
    Extent(points: slices.flatMap { [Point(x: $0.x, y: $0.low), Point(x: $0.x, y: $0.high)] })
  }

  public func nodes(in frame: Frame) -> [Node] {
    let edges = slices.map { slice -> (low: Place, high: Place)? in
      guard let low = frame.place(Point(x: slice.x, y: slice.low)),
        let high = frame.place(Point(x: slice.x, y: slice.high))
      else { return nil }
      return (low, high)
    }
    var path = PathData()
    for run in edges.split(whereSeparator: { $0 == nil }) {
      let run = run.compactMap(\.self)
      path.trace(Thinning.extremes(run.map(\.high), columns: Self.columns))
      for place in Thinning.extremes(run.map(\.low), columns: Self.columns).reversed() {
        path.line(to: place)
      }
      path.close()
    }
    guard !path.isEmpty else { return [] }
    return [
      frame.layer([.element("path", ["class": "plot-area \(paint.cssClass)", "d": path.text])])
    ]
  }
}

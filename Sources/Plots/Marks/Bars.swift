import Markup

/// Bars from zero to a value, each over its own stretch of the x axis.
public struct Bars: Mark {
  public struct Bar: Sendable, Equatable {
    public let from: Double
    public let to: Double
    public let value: Double

    public init(from: Double, to: Double, value: Double) {
      self.from = from
      self.to = to
      self.value = value
    }
  }

  public let name: String?
  public let bars: [Bar]
  public let paint: Paint

  public init(_ name: String?, _ bars: [Bar], paint: Paint = .series(0)) {
    self.name = name
    self.bars = bars
    self.paint = paint
  }

  /// One bar for each category of a band axis.
  public init(_ name: String?, categories values: [Double], paint: Paint = .series(0)) {
    let bars = values.enumerated().map { index, value in
      Bar(from: Double(index) - 0.4, to: Double(index) + 0.4, value: value)
    }
    self.init(name, bars, paint: paint)
  }

  public var extent: Extent {
    let drawn = bars.filter { $0.from.isDrawable && $0.to.isDrawable && $0.value.isDrawable }
    return Extent(
      x: drawn.flatMap { [$0.from, $0.to] }, y: drawn.isEmpty ? [] : [0] + drawn.map(\.value))
  }

  public var data: [DataSeries] {
    let points = bars.map { Point(x: ($0.from + $0.to) / 2, y: $0.value) }
    return name.map { [DataSeries($0, points: points)] } ?? []
  }

  public func nodes(in frame: Frame) -> [Node] {
    bars.compactMap { bar in
      guard let left = frame.left(bar.from), let right = frame.left(bar.to),
        let top = frame.top(bar.value)
      else { return nil }
      // On a logarithmic axis, which has no zero, a bar stands on the frame's lower edge.
      let base = frame.top(0) ?? 1
      let middle = Point(x: (bar.from + bar.to) / 2, y: bar.value)
      return .element(
        "rect",
        [
          "class": "plot-bar \(paint.cssClass)", "x": NumberText.percent(min(left, right)),
          "y": NumberText.percent(min(top, base)),
          "width": NumberText.percent(abs(right - left)),
          "height": NumberText.percent(abs(base - top)),
        ], [frame.title(of: middle, in: name)])
    }
  }
}

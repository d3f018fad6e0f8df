/// The part of the plane a mark needs: what the scales of its plot are inferred from.
///
/// Only values that have a place are counted; beside the range the smallest positive value is
/// kept, where a logarithmic axis begins.
public struct Extent: Sendable, Equatable {
  public private(set) var x = Side()
  public private(set) var y = Side()

  public struct Side: Sendable, Equatable {
    public private(set) var range: ClosedRange<Double>?
    public private(set) var leastPositive: Double?

    public mutating func include(_ value: Double) {
      guard value.isDrawable else { return }
      let old = range ?? value...value
      range = min(old.lowerBound, value)...max(old.upperBound, value)
      if value > 0 { leastPositive = min(leastPositive ?? value, value) }
    }

    mutating func include(_ other: Side) {
      if let range = other.range {
        include(range.lowerBound)
        include(range.upperBound)
      }
      if let least = other.leastPositive { include(least) }
    }
  }

  public init() {}

  public init(x: some Sequence<Double>, y: some Sequence<Double>) {
    for value in x { self.x.include(value) }
    for value in y { self.y.include(value) }
  }

  /// Points that have both coordinates; a point with one missing is not drawn and claims nothing.
  public init(points: some Sequence<Point>) {
    for point in points where point.isDrawable {
      x.include(point.x)
      y.include(point.y)
    }
  }

  public mutating func include(_ other: Extent) {
    x.include(other.x)
    y.include(other.y)
  }
}

/// A point in the units of the data.
public struct Point: Sendable, Equatable {
  public let x: Double
  public let y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  var isDrawable: Bool { x.isDrawable && y.isDrawable }
}

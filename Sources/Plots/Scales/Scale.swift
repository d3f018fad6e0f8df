/// A labelled place on an axis.
public struct Tick: Sendable, Equatable {
  public let value: Double
  public let label: String
}

/// What turns a value of the data into a place on an axis, as a fraction 0…1 from its start.
public enum Scale: Sendable, Equatable {
  case linear(LinearScale)
  case log(LogScale)
  case band(BandScale)

  /// Where a value stands; nil if it has no place here (NaN, ±∞, not positive on a log axis).
  public func position(_ value: Double) -> Double? {
    switch self {
    case .linear(let scale): scale.position(value)
    case .log(let scale): scale.position(value)
    case .band(let scale): scale.position(value)
    }
  }

  public func ticks(about count: Int) -> [Tick] {
    switch self {
    case .linear(let scale): scale.ticks(about: count)
    case .log(let scale): scale.ticks(about: count)
    case .band(let scale): scale.ticks
    }
  }

  public var domain: ClosedRange<Double> {
    switch self {
    case .linear(let scale): scale.domain
    case .log(let scale): scale.domain
    case .band(let scale): -0.5...Double(max(1, scale.names.count)) - 0.5
    }
  }

  /// A value as this axis names it: a category, or a number with the digits it has.
  func name(of value: Double) -> String {
    if case .band(let scale) = self, value.isFinite, value >= 0, value < Double(scale.names.count) {
      return scale.names[Int(value)]
    }
    return NumberText.significant(value, digits: 6)
  }
}

extension Double {
  /// Differences and products of magnitudes above this overflow while a scale is worked out;
  /// such values are treated like infinities and leave a gap.
  static let largestDrawn = 1e300

  /// Whether a value has a place on a picture at all.
  var isDrawable: Bool { abs(self) <= Self.largestDrawn }
}

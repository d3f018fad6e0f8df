import Glibc

/// Backpropagation's gradients held against central differences, parameter by parameter.
///
/// Checked is the objective that training makes small: the loss, summed or averaged over the
/// batch, with the penalties. Always in `Double`.
public struct GradientCheck: Sendable, Equatable {
  /// One number of a parameter, differentiated in both ways.
  public struct Element: Sendable, Equatable {
    public let row: Int
    public let column: Int
    public let analytic: Double
    public let numeric: Double

    package init(row: Int, column: Int, analytic: Double, numeric: Double) {
      self.row = row
      self.column = column
      self.analytic = analytic
      self.numeric = numeric
    }

    /// |a − n| / max(|a|, |n|), 0 where both are 0.
    public var relativeError: Double {
      let scale = max(abs(analytic), abs(numeric))
      return scale == 0 ? 0 : abs(analytic - numeric) / scale
    }
  }

  /// What was found for one parameter.
  public struct Row: Sendable, Equatable {
    /// `W1`, `b1`, …
    public let name: String
    public let shape: Shape
    /// How many of its numbers were checked.
    public let checked: Int
    /// ‖a − n‖ over the numbers without a kink.
    public let difference: Double
    /// ‖a‖ + ‖n‖ over the same.
    public let scale: Double
    /// The difference that rounding alone may make of a right gradient.
    public let resolution: Double
    /// The number where the two lie farthest apart.
    public let worst: Element?
    /// Numbers whose step moved some unit over a kink of its activation, where a difference says
    /// nothing about the derivative. They are left out of the error, and listed.
    public let kinks: [Element]

    package init(
      name: String, shape: Shape, checked: Int, difference: Double, scale: Double,
      resolution: Double, worst: Element?, kinks: [Element]
    ) {
      self.name = name
      self.shape = shape
      self.checked = checked
      self.difference = difference
      self.scale = scale
      self.resolution = resolution
      self.worst = worst
      self.kinks = kinks
    }

    /// ‖a − n‖ / (‖a‖ + ‖n‖). Where the gradient is so small that rounding drowns it, as behind
    /// zero weights, the difference is held against what can be told apart instead.
    public var relativeError: Double {
      let floor = max(scale, resolution / GradientCheck.tolerance)
      return floor == 0 ? 0 : difference / floor
    }

    /// ‖a − n‖ / (‖a‖ + ‖n‖), rounding and all; 0 where both vanish.
    public var rawError: Double { scale == 0 ? 0 : difference / scale }
  }

  public let rows: [Row]
  /// h of the differences, before it is scaled by max(1, |x|).
  public let step: Double

  package init(rows: [Row], step: Double) {
    self.rows = rows
    self.step = step
  }

  /// The largest error of a parameter; not a number where any is not.
  public var relativeError: Double {
    rows.reduce(0) { $1.relativeError.isNaN || $0.isNaN ? .nan : max($0, $1.relativeError) }
  }

  /// The largest error of a parameter, rounding and all.
  public var rawError: Double {
    rows.reduce(0) { $1.rawError.isNaN || $0.isNaN ? .nan : max($0, $1.rawError) }
  }

  /// How many numbers were left out for a kink.
  public var kinks: Int { rows.reduce(0) { $0 + $1.kinks.count } }

  /// The error that a right gradient stays below in double precision.
  public static let tolerance = 1e-7

  public var passes: Bool { relativeError < Self.tolerance }

  /// Balances truncation, O(h²), against rounding, O(ε/h).
  public static let defaultStep = cbrt(Double.ulpOfOne)

  /// The rounding errors of an objective, in units of its last place: its sums are short.
  static let roundings = 4.0
}

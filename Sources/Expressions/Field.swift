import Glibc

/// A number an expression can be evaluated in: `Double`, or a number that carries its derivative.
public protocol Field: Sendable, Equatable {
  init(_ value: Double)
  /// A number that changes by `slope` per unit step; where no derivative is carried it is dropped.
  init(_ value: Double, slope: Double)
  /// The number without its derivative, by which comparisons go.
  var value: Double { get }
  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  static prefix func - (number: Self) -> Self
  /// `f(self)` where f and its derivative at this value are known.
  func mapped(_ value: Double, slope: @autoclosure () -> Double) -> Self
  func raised(to exponent: Self) -> Self
}

extension Double: Field {
  public init(_ value: Double, slope: Double) { self = value }
  public var value: Double { self }
  public func mapped(_ value: Double, slope: @autoclosure () -> Double) -> Double { value }
  public func raised(to exponent: Double) -> Double {
    if exponent == 2 { return self * self }
    return pow(self, exponent)
  }
}

/// A number with its derivative along one direction: a + a′ε with ε² = 0.
///
/// Evaluating a forward pass in these gives exact derivatives without knowing any rule of
/// backpropagation (forward-mode differentiation; Griewank & Walther 2008, chapter 3).
public struct Dual: Field {
  public let value: Double
  public let slope: Double

  public init(_ value: Double) {
    self.init(value, slope: 0)
  }

  public init(_ value: Double, slope: Double) {
    self.value = value
    self.slope = slope
  }

  public static func + (left: Dual, right: Dual) -> Dual {
    Dual(left.value + right.value, slope: left.slope + right.slope)
  }

  public static func - (left: Dual, right: Dual) -> Dual {
    Dual(left.value - right.value, slope: left.slope - right.slope)
  }

  public static func * (left: Dual, right: Dual) -> Dual {
    Dual(left.value * right.value, slope: left.slope * right.value + left.value * right.slope)
  }

  public static func / (left: Dual, right: Dual) -> Dual {
    let quotient = left.value / right.value
    return Dual(quotient, slope: (left.slope - quotient * right.slope) / right.value)
  }

  public static prefix func - (number: Dual) -> Dual {
    Dual(-number.value, slope: -number.slope)
  }

  public func mapped(_ value: Double, slope: @autoclosure () -> Double) -> Dual {
    // Where nothing moves, an infinite slope must not make 0 · ∞.
    Dual(value, slope: self.slope == 0 ? 0 : slope() * self.slope)
  }

  /// d(uᵛ) = v uᵛ⁻¹ du + uᵛ ln u dv; the second term only where the exponent moves.
  public func raised(to exponent: Dual) -> Dual {
    let power = value.raised(to: exponent.value)
    var slope = 0.0
    if self.slope != 0 {
      slope += exponent.value * value.raised(to: exponent.value - 1) * self.slope
    }
    if exponent.slope != 0 { slope += power * log(value) * exponent.slope }
    return Dual(power, slope: slope)
  }
}

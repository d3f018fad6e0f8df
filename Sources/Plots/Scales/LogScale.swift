#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// A base-ten logarithmic axis; values that are not positive have no place on it.
public struct LogScale: Sendable, Equatable {
  public let domain: ClosedRange<Double>
  private let low: Double
  private let high: Double

  /// From here on (in decades) only powers of ten are round numbers; below, 1, 2 and 5 times them.
  private static let wide = 3.0

  /// An axis that covers the positive part of `range`, widened to round ends if `rounded`.
  public init(covering range: ClosedRange<Double>, rounded: Bool = true) {
    // Normal numbers only: a subnormal's logarithm is fine, but ten to it again is not.
    let top = min(max(range.upperBound, 1e-300), 1e300)
    let bottom = min(max(range.lowerBound, 1e-300), top)
    var low = log10(bottom)
    var high = log10(top)
    if high - low < 1e-9 {
      low -= 0.5
      high += 0.5
    }
    if rounded {
      let marks = high - low > Self.wide ? [0.0] : Self.mantissas
      low = Self.round(low, to: marks, up: false)
      high = Self.round(high, to: marks, up: true)
    }
    self.low = low
    self.high = high
    domain = pow(10, low)...pow(10, high)
  }

  public func position(_ value: Double) -> Double? {
    guard value > 0, value.isDrawable else { return nil }
    return (log10(value) - low) / (high - low)
  }

  public func ticks(about count: Int) -> [Tick] {
    let decades = Int((low - 1e-9).rounded(.down))...Int((high + 1e-9).rounded(.up))
    if high - low > Self.wide {
      let every = max(1, Int(((high - low) / Double(max(2, count))).rounded(.up)))
      return decades.filter {
        within(Double($0)) && $0.isMultiple(of: every)
      }
      .map { Tick(value: pow(10, Double($0)), label: Self.label(1, exponent: $0)) }
    }
    let fine = decades.flatMap { decade in
      [1.0, 2, 5].filter { within(Double(decade) + log10($0)) }
        .map { Tick(value: $0 * pow(10, Double(decade)), label: Self.label($0, exponent: decade)) }
    }
    let powers = fine.filter { log10($0.value).remainder(dividingBy: 1).magnitude < 1e-9 }
    return fine.count > 2 * count && powers.count > 1 ? powers : fine
  }

  /// log₁₀ of 1, 2 and 5.
  private static let mantissas = [0, log10(2.0), log10(5.0)]

  private func within(_ exponent: Double) -> Bool {
    exponent >= low - 1e-9 && exponent <= high + 1e-9
  }

  private static func round(_ exponent: Double, to marks: [Double], up: Bool) -> Double {
    let whole = exponent.rounded(.down)
    let places = (marks + [1]).map { whole + $0 }
    let kept =
      up ? places.first { $0 >= exponent - 1e-9 } : places.last { $0 <= exponent + 1e-9 }
    return kept ?? exponent
  }

  private static func label(_ mantissa: Double, exponent: Int) -> String {
    (-3...3).contains(exponent)
      ? NumberText.fixed(mantissa * pow(10, Double(exponent)), decimals: max(0, -exponent))
      : NumberText.scientific(mantissa * pow(10, Double(exponent)), digits: 1)
  }
}

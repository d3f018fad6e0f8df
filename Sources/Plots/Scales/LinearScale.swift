#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// A linear axis whose ticks are 1, 2 or 5 times a power of ten.
public struct LinearScale: Sendable, Equatable {
  public let domain: ClosedRange<Double>
  /// Whether ticks fall on whole numbers only, as for epochs and counts.
  public let whole: Bool

  /// An axis that covers `range`, widened to round ends if `rounded`.
  ///
  /// A range of (almost) one value is widened around it, so that a constant series gets a line
  /// in the middle of the picture rather than an axis without length. Nothing but 0 is widened to 1, since
  /// what is 0 throughout, such as a loss, need not have a sign; where only whole numbers have ticks, the
  /// one value gets the only tick.
  public init(covering range: ClosedRange<Double>, rounded: Bool = true, whole: Bool = false) {
    self.whole = whole
    let kept = range.clamped(to: -Double.largestDrawn...Double.largestDrawn)
    var low = kept.lowerBound
    var high = kept.upperBound
    let size = max(abs(low), abs(high))
    // Below this share of the values' own size the ticks' digits would be rounding noise.
    if high - low <= max(size * 1e-10, 1e-290) {
      if whole {
        domain = low - max(0.5, size * 1e-10)...high + max(0.5, size * 1e-10)
        return
      }
      let pad = size * 0.1
      if size > 1e-280 { low -= pad }
      high += size > 1e-280 ? pad : 1
    } else if !whole, high - low < size * Self.leastShare {
      let pad = (size * Self.leastShare - (high - low)) / 2
      low -= pad
      high += pad
    }
    if rounded {
      let step = Self.step(span: high - low, about: 5, whole: whole)
      low = (low / step + 1e-9).rounded(.down) * step
      high = (high / step - 1e-9).rounded(.up) * step
    }
    domain = low...max(low, high)
  }

  /// An axis shows no smaller a share of its values: ticks keep to seven digits and differ, and a
  /// series that hardly moves is drawn as one that hardly moves.
  private static let leastShare = 4e-6

  public func position(_ value: Double) -> Double? {
    guard value.isDrawable else { return nil }
    return (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
  }

  public func ticks(about count: Int) -> [Tick] {
    let step = Self.step(
      span: domain.upperBound - domain.lowerBound, about: max(1, count), whole: whole)
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: 1).map { index in
      let value = index * step
      return Tick(value: value, label: NumberText.tick(value, step: step))
    }
  }

  /// The round step that comes nearest to cutting `span` into `count` parts: of 1, 2, 5 and 10
  /// the one closest in ratio, so the borders are the geometric means √2, √10, √50.
  static func step(span: Double, about count: Int, whole: Bool = false) -> Double {
    let raw = span / Double(count)
    let unit = pow(10, log10(raw).rounded(.down))
    let ratio = raw / unit
    let step =
      unit
      * (ratio < 2.0.squareRoot()
        ? 1
        : ratio < 10.0.squareRoot()
          ? 2
          : ratio < 50.0.squareRoot() ? 5 : 10)
    return whole ? max(1, step) : step
  }
}

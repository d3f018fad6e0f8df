import Markup

/// What an axis of a plot shows and how.
public struct Axis: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case linear
    case log
    case band([String])
  }

  public var label: String
  public var kind: Kind
  /// The part to show; nil shows what the marks need.
  public var domain: ClosedRange<Double>?
  /// Values that are shown even if no mark needs them, such as 0.
  public var includes: [Double]
  /// Whether the ends are widened to round numbers.
  public var rounded: Bool
  /// Whether ticks fall on whole numbers only.
  public var whole: Bool

  public init(
    _ label: String, _ kind: Kind = .linear, domain: ClosedRange<Double>? = nil,
    includes: [Double] = [], rounded: Bool = true, whole: Bool = false
  ) {
    self.label = label
    self.kind = kind
    self.domain = domain
    self.includes = includes
    self.rounded = rounded
    self.whole = whole
  }

  var isBand: Bool {
    if case .band = kind { true } else { false }
  }

  /// Whether the categories' names are too long to stand side by side on a phone.
  var isSlanted: Bool {
    guard case .band(let names) = kind else { return false }
    return names.reduce(0) { $0 + TextWidth.of($1) + 8 } > Margins.narrowest
  }

  /// Slanted names this far apart do not overlap: sin 40° of it is the height of a line.
  static let slantedGap = 20.0

  /// How much room the tick labels of a horizontal axis take downwards, in CSS pixels.
  var depth: Double {
    guard isSlanted, case .band(let names) = kind else { return 20 }
    let widest = names.map { TextWidth.of($0) }.max() ?? 0
    // sin 40° of the longest name, and the height of a letter.
    return 14 + 0.64 * min(widest, Margins.mostForTicks)
  }

  /// The scale that covers what the marks need; nil if they need nothing.
  func scale(covering side: Extent.Side) -> Scale? {
    if case .band(let names) = kind { return names.isEmpty ? nil : .band(BandScale(names)) }
    var side = side
    guard side.range != nil else { return nil }
    for value in includes { side.include(value) }
    guard let range = domain ?? side.range else { return nil }
    switch kind {
    case .log:
      let least = domain.map { $0.lowerBound > 0 ? $0.lowerBound : nil } ?? side.leastPositive
      guard let least, range.upperBound > 0 else { return nil }
      return .log(
        LogScale(
          covering: least...max(least, range.upperBound), rounded: rounded && domain == nil))
    case .linear, .band:
      return .linear(
        LinearScale(covering: range, rounded: rounded && domain == nil, whole: whole))
    }
  }
}

/// An axis of named categories: the value 0 is the first one, each has a band of equal width.
public struct BandScale: Sendable, Equatable {
  public let names: [String]

  public init(_ names: [String]) { self.names = names }

  /// The width of one band as a fraction of the axis.
  public var bandwidth: Double { 1 / Double(max(1, names.count)) }

  /// The middle of the band of category `value`; fractions lie between.
  public func position(_ value: Double) -> Double? {
    guard value.isDrawable else { return nil }
    return (value + 0.5) * bandwidth
  }

  public var ticks: [Tick] {
    names.enumerated().map { Tick(value: Double($0.offset), label: $0.element) }
  }
}

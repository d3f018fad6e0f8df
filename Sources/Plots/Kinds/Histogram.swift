import Markup

/// How often values fall into each of some equal intervals.
public struct Histogram: Sendable, Equatable {
  public let edges: [Double]
  public let counts: [Int]
  /// Values that were NaN, infinite or outside the range.
  public let left: Int

  /// - Parameters:
  ///   - range: What the intervals divide; nil takes the values' own range.
  ///   - bins: How many intervals, at least 1.
  public init(_ values: [Double], in range: ClosedRange<Double>? = nil, bins: Int = 30) {
    let drawable = values.filter(\.isDrawable)
    guard let least = drawable.min(), let most = drawable.max() else {
      (edges, counts, left) = ([], [], values.count)
      return
    }
    let scale = LinearScale(covering: range ?? least...most, rounded: false)
    let bins = max(1, min(bins, 1000))
    var counts = Array(repeating: 0, count: bins)
    var inside = 0
    for value in drawable {
      guard let place = scale.position(value), (0...1).contains(place) else { continue }
      counts[min(bins - 1, Int(place * Double(bins)))] += 1
      inside += 1
    }
    let low = scale.domain.lowerBound
    let width = (scale.domain.upperBound - low) / Double(bins)
    edges = (0...bins).map { low + width * Double($0) }
    self.counts = counts
    left = values.count - inside
  }

  /// The histogram as bars; `name` is what is counted.
  public func plot(
    _ title: String, description: String, x: String, y: String, height: Double = 160
  ) -> Plot {
    let bars = counts.indices.map {
      Bars.Bar(from: edges[$0], to: edges[$0 + 1], value: Double(counts[$0]))
    }
    return Plot(
      title, description: description, x: Axis(x, rounded: false), y: Axis(y, whole: true),
      marks: [Bars(y, bars)], height: height)
  }
}

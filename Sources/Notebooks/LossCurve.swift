import Expressions
import Neural

/// The losses of a training run with as many points as a thumbnail can show.
public struct LossCurve: Sendable, Equatable, Codable {
  /// Nil is a gap, where the value is no number: JSON has no word for that.
  let points: [Double?]

  public var values: [Double] { points.map { $0 ?? .nan } }

  /// A thumbnail is 120 pixels wide.
  private static let most = 120

  /// No points.
  public init() { points = [] }

  init(points: [Double?]) { self.points = points }

  /// The first loss that was recorded; no points if there is none.
  init(of history: History) {
    let values = history.series.first { $0.name.hasSuffix("loss") }?.values ?? []
    guard values.count > Self.most else {
      points = values.map(Self.rounded)
      return
    }
    // Of each stretch its lowest and its highest value, so that no peak is lost.
    let stretches = Self.most / 2
    points = (0..<stretches).flatMap { index -> [Double?] in
      let range = index * values.count / stretches..<(index + 1) * values.count / stretches
      let numbers = range.filter { values[$0].isFinite }
      guard let low = numbers.min(by: { values[$0] < values[$1] }),
        let high = numbers.max(by: { values[$0] < values[$1] })
      else { return [nil, nil] }
      return [min(low, high), max(low, high)].map { Self.rounded(values[$0]) }
    }
  }

  public init(from decoder: any Decoder) throws {
    points = try decoder.singleValueContainer().decode([Double?].self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(points)
  }

  /// Four digits are finer than a pixel; nil for what is no number.
  private static func rounded(_ value: Double) -> Double? {
    value.isFinite ? Double(value.significant(4)) : nil
  }
}

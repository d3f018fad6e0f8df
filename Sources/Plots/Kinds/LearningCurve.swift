import Markup

/// One or more measures over the course of training.
public struct LearningCurve: Sendable {
  /// One measure: its values, where they were taken, and the spread of several seeds.
  public struct Series: Sendable, Equatable {
    public enum Best: Sendable {
      case lowest
      case highest
    }

    /// One lowest and one highest value for each value; what is NaN leaves a gap.
    public struct Spread: Sendable, Equatable {
      public var low: [Double]
      public var high: [Double]

      public init(low: [Double], high: [Double]) {
        self.low = low
        self.high = high
      }
    }

    public var name: String
    public var values: [Double]
    /// The epochs or steps at which the values were taken; 1, 2, 3, … if nil.
    public var at: [Double]?
    /// Lowest and highest over several seeds.
    public var spread: Spread?
    /// Which value to mark as the best.
    public var best: Best?

    public init(
      _ name: String, _ values: [Double], at: [Double]? = nil,
      spread: Spread? = nil, best: Best? = nil
    ) {
      self.name = name
      self.values = values
      self.at = at
      self.spread = spread
      self.best = best
    }

    /// Values without a place of their own (a shorter `at`) are not drawn.
    var points: [Point] {
      guard let at else {
        return values.enumerated().map { Point(x: Double($0.offset + 1), y: $0.element) }
      }
      return zip(at, values).map { Point(x: $0, y: $1) }
    }
  }

  public var title: String
  public var description: String
  public var series: [Series]
  /// What one step along the x axis is: `epoch`, `step`.
  public var unit: String
  public var measure: String
  public var logarithmic: Bool
  /// How many values a smoothed line averages; raw values are then drawn faintly under it.
  public var smoothing: Int
  /// A second axis above, such as epochs where `unit` is a step.
  public var second: SecondAxis?

  public init(
    _ title: String, description: String, series: [Series], unit: String, measure: String,
    logarithmic: Bool = false, smoothing: Int = 1, second: SecondAxis? = nil
  ) {
    self.title = title
    self.description = description
    self.series = series
    self.unit = unit
    self.measure = measure
    self.logarithmic = logarithmic
    self.smoothing = smoothing
    self.second = second
  }

  public func plot(words: Words = .english) -> Plot {
    Plot(
      title, description: description, x: Axis(unit, includes: end, rounded: false, whole: true),
      y: Axis(measure, logarithmic ? .log : .linear), second: second,
      marks: bands + lines + [bestPoints(words: words)])
  }

  public func picture(id: String, words: Words = .english) -> Picture {
    plot(words: words).picture(id: id, words: words)
  }

  /// Where the run ended: steps are counted from 0, and after the last one that was recorded came as many
  /// as between two of them.
  private var end: [Double] {
    let places = Set(series.flatMap(\.points).filter(\.isDrawable).map(\.x)).sorted()
    guard places.count > 1, places.first == 0 else { return [] }
    return [2 * places[places.count - 1] - places[places.count - 2]]
  }

  private var bands: [any Mark] {
    series.enumerated().compactMap { index, series in
      series.spread.map { spread in
        Area(
          zip(series.points, zip(spread.low, spread.high)).map {
            Area.Slice(x: $0.x, low: $1.0, high: $1.1)
          }, paint: .series(index))
      }
    }
  }

  private var lines: [any Mark] {
    series.enumerated().flatMap { index, series -> [any Mark] in
      let points = series.points
      guard smoothing > 1 else { return [Line(series.name, points, paint: .series(index))] }
      let smooth = Smoothing.movingMean(points.map(\.y), window: smoothing)
      let line = zip(points, smooth).map { Point(x: $0.x, y: $1) }
      return [
        Line(nil, points, paint: .series(index), look: .faint),
        Line(series.name, line, paint: .series(index)),
      ]
    }
  }

  private func bestPoints(words: Words) -> Notes {
    let notes = series.enumerated().compactMap { index, series -> Notes.Note? in
      let points = series.points.filter(\.isDrawable)
      let found =
        switch series.best {
        case .lowest: points.min { $0.y < $1.y }
        case .highest: points.max { $0.y < $1.y }
        case nil: nil as Point?
        }
      return found.map { point in
        let value = NumberText.significant(point.y)
        let place = NumberText.significant(point.x, digits: 6)
        return Notes.Note(
          "\(words.best) \(value), \(words.terms[unit]) \(place)", at: point, paint: .series(index),
          dot: true,
          // The curve itself is above its lowest point.
          below: series.best == .lowest)
      }
    }
    return Notes(notes)
  }
}

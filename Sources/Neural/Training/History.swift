/// The figures a training run left behind, as series over steps or epochs.
public struct History: Sendable, Equatable {
  public enum Axis: String, Sendable {
    /// Steps counted from 0: a figure was taken before the step moved the parameters.
    case step
    /// Epochs counted from 1: a figure was taken after the epoch.
    case epoch
  }

  public struct Series: Sendable, Equatable {
    public let name: String
    public let axis: Axis
    public internal(set) var positions: [Int] = []
    public internal(set) var values: [Double] = []

    package init(name: String, axis: Axis, positions: [Int] = [], values: [Double] = []) {
      self.name = name
      self.axis = axis
      self.positions = positions
      self.values = values
    }
  }

  public private(set) var series: [Series] = []

  /// The wall time of each epoch's steps, in seconds.
  public internal(set) var epochSeconds: [Double] = []

  public init() {}

  package init(series: [Series], epochSeconds: [Double]) {
    self.series = series
    self.epochSeconds = epochSeconds
  }

  /// The series of this name: `loss` by step; `running loss`, `training accuracy`,
  /// `validation loss`, `validation RMSE` and the like by epoch.
  public subscript(name: String) -> Series? {
    series.first { $0.name == name }
  }

  mutating func append(_ value: Double, to name: String, _ axis: Axis, at position: Int) {
    let index =
      series.firstIndex { $0.name == name }
      ?? {
        series.append(Series(name: name, axis: axis))
        return series.count - 1
      }()
    series[index].positions.append(position)
    series[index].values.append(value)
  }

  /// Puts a series that was collected apart in front.
  mutating func prepend(_ collected: Series) {
    series.insert(collected, at: 0)
  }
}

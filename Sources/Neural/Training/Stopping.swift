/// What ends a training run before its length is up, and which parameters it hands back.
public struct Stopping: Sendable, Equatable {
  /// The examples a figure is taken from.
  public enum ExampleSet: String, Sendable, CaseIterable {
    /// What the steps of an epoch saw, each before it moved: costs nothing.
    case running
    case training
    case validation
  }

  /// A value which, once reached, is good enough.
  public struct Target: Sendable, Equatable {
    public var figure: Metric
    public var set: ExampleSet
    public var value: Double

    public init(_ figure: Metric, of set: ExampleSet, reaches value: Double) {
      self.figure = figure
      self.set = set
      self.value = value
    }
  }

  public var target: Target?
  /// Epochs without a better validation figure after which training ends.
  public var patience: Int?
  /// The validation figure that `patience` and `keepsBest` watch.
  public var watched: Metric
  /// Whether the parameters of the best epoch are handed back instead of the last ones. The
  /// validation set decides, or the training set where there is none.
  public var keepsBest: Bool

  public init(
    target: Target? = nil, patience: Int? = nil, watched: Metric = .loss, keepsBest: Bool = false
  ) {
    self.target = target
    self.patience = patience
    self.watched = watched
    self.keepsBest = keepsBest
  }
}

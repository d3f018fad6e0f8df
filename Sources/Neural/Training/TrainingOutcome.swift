/// A finished training run.
public struct TrainingOutcome<Scalar: Real>: Sendable {
  /// Why it ended.
  public enum Ending: Sendable, Equatable {
    /// It ran its length.
    case completed
    case reachedTarget(epoch: Int)
    /// No better validation figure for as many epochs as patience allows.
    case lostPatience(epoch: Int)
    /// Something was NaN or infinite at this step, counted from 0; the curve up to it is kept. It is
    /// the last of the steps made where that one left a network that does not answer with numbers, and
    /// one more where it could not be made.
    case diverged(step: Int)
  }

  public let network: Network<Scalar>
  public let history: History
  public let ending: Ending
  /// The steps made.
  public let steps: Int
  /// The epoch whose parameters were kept, counted from 1, where the best were asked for.
  public let bestEpoch: Int?
}

/// Where a training run is, for a progress bar.
public struct TrainingProgress: Sendable, Equatable {
  /// The steps made and to be made.
  public let step: Int
  public let steps: Int
  /// The epoch being run, counted from 1.
  public let epoch: Int
  /// The mean loss of a sample in the last step measured.
  public let loss: Double?
}

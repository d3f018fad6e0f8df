/// One step of training: which samples, how far, and what came of it.
///
/// `Training` decides the order of samples, the rate and when to stop, and knows nothing of how a
/// step is made: the reference step reads like the derivation, another may be fast.
public protocol TrainingStep<Scalar> {
  associatedtype Scalar: Real

  /// The network as trained so far.
  var network: Network<Scalar> { get }

  /// Tells the order in which an epoch will visit the samples, before its first step. Batches are
  /// slices of it, so their indices say where in it they stand.
  mutating func begin(order: [Int])

  /// Moves the parameters once, by the gradient of these samples.
  ///
  /// - Parameters:
  ///   - indices: the samples of the batch, in order.
  ///   - rate: the learning rate.
  ///   - number: the step, counted from 1.
  ///   - measuring: whether the loss and the hits will be read.
  ///   - generator: for dropout.
  mutating func move(
    over indices: ArraySlice<Int>, rate: Double, number: Int, measuring: Bool,
    using generator: inout MersenneTwister
  ) -> StepReport

  /// The network's loss and hits on a whole set.
  func evaluation(on examples: Examples) -> Evaluation
}

extension TrainingStep {
  public func begin(order: [Int]) {}

  public func evaluation(on examples: Examples) -> Evaluation {
    Evaluation(of: network, on: examples)
  }
}

/// What a step saw before it moved the parameters.
public struct StepReport: Sendable, Equatable {
  /// The loss, summed over the batch, without penalties; meaningless where not measured.
  public var loss: Double
  /// How many samples were classified rightly; meaningless where not measured, and of numbers.
  public var hits: Int
  /// Whether loss and gradients were numbers: false ends the training as diverged.
  public var isFinite: Bool

  public init(loss: Double, hits: Int, isFinite: Bool) {
    self.loss = loss
    self.hits = hits
    self.isFinite = isFinite
  }
}

/// A step whose network is evaluated with softmax over the samples, `Fault.softmaxOverBatch`.
///
/// Training goes on as it was: the mistake is in what is written down after an epoch.
public struct OverBatchStep<Step: TrainingStep>: TrainingStep {
  private var step: Step

  /// Throws where the targets are numbers, which have no classes.
  public init(_ step: Step, targets: Targets.Kind) throws(Training.Failure) {
    guard targets == .classes else { throw .figure(.accuracy, targets) }
    self.step = step
  }

  public var network: Network<Step.Scalar> { step.network }

  public mutating func begin(order: [Int]) { step.begin(order: order) }

  public mutating func move(
    over indices: ArraySlice<Int>, rate: Double, number: Int, measuring: Bool,
    using generator: inout MersenneTwister
  ) -> StepReport {
    step.move(
      over: indices, rate: rate, number: number, measuring: measuring, using: &generator)
  }

  /// Targets that are no classes have no softmax over samples to get wrong: they are evaluated as ever.
  public func evaluation(on examples: Examples) -> Evaluation {
    .overBatch(of: step.network, on: examples) ?? step.evaluation(on: examples)
  }
}

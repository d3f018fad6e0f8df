import CKernels

/// A training step made for speed: nothing is allocated, counted or checked inside it.
///
/// It moves the parameters as `ReferenceStep` does, to rounding; a test holds the two together over
/// networks of every kind.
public final class FastStep<Scalar: Real>: TrainingStep {
  private let initial: Network<Scalar>
  private let engine: FastEngine

  /// A step for these examples, or nil where the network has an activation or a loss that is only
  /// known as a function on numbers; `ReferenceStep` trains any.
  ///
  /// - Throws: `ShapeError` where the examples do not fit the network.
  public convenience init?(
    _ network: Network<Scalar>, examples: Examples, training: Training
  ) throws(ShapeError) {
    try self.init(
      network, examples: examples, training: training, kernels: .best(for: Scalar.self),
      threading: Threading())
  }

  init?(
    _ network: Network<Scalar>, examples: Examples, training: Training, kernels: Kernels,
    threading: Threading
  ) throws(ShapeError) {
    try examples.validate(inputs: network.inputs, outputs: network.outputs)
    guard
      let engine = FastEngine(
        network, examples: examples, training: training, kernels: kernels, threading: threading)
    else { return nil }
    initial = network
    self.engine = engine
  }

  /// How many threads a step is shared among while this is the only run of the process.
  public var threads: Int { engine.team?.threads ?? 1 }

  public var network: Network<Scalar> { engine.network(from: initial) }

  public func begin(order: [Int]) { engine.begin(order: order) }

  public func move(
    over indices: ArraySlice<Int>, rate: Double, number: Int, measuring: Bool,
    using generator: inout MersenneTwister
  ) -> StepReport {
    engine.move(
      over: indices, rate: rate, number: number, measuring: measuring, using: &generator)
  }

  public func evaluation(on examples: Examples) -> Evaluation {
    if let evaluation = engine.trainingEvaluation(on: examples) { return evaluation }
    let network = network
    return FastEvaluation(of: network, kernels: engine.kernels)?.evaluation(on: examples)
      ?? Evaluation(of: network, on: examples)
  }
}

/// A training step as the lessons derive it: forward, backward, penalties, clipping, update.
public struct ReferenceStep<Scalar: Real>: TrainingStep {
  public private(set) var network: Network<Scalar>
  private let examples: Examples
  private let training: Training
  private let faults: Set<Fault>
  private var memory: [[OptimizerMemory]]
  /// The last batch gathered: gradient descent on the whole set sees the same one at every step.
  private var batch: (indices: ArraySlice<Int>, x: Matrix<Scalar>, y: Matrix<Scalar>)?

  /// Throws where the examples do not fit the network.
  ///
  /// - Parameter faults: published mistakes to make on purpose.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public init(
    _ network: Network<Scalar>, examples: Examples, training: Training, faults: Set<Fault> = []
  ) throws(ShapeError) {
    try examples.validate(inputs: network.inputs, outputs: network.outputs)
    self.network = network
    self.examples = examples
    self.training = training
    self.faults = faults
    memory =
      training.optimizer.memorySize == 0
      ? []
      : network.parameters.map {
        [OptimizerMemory](repeating: OptimizerMemory(), count: $0.values.count)
      }
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public mutating func move(
    over indices: ArraySlice<Int>, rate: Double, number: Int, measuring: Bool,
    using generator: inout MersenneTwister
  ) -> StepReport {
    let (x, y) = gathered(indices)
    let regularization = training.regularization
    let masks = regularization.masks(for: network, batch: indices.count, using: &generator)
    do throws(ShapeError) {
      let pass = try network.forward(x, masks: masks)
      let sums = try network.backward(pass, y, faults: faults)
      let reduced =
        training.reduction == .mean ? sums.scaled(by: 1 / Scalar(indices.count)) : sums
      let gradients = regularization.clipped(
        regularization.addingPenalty(to: reduced.parameters, of: network))
      let report = StepReport(
        loss: measuring ? try network.loss(pass, y) : 0,
        hits: measuring ? hits(pass.output, indices) : 0,
        isFinite: gradients.allSatisfy { $0.sum.isFinite })
      update(gradients, rule: training.optimizer.rule(rate: rate, step: number))
      return report
    } catch {
      preconditionFailure("the examples were found to fit the network, but \(error)")
    }
  }

  private mutating func gathered(
    _ indices: ArraySlice<Int>
  ) -> (x: Matrix<Scalar>, y: Matrix<Scalar>) {
    if let batch, batch.indices == indices { return (batch.x, batch.y) }
    let x = examples.samples.batch(indices, as: Scalar.self)
    let y = examples.targets.batch(indices, outputs: network.outputs, as: Scalar.self)
    batch = (indices, x, y)
    return (x, y)
  }

  private mutating func update(_ gradients: [Matrix<Scalar>], rule: UpdateRule) {
    var unused = OptimizerMemory()
    network.updateParameters { index, parameter in
      for place in parameter.elements.indices {
        var value = Double(parameter.elements[place])
        let gradient = Double(gradients[index].values[place])
        if memory.isEmpty {
          rule(&value, gradient, &unused)
        } else {
          rule(&value, gradient, &memory[index][place])
        }
        parameter.elements[place] = Scalar(value)
      }
    }
  }

  private func hits(_ output: Matrix<Scalar>, _ indices: ArraySlice<Int>) -> Int {
    guard let labels = examples.targets.labels else { return 0 }
    return zip(output.answers, indices).count { $0 == labels[$1] }
  }
}

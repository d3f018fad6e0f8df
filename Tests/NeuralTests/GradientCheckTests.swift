import Testing

@testable import Neural

@Suite("Gradient checks")
struct GradientCheckTests {
  /// A network with all sizes different, and a batch with targets that sum to one.
  private static func subject(
    hidden: [Activation], output: Activation, loss: Loss, seed: UInt32 = 11
  ) throws -> (network: Network<Double>, x: Matrix<Double>, y: Matrix<Double>) {
    var generator = MersenneTwister(seed: seed)
    let dense =
      zip([5, 4], hidden).map {
        Architecture.Dense(
          units: $0, activation: $1, weights: .xavierNormal,
          biases: .normal(mean: 0, deviation: 0.5))
      } + [
        Architecture.Dense(
          units: 3, activation: output, weights: .xavierNormal,
          biases: .normal(mean: 0, deviation: 0.5))
      ]
    let network = try Network<Double>(
      Architecture(inputs: 6, layers: dense, loss: loss), using: &generator)
    let x = Matrix(rows: 7, columns: 6, values: generator.normal(count: 42))
    let y = Activation.softmax(Matrix(rows: 7, columns: 3, values: generator.normal(count: 21)))
    return (network, x, y)
  }

  @Test(
    "every layer, activation, loss and penalty is right to 1e-7", arguments: Activation.all,
    Loss.all)
  func everything(activation: Activation, loss: Loss) throws {
    var checked = 0
    for output in Activation.all where loss.accepts(output) {
      let (network, x, y) = try Self.subject(
        hidden: [activation, .tanh], output: output, loss: loss)
      for regularization in Regularization.all {
        var generator = MersenneTwister(seed: 2)
        for reduction in Training.Reduction.allCases {
          let check = try GradientCheck(
            network, x, y, reduction: reduction, regularization: regularization,
            masks: regularization.masks(for: network, batch: x.rows, using: &generator))
          #expect(check.passes, "\(activation.name), \(output.name): \(check.relativeError)")
          #expect(check.rows.map(\.name) == ["W1", "b1", "W2", "b2", "W3", "b3"])
          checked += check.rows.reduce(0) { $0 + $1.checked }
        }
      }
    }
    #expect(checked > 0)
  }

  @Test("each published mistake of a backward pass is found")
  func faults() throws {
    let relu = try Self.subject(hidden: [.relu], output: .softmax, loss: .crossEntropy)
    let deep = try Self.subject(hidden: [.relu, .relu], output: .softmax, loss: .crossEntropy)
    let quadratic = try Self.subject(hidden: [.sigmoid], output: .sigmoid, loss: .quadratic)
    for (fault, subject) in [
      (Fault.missingMask, relu), (.upstreamWithoutDerivative, deep),
      (.lastNeuronDerivative, quadratic),
    ] {
      let check = try GradientCheck(subject.network, subject.x, subject.y, faults: [fault])
      #expect(check.relativeError > 0.01, "\(fault)")
      #expect(!check.passes)
      #expect(try GradientCheck(subject.network, subject.x, subject.y).passes)
    }
  }

  @Test("a δ handed down one layer too far is right with a single hidden layer")
  func singleHiddenLayer() throws {
    let (network, x, y) = try Self.subject(
      hidden: [.relu], output: .softmax, loss: .crossEntropy)
    let check = try GradientCheck(network, x, y, faults: [.upstreamWithoutDerivative])
    #expect(check.passes)
  }

  @Test("a mistake of the output layer leaves nothing of the gradient right")
  func lastNeuron() throws {
    let (network, x, y) = try Self.subject(
      hidden: [.sigmoid], output: .sigmoid, loss: .quadratic)
    let right = try network.gradients(x, y)
    let wrong = try network.gradients(x, y, faults: [.lastNeuronDerivative])
    let pass = try network.forward(x)
    for i in 0..<x.rows {
      let last = pass.output[i, 2]
      for j in 0..<3 {
        let a = pass.output[i, j]
        #expect(abs(wrong.layer(2).delta[i, j] - (a - y[i, j]) * last * (1 - last)) < 1e-15)
      }
      #expect(abs(wrong.layer(2).delta[i, 2] - right.layer(2).delta[i, 2]) < 1e-15)
    }
  }

  @Test("a step over a kink is reported and left out of the error")
  func kinks() throws {
    // z = w·x + b is 10⁻⁹ from the kink: any step of the default size crosses it.
    let network = try Network<Double>(
      layers: [
        Layer(weights: Matrix([[1]]), bias: Matrix([[1e-9 - 0.5]]), activation: .relu),
        Layer(weights: Matrix([[2]]), bias: Matrix([[0]]), activation: .linear),
      ], loss: .quadratic)
    let check = try GradientCheck(network, Matrix([[0.5]]), Matrix([[3]]))
    #expect(check.kinks == 2)
    #expect(check.rows[0].kinks.count == 1)
    #expect(check.rows[0].worst == nil)
    #expect(check.rows[1].kinks.count == 1)
    #expect(abs(check.rows[1].kinks[0].relativeError) > 0.1)
    #expect(check.passes)
  }

  @Test("an absolute value's kink at zero weight is reported too")
  func weightKink() throws {
    let network = try Network<Double>(
      layers: [Layer(weights: Matrix([[0]]), bias: Matrix([[1]]), activation: .linear)],
      loss: .quadratic)
    let check = try GradientCheck(
      network, Matrix([[1]]), Matrix([[0]]), regularization: Regularization(l1: 0.5))
    #expect(check.rows[0].kinks.count == 1)
    #expect(check.passes)
  }

  @Test("the worst number is named with both its values")
  func worst() throws {
    let (network, x, y) = try Self.subject(
      hidden: [.relu], output: .softmax, loss: .crossEntropy)
    let row = try #require(
      try GradientCheck(network, x, y, reduction: .sum, faults: [.missingMask]).rows.first)
    let worst = try #require(row.worst)
    let wrong = try network.gradients(x, y, faults: [.missingMask]).layer(1).weights
    let right = try network.gradients(x, y).layer(1).weights
    let apart = wrong.zipped(right) { abs($0 - $1) }
    #expect(apart.values.max() == apart[worst.row, worst.column])
    #expect(worst.analytic == wrong[worst.row, worst.column])
    #expect(abs(worst.numeric - right[worst.row, worst.column]) < 1e-8)
  }

  @Test("behind zero weights, where there is nothing but rounding, the check passes")
  func zeroWeights() throws {
    let (network, x, y) = try Self.subject(
      hidden: [.tanh], output: .softmax, loss: .crossEntropy)
    var parameters = network.parameters
    parameters[2] = Matrix(rows: 5, columns: 3)
    let dead = try network.replacingParameters(parameters)
    let check = try GradientCheck(dead, x, y)
    #expect(check.rows[0].worst?.analytic == 0)
    #expect(check.passes)
  }

  @Test("a gradient that is no number does not pass")
  func notANumber() throws {
    let (network, _, y) = try Self.subject(
      hidden: [.tanh], output: .softmax, loss: .crossEntropy)
    let check = try GradientCheck(network, Matrix(rows: 7, columns: 6, repeating: .nan), y)
    #expect(check.relativeError.isNaN)
    #expect(!check.passes)
  }

  @Test("with a limit it looks at that many numbers, spread over the parameter")
  func limit() throws {
    let (network, x, y) = try Self.subject(
      hidden: [.tanh], output: .softmax, loss: .crossEntropy)
    let check = try GradientCheck(network, x, y, limit: 4)
    #expect(check.rows.map(\.checked) == [4, 4, 4, 3])
    #expect(check.passes)
  }

  @Test("the error falls with the square of the step, then rises with its inverse")
  func steps() throws {
    let (network, x, y) = try Self.subject(
      hidden: [.tanh], output: .softmax, loss: .crossEntropy)
    let errors = try GradientCheck.errorsByStep(network, x, y)
    #expect(errors.count == 12)
    let ratio = errors[0].error / errors[1].error
    #expect(50...200 ~= ratio)
    #expect(errors[11].error > 100 * errors[4].error)
    let wrong = try GradientCheck.errorsByStep(
      try Self.subject(hidden: [.relu], output: .softmax, loss: .crossEntropy).network, x, y,
      faults: [.missingMask])
    #expect(wrong.dropFirst(3).allSatisfy { $0.error > 0.05 })
  }
}

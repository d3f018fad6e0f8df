import Testing

@testable import Neural

/// A training run on random data, to be carried out in two ways.
struct RandomTask: CustomStringConvertible {
  enum SampleKind {
    case numbers
    /// Bytes of which four fifths are zero.
    case sparseBytes
    case denseBytes
    /// The sparse bytes as numbers.
    case palette
  }

  var sizes: [Int]
  var hidden: Activation
  var output: Activation
  var loss: Loss
  var count = 30
  var samples = SampleKind.numbers
  var targetsAreValues = false
  var training: Training

  init(
    sizes: [Int], hidden: Activation, output: Activation, loss: Loss, batch: Training.Batch,
    samples: SampleKind = .numbers, targetsAreValues: Bool = false
  ) {
    self.sizes = sizes
    self.hidden = hidden
    self.output = output
    self.loss = loss
    self.samples = samples
    self.targetsAreValues = targetsAreValues
    training = Training(
      rate: 0.05, batch: batch, length: .epochs(3),
      recording: Training.Recording(everySteps: 1, everyEpochs: 1))
  }

  var description: String {
    "\(sizes) \(hidden.name) \(output.name) \(loss.name) \(training.batch) \(samples)"
  }

  func network<Scalar: Real>() throws -> Network<Scalar> {
    var generator = MersenneTwister(seed: 7)
    let layers = sizes.indices.dropFirst().map {
      Architecture.Dense(
        units: sizes[$0], activation: $0 == sizes.count - 1 ? output : hidden,
        weights: .normal(mean: 0, deviation: 0.4), biases: .normal(mean: 0, deviation: 0.2))
    }
    return try Network<Double>(
      Architecture(inputs: sizes[0], layers: layers, loss: loss), using: &generator
    ).converted()
  }

  func examples() throws -> Examples {
    var generator = MersenneTwister(seed: 3)
    let features = sizes[0]
    let bytes = (0..<count * features).map { _ in
      samples == .denseBytes || generator.uniform() < 0.2
        ? UInt8(1 + generator.integer(below: 255)) : 0
    }
    let x =
      switch samples {
      case .numbers:
        Samples(
          Matrix(rows: count, columns: features, values: generator.normal(count: count * features)))
      case .sparseBytes, .denseBytes: Samples(bytes: bytes, count: count, features: features)
      case .palette:
        Samples(Matrix(rows: count, columns: features, values: bytes.map { Double($0) / 255 }))
      }
    let outputs = sizes[sizes.count - 1]
    let y: Targets =
      targetsAreValues
      ? .values(
        suited(
          Matrix(rows: count, columns: outputs, values: generator.uniform(count: count * outputs))))
      : .classes(
        (0..<count).map { _ in generator.integer(below: max(outputs, 2)) }, count: max(outputs, 2))
    return try Examples(x, y)
  }

  /// Numbers from 0 to 1 as targets of the loss, which may be of distributions alone.
  private func suited(_ numbers: Matrix<Double>) -> Matrix<Double> {
    guard loss.targets == .distributions else { return numbers }
    return Matrix(
      (0..<numbers.rows).map { row in
        let sum = numbers.row(row).reduce(0, +)
        return numbers.row(row).map { $0 / sum }
      })
  }

  func outcome<Scalar: Real>(
    fast: Bool, _ scalar: Scalar.Type, kernels: Kernels? = nil, threading: Threading = Threading()
  ) throws -> TrainingOutcome<Scalar> {
    let network: Network<Scalar> = try network()
    let examples = try examples()
    var generator = MersenneTwister(seed: 11)
    guard fast else {
      let step = try ReferenceStep(network, examples: examples, training: training)
      return try training.run(step, on: examples, using: &generator)
    }
    let step = try #require(
      try FastStep(
        network, examples: examples, training: training,
        kernels: kernels ?? .best(for: Scalar.self), threading: threading))
    return try training.run(step, on: examples, using: &generator)
  }
}

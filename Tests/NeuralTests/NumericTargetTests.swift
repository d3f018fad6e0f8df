import Testing

@testable import Neural

@Suite("Numbers to be predicted")
struct NumericTargetTests {
  /// A network of two outputs that are its inputs.
  private static func identity(
    loss: Loss = .quadratic, _ activation: Activation = .linear
  ) throws -> Network<Double> {
    try Network(
      layers: [
        Layer(
          weights: Matrix([[1, 0], [0, 1]]), bias: Matrix(rows: 1, columns: 2),
          activation: activation)
      ], loss: loss)
  }

  private static let answers = Matrix([[1.5, 9], [1.5, 15], [3, 12], [3.5, 18]])
  private static let actual = Matrix([[1.0, 10], [2, 14], [4, 11], [3, 19]])

  /// NumPy: `r = a - y`, `np.sqrt((r**2).mean())`, `np.abs(r).mean()`,
  /// `1 - (r**2).sum() / ((y - y.mean(0))**2).sum()`, and the same column by column.
  @Test("RMSE, MAE and R² are NumPy's, over all outputs and for each")
  func residuals() throws {
    let evaluation = Evaluation(
      of: try Self.identity(), on: try Examples(Samples(Self.answers), .values(Self.actual)))
    #expect(evaluation[.rmse] == 0.8477912478906585)
    #expect(evaluation[.mae] == 0.8125)
    #expect(try abs(#require(evaluation[.r2]) - 0.8935185185185185) < 1e-15)
    #expect(evaluation[.accuracy] == nil)
    guard case .values(let residuals) = evaluation.judgement else {
      Issue.record("numbers are judged as numbers")
      return
    }
    #expect(abs(residuals.rmse(output: 0) - 0.6614378277661477) < 1e-15)
    #expect(residuals.mae(output: 0) == 0.625)
    #expect(try abs(#require(residuals.r2(output: 0)) - 0.65) < 1e-15)
    #expect(residuals.rmse(output: 1) == 1)
    #expect(try abs(#require(residuals.r2(output: 1)) - 0.9183673469387755) < 1e-15)
  }

  @Test("targets that do not vary have no R², and numbers are no classification")
  func undefined() throws {
    let examples = try Examples(
      Samples(Self.answers), .values(Matrix(rows: 4, columns: 2, repeating: 3)))
    let evaluation = Evaluation(of: try Self.identity(), on: examples)
    #expect(evaluation[.r2] == nil)
    #expect(evaluation[.rmse] != nil)
    #expect(Classification(of: try Self.identity(), on: examples) == nil)
  }

  @Test(
    "one NaN among many answers leaves every figure undefined", arguments: [Double.nan, .infinity])
  func oneNaN(_ value: Double) throws {
    var x = Self.answers
    x[2, 1] = value
    let numbers = Evaluation(
      of: try Self.identity(), on: try Examples(Samples(x), .values(Self.actual)))
    #expect(numbers.unanswered == 1)
    #expect(Metric.allCases.allSatisfy { numbers[$0] == nil })

    let classes = try Examples(Samples(x), .classes([1, 1, 1, 1], count: 2))
    let evaluation = Evaluation(of: try Self.identity(), on: classes)
    #expect(evaluation.unanswered == 1)
    #expect(evaluation.judgement == .classes(hits: 3))
    #expect(evaluation.accuracy == nil)
    let found = try #require(Classification(of: try Self.identity(), on: classes))
    #expect(found.predicted == [1, 1, nil, 1])
    #expect(found.topAccuracy(2) == nil)
    #expect(found.figures.allSatisfy { $0.precision == nil && $0.recall == nil })
    #expect(found.confusion == [[0, 0], [0, 3]])
    #expect(found.mistakes == [])
  }

  @Test("ReLU passes NaN on, in the reference as in the kernels")
  func reluOfNaN() throws {
    #expect(Activation.relu(Matrix([[Double.nan]]))[0, 0].isNaN)
    let network = try Network<Double>(
      layers: [
        Layer(
          weights: Matrix([[.nan, 1], [1, 1]]), bias: Matrix(rows: 1, columns: 2),
          activation: .relu),
        Layer(
          weights: Matrix([[1, 0], [0, 1]]), bias: Matrix(rows: 1, columns: 2),
          activation: .softmax),
      ], loss: .crossEntropy)
    let examples = try Examples(Samples(Self.answers), .classes([0, 0, 0, 0], count: 2))
    let step = try #require(
      try FastStep(
        network, examples: examples, training: Training(rate: 1, length: .steps(1))))
    #expect(step.evaluation(on: examples).unanswered == 4)
    #expect(step.evaluation(on: examples).accuracy == nil)
  }

  @Test(
    "a run whose last step leaves no answers has diverged, as it would have at the next",
    arguments: [1, 2])
  func lastStep(_ steps: Int) throws {
    var generator = MersenneTwister(seed: 1)
    let training = Training(rate: steps == 1 ? 1e300 : 1e120, length: .steps(steps))
    let examples = try Examples(Samples(Self.answers), .values(Self.actual))
    let outcome = try training.run(try Self.identity(), on: examples, using: &generator)
    #expect(outcome.steps == steps)
    #expect(outcome.ending == .diverged(step: steps - 1))
  }

  @Test("a NaN is never the best epoch")
  func best() {
    for metric in Metric.allCases {
      #expect(!metric.isBetter(.nan, than: 1))
      #expect(metric.isBetter(1, than: .nan))
    }
    #expect(Metric.rmse.isBetter(1, than: 2) && Metric.r2.isBetter(0.9, than: 0.5))
  }

  @Test("cross-entropies refuse what is no probability, and say which")
  func domains() throws {
    let binary = Loss.binaryCrossEntropy
    try binary.validate(.values(Matrix([[0, 1], [0.3, 0.9]])))
    try binary.validate(.classes([1], count: 2))
    #expect(throws: TargetFault.self) { try binary.validate(.values(Matrix([[1.0], [-0.1]]))) }
    let fault = #expect(throws: TargetFault.self) {
      try binary.validate(.values(Matrix([[1.0, 0], [0, 2]])))
    }
    #expect(
      fault?.description
        == "target 1 of sample 1 is 2, but binary-cross-entropy has a meaning only "
        + "for a number from 0 to 1")
    try Loss.crossEntropy.validate(.values(Matrix([[0.25, 0.75], [1, 0]])))
    let sum = #expect(throws: TargetFault.self) {
      try Loss.crossEntropy.validate(.values(Matrix([[1.0, 0], [0.5, 0.25]])))
    }
    #expect(sum?.problem == .sum(0.75))
    try Loss.quadratic.validate(.values(Matrix([[-5.0, 1e9]])))
  }

  @Test("training refuses such targets before its first step, of either set")
  func refusedTargets() throws {
    let network = try Self.identity(loss: .binaryCrossEntropy, .sigmoid)
    let good = try Examples(Samples(Self.answers), .values(Matrix(rows: 4, columns: 2)))
    let bad = try Examples(Samples(Self.answers), .values(Self.actual))
    let training = Training(rate: 0.1, length: .steps(1))
    var generator = MersenneTwister(seed: 1)
    #expect(throws: TargetFault.self) {
      _ = try training.run(network, on: bad, using: &generator)
    }
    #expect(throws: TargetFault.self) {
      _ = try training.run(network, on: good, validation: bad, using: &generator)
    }
  }

  @Test("a run on numbers records RMSE, MAE and R², and can stop at one of them")
  func recording() throws {
    var training = Training(
      rate: 0.001, length: .epochs(50),
      stopping: Stopping(target: .init(.rmse, of: .training, reaches: 0.845)),
      recording: Training.Recording(everySteps: 1, everyEpochs: 1))
    let examples = try Examples(Samples(Self.answers), .values(Self.actual))
    var generator = MersenneTwister(seed: 1)
    let outcome = try training.run(
      try Self.identity(), on: examples, validation: examples, using: &generator)
    let names = outcome.history.series.map(\.name)
    #expect(
      names == [
        "loss", "running loss", "training loss", "training RMSE", "training MAE", "training R²",
        "validation loss", "validation RMSE", "validation MAE", "validation R²",
      ])
    guard case .reachedTarget = outcome.ending else {
      Issue.record("an RMSE of 0.845 is reached, not \(outcome.ending)")
      return
    }
    training.stopping.target = .init(.accuracy, of: .training, reaches: 0.8)
    #expect(throws: Training.Failure.figure(.accuracy, .values)) {
      _ = try training.run(try Self.identity(), on: examples, using: &generator)
    }
  }

  @Test("a validation set is followed without being asked for, some 200 times a run")
  func followed() throws {
    var recording = Training.Recording()
    recording.followsValidation = true
    let training = Training(rate: 1e-6, length: .steps(1000), recording: recording)
    let examples = try Examples(Samples(Self.answers), .values(Self.actual))
    var generator = MersenneTwister(seed: 1)
    let outcome = try training.run(
      try Self.identity(), on: examples, validation: examples, using: &generator)
    let series = try #require(outcome.history["validation loss"])
    #expect(series.positions.count == 200)
    #expect(series.positions.last == 1000)
    #expect(outcome.history["training loss"] == nil)
  }
}

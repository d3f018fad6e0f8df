import Testing

@testable import Neural

@Suite("Training")
struct TrainingTests {
  /// Exclusive or, four samples; or random ones.
  private static let xor = try? Examples(
    Samples(Matrix([[0, 0], [0, 1], [1, 0], [1, 1]])), .classes([0, 1, 1, 0], count: 2))

  private static func network(_ seed: UInt32 = 3) throws -> Network<Double> {
    var generator = MersenneTwister(seed: seed)
    return try Network(
      Architecture(
        inputs: 2,
        layers: [
          Architecture.Dense(units: 8, activation: .tanh),
          Architecture.Dense(units: 2, activation: .softmax),
        ], loss: .crossEntropy), using: &generator)
  }

  private static func random(_ count: Int, seed: UInt32 = 5) throws -> Examples {
    var generator = MersenneTwister(seed: seed)
    return try Examples(
      Samples(Matrix(rows: count, columns: 2, values: generator.normal(count: 2 * count))),
      .classes(generator.choice(count, from: 2), count: 2))
  }

  /// Remembers which samples each step was given, and says the loss it is told to.
  private struct Recorder: TrainingStep {
    let network: Network<Double>
    var losses: [Double] = []
    let log: Log

    final class Log {
      var batches: [[Int]] = []
      var rates: [Double] = []
      var measured: [Bool] = []
    }

    mutating func move(
      over indices: ArraySlice<Int>, rate: Double, number: Int, measuring: Bool,
      using generator: inout MersenneTwister
    ) -> StepReport {
      log.batches.append(Array(indices))
      log.rates.append(rate)
      log.measured.append(measuring)
      let loss = number <= losses.count ? losses[number - 1] : 1
      return StepReport(
        loss: loss * Double(indices.count), hits: indices.count, isFinite: loss.isFinite)
    }
  }

  private static func record(
    _ training: Training, examples: Int, losses: [Double] = []
  ) throws -> (log: Recorder.Log, outcome: TrainingOutcome<Double>) {
    let log = Recorder.Log()
    var generator = MersenneTwister(seed: 0)
    let outcome = try training.run(
      Recorder(network: try network(), losses: losses, log: log),
      on: try random(examples), using: &generator)
    return (log, outcome)
  }

  @Test("training lowers the loss to where every sample is right")
  func learns() throws {
    let examples = try #require(Self.xor)
    for optimizer in Optimizers.all {
      var generator = MersenneTwister(seed: 1)
      let rate = ["sgd": 0.5, "momentum": 0.1, "nesterov": 0.1, "adagrad": 0.3][optimizer.name]
      let outcome = try Training(
        optimizer: optimizer, rate: rate ?? 0.02, order: .sequential, length: .steps(600)
      ).run(Self.network(), on: examples, using: &generator)
      let evaluation = Evaluation(of: outcome.network, on: examples)
      #expect(evaluation.accuracy == 1, "\(optimizer.name)")
      #expect(evaluation.loss < 0.1, "\(optimizer.name)")
      #expect(outcome.ending == .completed)
      #expect(outcome.steps == 600)
    }
  }

  @Test("one seed, one result")
  func determinism() throws {
    let training = Training(
      optimizer: Adam(), rate: 0.01, regularization: Regularization(l2: 0.01, dropout: 0.2),
      batch: .size(8), length: .epochs(3))
    func run() throws -> TrainingOutcome<Double> {
      var generator = MersenneTwister(seed: 9)
      return try training.run(Self.network(), on: Self.random(30), using: &generator)
    }
    let (first, second) = (try run(), try run())
    #expect(first.network == second.network)
    #expect(first.history["loss"] == second.history["loss"])
  }

  @Test("an epoch shuffled is NumPy's shuffle of 0..<n, drawn anew each time")
  func shuffled() throws {
    let (log, _) = try Self.record(
      Training(rate: 1, batch: .size(4), length: .epochs(2)), examples: 10)
    #expect(log.batches[0] == [2, 8, 4, 9])
    #expect(log.batches.map(\.count) == [4, 4, 2, 4, 4, 2])
    // np.random.seed(0); two shuffles of np.arange(10)
    #expect(Array(log.batches[..<3].joined()) == [2, 8, 4, 9, 1, 6, 7, 3, 0, 5])
    #expect(Array(log.batches[3...].joined()) == [3, 5, 1, 2, 9, 8, 0, 6, 7, 4])
  }

  @Test("reseeded, an epoch shuffles the last one's order by a generator of its own")
  func reseeded() throws {
    let (log, _) = try Self.record(
      Training(rate: 1, batch: .size(10), order: .reseeded(below: 321_242_341), length: .epochs(2)),
      examples: 10)
    var main = MersenneTwister(seed: 0)
    var order = Array(0..<10)
    for epoch in 0..<2 {
      var fresh = MersenneTwister(seed: UInt32(main.integer(below: 321_242_341)))
      fresh.shuffle(&order)
      #expect(log.batches[epoch] == order)
    }
  }

  @Test("with replacement every step draws a full batch, as np.random.choice does")
  func withReplacement() throws {
    let (log, _) = try Self.record(
      Training(rate: 1, batch: .size(4), order: .withReplacement, length: .steps(4)), examples: 10)
    var stream = MersenneTwister(seed: 0)
    #expect(log.batches == (0..<4).map { _ in stream.choice(4, from: 10) })
  }

  @Test("in sequence the samples come as they stand, and steps end in mid-epoch")
  func sequential() throws {
    let (log, outcome) = try Self.record(
      Training(rate: 1, batch: .size(4), order: .sequential, length: .steps(4)), examples: 10)
    #expect(log.batches == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9], [0, 1, 2, 3]])
    #expect(outcome.steps == 4)
    #expect(outcome.history.epochSeconds.count == 2)
  }

  @Test("the rate follows the schedule")
  func rates() throws {
    let (log, _) = try Self.record(
      Training(
        rate: 0.8, schedule: .step(every: 1, factor: 0.5), batch: .size(5), length: .epochs(3)),
      examples: 10)
    #expect(log.rates == [0.8, 0.8, 0.4, 0.4, 0.2, 0.2])
  }

  @Test("a loss is kept for every n-th step, the first included, and measured only then")
  func recording() throws {
    let (log, outcome) = try Self.record(
      Training(
        rate: 1, length: .steps(7), recording: Training.Recording(everySteps: 3)),
      examples: 2, losses: [7, 6, 5, 4, 3, 2, 1])
    let series = try #require(outcome.history["loss"])
    #expect(series.axis == .step)
    #expect(series.positions == [0, 3, 6])
    #expect(series.values == [7, 4, 1])
    #expect(log.measured == [true, false, false, true, false, false, true])
  }

  @Test("a step that is not finite ends training there, and the curve until then is kept")
  func divergence() throws {
    let (log, outcome) = try Self.record(
      Training(rate: 1, length: .steps(9)), examples: 2, losses: [3, 5, 90, .nan, 1])
    #expect(outcome.ending == .diverged(step: 3))
    #expect(log.batches.count == 4)
    #expect(outcome.history["loss"]?.values.prefix(3) == [3, 5, 90])
  }

  @Test("a rate far too high is found to diverge on the reference path")
  func realDivergence() throws {
    var generator = MersenneTwister(seed: 1)
    let network = try Network<Double>(
      Architecture(
        inputs: 2,
        layers: [
          Architecture.Dense(units: 4, activation: .relu),
          Architecture.Dense(units: 2, activation: .linear),
        ], loss: .quadratic), using: &generator)
    let outcome = try Training(rate: 1e6, length: .steps(500)).run(
      network, on: Self.random(20), using: &generator)
    guard case .diverged(let step) = outcome.ending else {
      Issue.record("ended as \(outcome.ending)")
      return
    }
    #expect(step > 0)
    #expect(outcome.steps == step)
    #expect(try #require(outcome.history["loss"]).values.prefix(step).allSatisfy { $0.isFinite })
  }

  @Test("a target ends training after the epoch that reaches it")
  func target() throws {
    let examples = try #require(Self.xor)
    for set in [Stopping.ExampleSet.running, .training, .validation] {
      var generator = MersenneTwister(seed: 1)
      let outcome = try Training(
        rate: 0.5, length: .epochs(5000),
        stopping: Stopping(target: Stopping.Target(.loss, of: set, reaches: 0.2))
      ).run(Self.network(), on: examples, validation: examples, using: &generator)
      let series = try #require(outcome.history["\(set.rawValue) loss"])
      #expect(outcome.ending == .reachedTarget(epoch: series.positions.last ?? 0))
      #expect(try #require(series.values.last) <= 0.2)
      #expect(series.values.dropLast().allSatisfy { $0 > 0.2 })
    }
  }

  @Test("patience ends training that no longer helps, and the best parameters come back")
  func patience() throws {
    // Trained on noise, validated on other noise: it must soon get worse.
    let (train, validation) = (try Self.random(20), try Self.random(40, seed: 6))
    var generator = MersenneTwister(seed: 1)
    let outcome = try Training(
      optimizer: Adam(), rate: 0.05, length: .epochs(500),
      stopping: Stopping(patience: 5, keepsBest: true)
    ).run(Self.network(), on: train, validation: validation, using: &generator)
    let losses = try #require(outcome.history["validation loss"])
    let best = try #require(outcome.bestEpoch)
    #expect(outcome.ending == .lostPatience(epoch: best + 5))
    #expect(losses.values.min() == losses.values[best - 1])
    #expect(Evaluation(of: outcome.network, on: validation).loss == losses.values[best - 1])
  }

  @Test("dropout leaves out about its share, scales the rest, and spares the output")
  func dropout() throws {
    var generator = MersenneTwister(seed: 1)
    let network = try Self.network()
    let masks = Regularization(dropout: 0.25).masks(for: network, batch: 500, using: &generator)
    #expect(masks.map(\.shape) == [Shape(500, 8)])
    #expect(Set(masks[0].values) == [0, 1 / 0.75])
    let kept = Double(masks[0].values.count { $0 > 0 }) / 4000
    #expect(abs(kept - 0.75) < 0.02)
    #expect(Regularization.none.masks(for: network, batch: 5, using: &generator).isEmpty)
  }

  @Test("a summed gradient at rate η/m is the mean gradient at η")
  func reductions() throws {
    let examples = try Self.random(16)
    var generator = MersenneTwister(seed: 1)
    let mean = try Training(rate: 0.16, order: .sequential, length: .steps(20)).run(
      Self.network(), on: examples, using: &generator)
    let sum = try Training(
      rate: 0.01, reduction: .sum, order: .sequential, length: .steps(20)
    ).run(Self.network(), on: examples, using: &generator)
    for (a, b) in zip(mean.network.parameters, sum.network.parameters) {
      #expect(a.zipped(b, -).norm < 1e-12)
    }
  }

  @Test("options that make no sense are refused before the first step")
  func nonsense() throws {
    func failure(
      _ training: Training, examples: Int = 10, hasValidation: Bool = false
    ) -> String {
      do {
        try training.validate(examples: examples, hasValidation: hasValidation)
        return "none"
      } catch {
        return error.description
      }
    }
    let fine = Training(rate: 0.1, length: .epochs(1))
    #expect(failure(fine) == "none")
    #expect(failure(fine, examples: 0) == "there are no examples to learn from")
    #expect(
      failure(Training(rate: 0.1, batch: .size(11), length: .epochs(1)))
        == "a batch of 11 is larger than the 10 examples")
    #expect(
      failure(Training(rate: 0.1, batch: .size(0), length: .epochs(1)))
        == "batch is 0.0, it must be at least 1")
    #expect(
      failure(Training(rate: .nan, length: .epochs(1))) == "rate is nan, it must be a finite number"
    )
    #expect(
      failure(
        Training(
          rate: 1, regularization: Regularization(dropout: 1), length: .epochs(1)))
        == "dropout is 1.0, it must be in [0, 1)")
    #expect(
      failure(
        Training(rate: 1, length: .epochs(1), stopping: Stopping(patience: 3)))
        == "patience needs a validation split")
    #expect(failure(Training(rate: 1, length: .epochs(.max)), examples: 3) == "none")
  }

  @Test("progress is told now and then, and at the end")
  func progress() throws {
    var steps: [Int] = []
    var generator = MersenneTwister(seed: 1)
    _ = try Training(rate: 0.1, length: .steps(1001)).run(
      Self.network(), on: Self.random(4), using: &generator
    ) { steps.append($0.step) }
    #expect(steps.last == 1001)
    #expect(100...300 ~= steps.count)
  }
}

import Testing

@testable import Neural

@Suite("A whole training run")
struct TrainingRunTests {
  /// The same run in NumPy: `np.random.seed(7)`, ten samples of three features, 3-4-2 with ReLU and
  /// softmax, He's weights, batches of 4, 4 and 2, three epochs shuffled by `np.random.shuffle`,
  /// rate 0.2 halved every epoch, mean gradient with 0.05 W added.
  @Test("draws, order, batches, gradient, penalty and schedule end where NumPy's do")
  func numpy() throws {
    var generator = MersenneTwister(seed: 7)
    let samples = Samples(Matrix(rows: 10, columns: 3, values: generator.normal(count: 30)))
    let examples = try Examples(samples, .classes(generator.choice(10, from: 2), count: 2))
    let network = try Network<Double>(
      Architecture(
        inputs: 3,
        layers: [
          Architecture.Dense(units: 4, activation: .relu, weights: .heNormal),
          Architecture.Dense(units: 2, activation: .softmax, weights: .heNormal),
        ], loss: .crossEntropy), using: &generator)
    let outcome = try Training(
      rate: 0.2, schedule: .step(every: 1, factor: 0.5), regularization: Regularization(l2: 0.05),
      batch: .size(4), length: .epochs(3)
    ).run(network, on: examples, using: &generator)
    let losses = [
      2.401926479966966, 1.385443473558212, 0.23635535300796318, 0.4575721424327725,
      1.4126531860676892, 0.1861382260609471, 1.0806904538152105, 0.23754425927743444,
      0.37155254532890525,
    ]
    let series = try #require(outcome.history["loss"])
    #expect(series.positions == Array(0..<9))
    for (loss, expected) in zip(series.values, losses) { #expect(abs(loss - expected) < 1e-12) }
    let weights = Matrix([
      [1.0304665592262365, -0.9825695139898029, -0.6127328066694685, -1.409296821261811],
      [-0.5311431568109957, 1.2540471949649101, -0.387272697974886, 1.0577015210770564],
      [1.321910516853899, -0.813236860532659, -1.995817193405325, 0.775402204921679],
    ])
    #expect(outcome.network.layers[0].weights.zipped(weights, -).norm < 1e-12)
    #expect(abs(outcome.network.layers[1].bias[0, 0] + 0.06589618179492261) < 1e-12)
  }

  @Test("a published mistake changes where training ends, and only where it is asked for")
  func faults() throws {
    var generator = MersenneTwister(seed: 3)
    let examples = try Examples(
      Samples(Matrix(rows: 12, columns: 3, values: generator.normal(count: 36))),
      .classes(generator.choice(12, from: 2), count: 2))
    let network = try Network<Double>(
      Architecture(
        inputs: 3,
        layers: [
          Architecture.Dense(units: 5, activation: .relu),
          Architecture.Dense(units: 2, activation: .softmax),
        ], loss: .crossEntropy), using: &generator)
    let training = Training(rate: 0.1, order: .sequential, length: .steps(5))
    func end(_ faults: Set<Fault>) throws -> Network<Double> {
      var generator = MersenneTwister(seed: 1)
      return try training.run(network, on: examples, faults: faults, using: &generator).network
    }
    #expect(try end([]) == end([.softmaxOverBatch]))
    #expect(try end([]) != end([.missingMask]))
  }
}

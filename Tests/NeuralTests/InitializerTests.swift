import Testing

@testable import Neural

@Suite("Parameters begin as the documents draw them")
struct InitializerTests {
  /// From NumPy, seed 5, fan 3 → 2: `randn(4) * np.sqrt(2 / 3)` and so on.
  @Test(
    "initializers draw NumPy's numbers",
    arguments: [
      (
        Initializer.heNormal,
        [0.3602607344529694, -0.2701543477525599, 1.9847163632094824, -0.2058323618997015]
      ),
      (
        .lecunNormal,
        [0.25474280832694074, -0.19102797126286386, 1.403406399157328, -0.1455454588869225]
      ),
      (
        .xavierNormal,
        [0.27905676496576065, -0.20926065795023835, 1.5373546843311354, -0.15943706194961638]
      ),
      (
        .xavierUniform,
        [-0.6090824453385162, 0.8122337875570436, -0.6425461372190588, 0.9171305483812722]
      ),
      (
        .heUniform,
        [-0.7863220557544542, 1.0485893108118012, -0.8295234962064402, 1.1840104467262476]
      ),
      (.zeros, [0, 0, 0, 0]),
      (.constant(2.5), [2.5, 2.5, 2.5, 2.5]),
    ])
  func draws(initializer: Initializer, expected: [Double]) {
    var generator = MersenneTwister(seed: 5)
    let values = initializer.values(
      4, fan: Initializer.Fan(inputs: 3, outputs: 2), using: &generator)
    #expect(values == expected)
  }

  @Test(
    "zeros and constants draw nothing from the stream",
    arguments: [Initializer.zeros, .constant(1)])
  func quiet(initializer: Initializer) {
    var generator = MersenneTwister(seed: 1)
    _ = initializer.values(9, fan: Initializer.Fan(inputs: 3, outputs: 3), using: &generator)
    #expect(generator.uniform() == 0.417022004702574)
  }

  @Test("names are unique and every initializer says what it is")
  func names() {
    #expect(Set(Initializer.all.map(\.name)).count == Initializer.all.count)
    #expect(Initializer.all.allSatisfy { !$0.formula.isEmpty && !$0.source.isEmpty })
  }

  private static func architecture(
    _ inputs: Int, _ units: [Int], _ weights: Initializer, _ biases: Initializer
  ) -> Architecture {
    Architecture(
      inputs: inputs,
      layers: units.map {
        Architecture.Dense(units: $0, activation: .sigmoid, weights: weights, biases: biases)
      }, loss: .quadratic)
  }

  /// Document 1's order, from NumPy: `uniform(-1, 1)` for w1 (2, 3), w2 (2, 2), b1 and b2, seed 0.
  @Test("all weights before all biases, as columns")
  func weightsFirst() throws {
    var generator = MersenneTwister(seed: 0)
    let network = try Network<Double>(
      Self.architecture(3, [2, 2], .uniform(-1, 1), .uniform(-1, 1)),
      order: DrawingOrder(layout: .columns, sequence: .weightsFirst), using: &generator)
    #expect(
      network.layers[0].weights.transposed
        == Matrix([
          [0.0976270078546495, 0.43037873274483895, 0.20552675214328775],
          [0.08976636599379373, -0.15269040132219058, 0.29178822613331223],
        ]))
    #expect(
      network.layers[1].weights.transposed
        == Matrix([
          [-0.12482557747461498, 0.7835460015641595],
          [0.9273255210020586, -0.2331169623484446],
        ]))
    #expect(network.layers[0].bias.values == [0.5834500761653292, 0.05778983950580896])
    #expect(network.layers[1].bias.values == [0.13608912218786462, 0.8511932765853221])
  }

  /// Document 5's `Network([8, 4, 1])`, from NumPy with seed 0: biases (4, 1), (1, 1), then weights
  /// (4, 8), (1, 4).
  @Test("all biases before all weights, as columns")
  func biasesFirst() throws {
    var generator = MersenneTwister(seed: 0)
    let standard = Initializer.normal(mean: 0, deviation: 1)
    let network = try Network<Double>(
      Self.architecture(8, [4, 1], standard, standard),
      order: DrawingOrder(layout: .columns, sequence: .biasesFirst), using: &generator)
    #expect(network.layers[0].weights.shape == Shape(8, 4))
    #expect(network.layers[1].weights.shape == Shape(4, 1))
    #expect(
      network.layers[0].bias.values == [
        1.764052345967664, 0.4001572083672233, 0.9787379841057392, 2.240893199201458,
      ])
    #expect(network.layers[1].bias.values == [1.8675579901499675])
    #expect(
      Array(network.layers[0].weights.transposed.row(0)) == [
        -0.977277879876411, 0.9500884175255894, -0.1513572082976979, -0.10321885179355784,
        0.41059850193837233, 0.144043571160878, 1.454273506962975, 0.7610377251469934,
      ])
    #expect(
      network.layers[1].weights.values == [
        1.2023798487844113, -0.3873268174079523, -0.30230275057533557, -1.0485529650670926,
      ])
  }

  @Test("layer by layer in rows is the stream as it comes")
  func layerByLayer() throws {
    var generator = MersenneTwister(seed: 1)
    let network = try Network<Float>(
      Self.architecture(2, [1, 2], .uniform(0, 1), .uniform(0, 1)), using: &generator)
    var stream = MersenneTwister(seed: 1)
    let expected = stream.uniform(count: 7).map { Float($0) }
    #expect(network.parameters.flatMap(\.values) == expected)
    #expect(network.parameterNames == ["W1", "b1", "W2", "b2"])
    #expect(network.parameterCount == 7)
  }
}

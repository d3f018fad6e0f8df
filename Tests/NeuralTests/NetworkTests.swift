import Testing

@testable import Neural

@Suite("Networks")
struct NetworkTests {
  private static func generator() -> MersenneTwister { MersenneTwister(seed: 1) }

  /// A 3-4-2 network, tanh and softmax, worked out in NumPy from `RandomState(1)`.
  @Test("forward, loss and gradients are NumPy's")
  func numpy() throws {
    var generator = Self.generator()
    func matrix(_ rows: Int, _ columns: Int) -> Matrix<Double> {
      Matrix(rows: rows, columns: columns, values: generator.normal(count: rows * columns))
    }
    let x = matrix(5, 3)
    let (w1, b1, w2, b2) = (matrix(3, 4), matrix(1, 4), matrix(4, 2), matrix(1, 2))
    let network = try Network(
      layers: [
        Layer(weights: w1, bias: b1, activation: .tanh),
        Layer(weights: w2, bias: b2, activation: .softmax),
      ], loss: .crossEntropy)
    let y = Targets.classes([0, 1, 1, 0, 1], count: 2).matrix(outputs: 2, as: Double.self)
    let pass = try network.forward(x)
    #expect(pass.a(0) == x)
    #expect(abs(pass.output[0, 0] - 0.7143220004214345) < 1e-14)
    #expect(try network(x) == pass.output)
    #expect(abs(try network.loss(pass, y) - 5.282310603655225) < 1e-13)
    let gradients = try network.backward(pass, y)
    let dw1 = Matrix([
      [-0.2825316136063904, -0.06645575038841033, -0.3196600406362737, 1.0568512520891242],
      [0.03282764985335113, 0.054473508683141304, -0.2734250983151266, -0.4247064148313118],
      [-0.13823297171374793, -0.09520828367463406, 0.9330239375356721, 1.5234906580694176],
    ])
    let db1 = Matrix(row: [
      0.3916065671169846, -0.08536880484434711, 0.7235120484855014, -1.3291219389376203,
    ])
    let dw2 = Matrix(column: [
      -0.7161954929086478, 0.5549793333302258, -0.15181447831284656, -0.9586620882822313,
    ])
    #expect(gradients.layer(1).weights.zipped(dw1, -).norm < 1e-13)
    #expect(gradients.layer(1).bias.zipped(db1, -).norm < 1e-13)
    for i in 0..<4 {
      #expect(abs(gradients.layer(2).weights[i, 0] - dw2[i, 0]) < 1e-13)
      #expect(abs(gradients.layer(2).weights[i, 1] + dw2[i, 0]) < 1e-13)
    }
    #expect(abs(gradients.layer(2).bias[0, 0] - 1.7762751746160768) < 1e-13)
  }

  /// The unit case that the second document prints.
  @Test("logistic regression on two samples has the published cost and gradients")
  func logisticRegression() throws {
    let network = try Network<Double>(
      layers: [
        Layer(weights: Matrix([[1], [2]]), bias: Matrix([[2]]), activation: .sigmoid)
      ], loss: .binaryCrossEntropy)
    let x = Matrix<Double>([[1, 2], [3, 4]]).transposed
    let y = Matrix<Double>([[1], [0]])
    let pass = try network.forward(x)
    let gradients = try network.backward(pass, y).scaled(by: 0.5)
    #expect(abs(try network.loss(pass, y) / 2 - 6.00006477319) < 5e-12)
    #expect(abs(gradients.layer(1).weights[0, 0] - 0.99993216) < 5e-9)
    #expect(abs(gradients.layer(1).weights[1, 0] - 1.99980262) < 5e-9)
    #expect(abs(gradients.layer(1).bias[0, 0] - 0.499935230625) < 5e-13)
  }

  @Test("what does not fit is refused, both sides named")
  func mismatches() throws {
    var generator = Self.generator()
    let network = try Network<Double>(
      Architecture(
        inputs: 3, layers: [Architecture.Dense(units: 2, activation: .softmax)],
        loss: .crossEntropy), using: &generator)
    #expect(throws: ShapeError.features(given: 4, expected: 3)) {
      try network.forward(Matrix(rows: 2, columns: 4))
    }
    let pass = try network.forward(Matrix(rows: 2, columns: 3))
    #expect(throws: ShapeError.outputs(given: 3, expected: 2)) {
      try network.backward(pass, Matrix(rows: 2, columns: 3))
    }
    #expect(throws: ShapeError.batch(samples: 2, targets: 5)) {
      try network.loss(pass, Matrix(rows: 5, columns: 2))
    }
    #expect(throws: ShapeError.parameter(name: "W1", given: Shape(2, 3), expected: Shape(3, 2))) {
      try network.replacingParameters([Matrix(rows: 2, columns: 3), Matrix(rows: 1, columns: 2)])
    }
    #expect(throws: ShapeError.product(Shape(3, 2), Shape(3, 2))) {
      try Network(layers: [network.layers[0], network.layers[0]], loss: .crossEntropy)
    }
    #expect(throws: ShapeError.parameter(name: "b", given: Shape(1, 3), expected: Shape(1, 2))) {
      try Layer<Double>(
        weights: Matrix(rows: 3, columns: 2), bias: Matrix(rows: 1, columns: 3),
        activation: .relu)
    }
  }

  @Test("a network too large to hold is refused before it is made")
  func tooLarge() {
    var generator = Self.generator()
    let wide = Architecture(
      inputs: 784,
      layers: [
        Architecture.Dense(units: 16_000_000, activation: .relu),
        Architecture.Dense(units: 10, activation: .softmax),
      ], loss: .crossEntropy)
    let error = #expect(throws: Architecture.Failure.self) {
      try Network<Double>(wide, using: &generator)
    }
    #expect(
      error?.description
        == "layer 1 with weights [784 × 16000000] would bring the network to 100.5 GB, "
        + "more than the 4.3 GB allowed")
    let absurd = Architecture(
      inputs: .max, layers: [Architecture.Dense(units: .max, activation: .softmax)],
      loss: .crossEntropy)
    #expect(throws: Architecture.Failure.self) {
      try Network<Double>(absurd, using: &generator)
    }
  }

  @Test("what makes no network is refused")
  func nonsense() {
    let softmax = Architecture.Dense(units: 2, activation: .softmax)
    let none = Architecture.Dense(units: 0, activation: .relu)
    let tanh = Architecture.Dense(units: 2, activation: .tanh)
    #expect(throws: Architecture.Failure.noLayers) {
      try Architecture(inputs: 2, layers: [], loss: .quadratic).validate()
    }
    #expect(throws: Architecture.Failure.noUnits(layer: 0)) {
      try Architecture(inputs: 0, layers: [softmax], loss: .quadratic).validate()
    }
    #expect(throws: Architecture.Failure.noUnits(layer: 1)) {
      try Architecture(inputs: 2, layers: [none, softmax], loss: .quadratic).validate()
    }
    #expect(throws: Architecture.Failure.lossDomain(loss: "cross-entropy", activation: "tanh")) {
      try Architecture(inputs: 2, layers: [tanh], loss: .crossEntropy).validate()
    }
  }

  @Test("parameters put back are the same network; half of it survives a change of precision")
  func replacing() throws {
    var generator = Self.generator()
    let network = try Network<Double>(
      Architecture(
        inputs: 3,
        layers: [
          Architecture.Dense(units: 4, activation: .relu),
          Architecture.Dense(units: 2, activation: .softmax),
        ], loss: .crossEntropy), using: &generator)
    #expect(try network.replacingParameters(network.parameters) == network)
    let single = network.converted(to: Float.self)
    #expect(single.converted(to: Double.self).converted(to: Float.self) == single)
  }
}

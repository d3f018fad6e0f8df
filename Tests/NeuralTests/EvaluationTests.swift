import Testing

@testable import Neural

@Suite("Evaluation")
struct EvaluationTests {
  /// A network whose outputs are its inputs.
  private static func identity(_ size: Int, loss: Loss = .quadratic) throws -> Network<Double> {
    var eye = Matrix<Double>(rows: size, columns: size)
    for i in 0..<size { eye[i, i] = 1 }
    return try Network(
      layers: [
        Layer(
          weights: eye, bias: Matrix(rows: 1, columns: size),
          activation: loss == .quadratic ? .linear : .softmax)
      ], loss: loss)
  }

  private static func examples() throws -> Examples {
    try Examples(
      Samples(
        Matrix([
          [0.9, 0.1, 0.0], [0.2, 0.5, 0.3], [0.6, 0.3, 0.1], [0.1, 0.2, 0.7], [0.4, 0.4, 0.2],
        ])), .classes([0, 1, 1, 2, 1], count: 3))
  }

  @Test("the confusion matrix, precision, recall and F1 are counted by class")
  func classification() throws {
    let result = try #require(
      Classification(of: try Self.identity(3), on: try Self.examples()))
    #expect(result.predicted == [0, 1, 0, 2, 0])
    #expect(result.confusion == [[1, 0, 0], [2, 1, 0], [0, 0, 1]])
    #expect(result.accuracy == 0.6)
    #expect(result.topAccuracy(2) == 1)
    #expect(result.figures[0].precision == 1.0 / 3)
    #expect(result.figures[0].recall == 1)
    #expect(result.figures[0].f1 == 0.5)
    #expect(result.figures[1].recall == 1.0 / 3)
    #expect(result.figures.map(\.support) == [1, 3, 1])
    #expect(result.mistakes == [2, 4])
  }

  @Test("a class that nothing was taken for has no precision")
  func emptyClass() throws {
    let examples = try Examples(Samples(Matrix([[1, 0, 0]])), .classes([0], count: 3))
    let figures = try #require(Classification(of: try Self.identity(3), on: examples)).figures
    #expect(figures[1].precision == nil)
    #expect(figures[1].recall == nil)
    #expect(figures[1].f1 == nil)
    #expect(figures[0].f1 == 1)
  }

  @Test("a single output above one half is the second class")
  func binary() throws {
    let examples = try Examples(
      Samples(Matrix([[0.2], [0.8], [0.5], [0.6]])), .classes([0, 1, 1, 0], count: 2))
    let evaluation = Evaluation(of: try Self.identity(1), on: examples)
    #expect(evaluation.judgement == .classes(hits: 2))
    #expect(
      abs(evaluation.lossSum - 0.5 * (0.04 + 0.04 + 0.25 + 0.36)) < 1e-15)
    let result = try #require(Classification(of: try Self.identity(1), on: examples))
    #expect(result.confusion == [[1, 1], [1, 1]])
    #expect(result.confidence == [0.8, 0.8, 0.5, 0.6])
  }

  @Test("chunks make no difference")
  func chunks() throws {
    var generator = MersenneTwister(seed: 2)
    let count = 2 * Evaluation.chunk + 7
    let x = Matrix(rows: count, columns: 3, values: generator.normal(count: 3 * count))
    let examples = try Examples(Samples(x), .classes(generator.choice(count, from: 3), count: 3))
    let network = try Self.identity(3, loss: .crossEntropy)
    let pass = try network.forward(x)
    let loss = try network.loss(pass, examples.targets.matrix(outputs: 3))
    let evaluation = Evaluation(of: network, on: examples)
    #expect(evaluation.count == count)
    #expect(abs(evaluation.lossSum - loss) < 1e-9 * loss)
    let hits = pass.output.argmaxOfRows.enumerated().count {
      $0.element == examples.targets.label($0.offset)
    }
    #expect(evaluation.judgement == .classes(hits: hits))
  }

  /// NumPy: `e = np.exp(z - z.max()); p = e / e.sum(0)`, `-np.sum(y * np.log(p + 10e-10))`.
  @Test("softmax over the batch gives document 1's wrong loss and hits")
  func overBatch() throws {
    let network = try Self.identity(3, loss: .crossEntropy)
    let examples = try Examples(
      Samples(Matrix([[2, 1, 0], [0.5, 1.5, 1], [3, -1, 0.2]])), .classes([0, 1, 2], count: 3))
    let wrong = try #require(Evaluation.overBatch(of: network, on: examples))
    #expect(abs(wrong.lossSum - 3.2927495586571895) < 1e-12)
    #expect(wrong.judgement == .classes(hits: 1))
    #expect(Evaluation(of: network, on: examples).judgement == .classes(hits: 2))
  }

  @Test("bytes are features in 0…1, as many as asked for and in that order")
  func bytes() {
    let samples = Samples(bytes: [0, 51, 255, 102, 204, 153], count: 3, features: 2)
    #expect(samples.batch([2, 0], as: Double.self) == Matrix([[0.8, 0.6], [0, 0.2]]))
    #expect(
      samples.selecting([1]).matrix(as: Float.self) == Matrix([[1, 0.4]]))
    #expect(
      Samples(bytes: [7], count: 1, features: 1, scale: .raw).matrix(as: Double.self)
        == Matrix([[7]]))
  }

  @Test("classes become one-hot rows, or one column for a single output")
  func targets() throws {
    let classes = Targets.classes([1, 0], count: 2)
    #expect(classes.matrix(outputs: 2, as: Double.self) == Matrix([[0, 1], [1, 0]]))
    #expect(classes.matrix(outputs: 1, as: Double.self) == Matrix([[1], [0]]))
    #expect(throws: ShapeError.outputs(given: 2, expected: 3)) { try classes.validate(outputs: 3) }
    #expect(throws: ShapeError.outputs(given: 3, expected: 1)) {
      try Targets.classes([0], count: 3).validate(outputs: 1)
    }
    #expect(classes.label(0) == 1)
    // A number is no class, on whichever side of one half it is.
    #expect(Targets.values(Matrix([[0.1, 0.9], [0.8, 0.2]])).label(0) == nil)
    #expect(Targets.values(Matrix([[0.4], [0.6]])).labels == nil)
    #expect(throws: ShapeError.batch(samples: 1, targets: 2)) {
      try Examples(Samples(Matrix([[1]])), classes)
    }
  }
}

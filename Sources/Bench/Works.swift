import Datasets
import Neural

extension Work {
  /// Every work, in the order of the table.
  public static let all: [Work] = [
    mnistSingle, mnistBatch, mnistQuadratic, catsLogistic, catsDeep, flower, iris,
  ]

  static let mnistSingle = Work(
    "mnist-sgd1", "784-28-10, sigmoid and softmax, one sample at a time", epochs: 1,
    Architecture(
      inputs: 784,
      layers: [
        dense(28, .sigmoid, .uniform(-1, 1), bias: .uniform(-1, 1)),
        dense(10, .softmax, .uniform(-1, 1), bias: .uniform(-1, 1)),
      ], loss: .crossEntropy),
    rate: 0.1, batch: .size(1), load: mnist)

  static let mnistBatch = Work(
    "mnist-batch", "784-96-10, ReLU and softmax, batches of 200", epochs: 5,
    Architecture(
      inputs: 784, layers: [dense(96, .relu, .heNormal), dense(10, .softmax, .heNormal)],
      loss: .crossEntropy),
    rate: 0.1, batch: .size(200), load: mnist)

  static let mnistQuadratic = Work(
    "mnist-quad", "784-30-10, sigmoid, quadratic cost, batches of 10", epochs: 3,
    Architecture(
      inputs: 784,
      layers: [
        dense(30, .sigmoid, normal, bias: normal), dense(10, .sigmoid, normal, bias: normal),
      ], loss: .quadratic),
    rate: 3, batch: .size(10), load: mnist)

  static let catsLogistic = Work(
    "cats-logreg", "logistic regression on 12,288 numbers, all 209 pictures", epochs: 2000,
    Architecture(
      inputs: 12288, layers: [dense(1, .sigmoid, .zeros)], loss: .binaryCrossEntropy),
    rate: 0.005, batch: .whole, load: cats)

  static let catsDeep = Work(
    "cats-deep", "12288-20-7-5-1, ReLU and sigmoid, all 209 pictures", epochs: 2500,
    Architecture(
      inputs: 12288,
      layers: [
        dense(20, .relu, .lecunNormal), dense(7, .relu, .lecunNormal),
        dense(5, .relu, .lecunNormal), dense(1, .sigmoid, .lecunNormal),
      ], loss: .binaryCrossEntropy),
    rate: 0.0075, batch: .whole, load: cats)

  static let flower = Work(
    "flower", "2-4-1, tanh and sigmoid, all 400 points", epochs: 10000,
    Architecture(
      inputs: 2,
      layers: [
        dense(4, .tanh, .normal(mean: 0, deviation: 0.01)),
        dense(1, .sigmoid, .normal(mean: 0, deviation: 0.01)),
      ], loss: .binaryCrossEntropy),
    rate: 1.2, batch: .whole
  ) { _ throws(DatasetError) in
    var generator = MersenneTwister(seed: 1)
    let all = try Generator.named("flower").dataset(using: &generator).part(Dataset.whole)
    return WorkData(train: all, test: all)
  }

  static let iris = Work(
    "iris", "4-20-3, ReLU and softmax, batches of 8", epochs: 80,
    Architecture(
      inputs: 4, layers: [dense(20, .relu, .xavierUniform), dense(3, .softmax, .xavierUniform)],
      loss: .crossEntropy),
    rate: 0.003, batch: .size(8)
  ) { locator throws(DatasetError) in
    let all = try locator.load(.named("iris")).part(Dataset.whole)
    var generator = MersenneTwister(seed: 0)
    let order = generator.permutation(all.count)
    return WorkData(train: all.selecting(order[..<100]), test: all.selecting(order[100...]))
  }

  private static let normal = Initializer.normal(mean: 0, deviation: 1)

  private static func dense(
    _ units: Int, _ activation: Activation, _ weights: Initializer, bias: Initializer = .zeros
  ) -> Architecture.Dense {
    Architecture.Dense(units: units, activation: activation, weights: weights, biases: bias)
  }

  private static let mnist: @Sendable (DataLocator) throws(DatasetError) -> WorkData = {
    locator throws(DatasetError) in try WorkData(locator.load(.named("mnist")))
  }

  private static let cats: @Sendable (DataLocator) throws(DatasetError) -> WorkData = {
    locator throws(DatasetError) in try WorkData(locator.load(.named("cats")))
  }
}

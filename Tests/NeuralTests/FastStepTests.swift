import Testing

@testable import Neural

/// The fast path against the reference path, over random networks of every kind.
@Suite struct FastStepTests {
  @Test("every activation and loss trains as on the reference path", arguments: Activation.all)
  func activationsAndLosses(activation: Activation) throws {
    for loss in Loss.all {
      for output in Activation.all where output.suits(loss) {
        try expectAgreement(
          RandomTask(
            sizes: [7, 6, 5, 3], hidden: activation, output: output, loss: loss, batch: .size(8)))
      }
    }
  }

  @Test("every batch size does, with a short last batch", arguments: [1, 2, 5, 6, 16, 17, 23])
  func batchSizes(size: Int) throws {
    for sizes in [[4, 20, 3], [3, 1], [70, 33, 17, 1], [9, 2, 2, 40]] {
      try expectAgreement(
        RandomTask(
          sizes: sizes, hidden: .tanh, output: sizes.last == 1 ? .sigmoid : .softmax,
          loss: sizes.last == 1 ? .binaryCrossEntropy : .crossEntropy, batch: .size(size)))
    }
  }

  @Test("every optimizer does", arguments: 0..<Optimizers.all.count)
  func optimizers(index: Int) throws {
    for batch in [Training.Batch.size(1), .size(8), .whole] {
      var task = RandomTask(
        sizes: [5, 4, 3], hidden: .sigmoid, output: .softmax, loss: .crossEntropy, batch: batch)
      task.training.optimizer = Optimizers.all[index]
      task.training.rate = 0.01
      try expectAgreement(task)
    }
  }

  @Test("an optimizer the kernels do not know follows its own rule")
  func unknownOptimizer() throws {
    var task = RandomTask(
      sizes: [5, 4, 3], hidden: .relu, output: .softmax, loss: .crossEntropy, batch: .size(8))
    task.training.optimizer = SignDescent()
    try expectAgreement(task)
  }

  @Test(
    "penalties, dropout and clipping do",
    arguments: Regularization.all + [
      Regularization(clipping: .norm(0.05)), Regularization(clipping: .value(0.01)),
      Regularization(l2: 0.1, l1: 0.05, dropout: 0.2, clipping: .norm(0.5)),
    ])
  func regularization(_ regularization: Regularization) throws {
    for batch in [Training.Batch.size(3), .size(8), .whole] {
      var task = RandomTask(
        sizes: [6, 9, 4], hidden: .tanh, output: .softmax, loss: .crossEntropy, batch: batch)
      task.training.regularization = regularization
      try expectAgreement(task)
    }
  }

  @Test("pictures do: bytes listed by what is not zero", arguments: [1, 4, 10, 200])
  func sparseBytes(size: Int) throws {
    for optimizer in [SGD(), Adam()] as [any Optimizer] {
      var task = RandomTask(
        sizes: [100, 18, 10], hidden: .sigmoid, output: .softmax, loss: .crossEntropy,
        batch: .size(min(size, 30)), samples: .sparseBytes)
      task.training.optimizer = optimizer
      try expectAgreement(task)
    }
  }

  @Test("bytes with hardly a zero do", arguments: [1, 12])
  func denseBytes(size: Int) throws {
    try expectAgreement(
      RandomTask(
        sizes: [100, 18, 10], hidden: .relu, output: .sigmoid, loss: .quadratic,
        batch: .size(size), samples: .denseBytes))
  }

  @Test("numbers of few different values do, as in pictures read from CSV", arguments: [1, 12])
  func palette(size: Int) throws {
    try expectAgreement(
      RandomTask(
        sizes: [100, 18, 10], hidden: .relu, output: .softmax, loss: .crossEntropy,
        batch: .size(size), samples: .palette))
  }

  @Test("a whole set with more features than samples does", arguments: 0..<3)
  func gram(optimizer: Int) throws {
    var task = RandomTask(
      sizes: [90, 5, 1], hidden: .relu, output: .sigmoid, loss: .binaryCrossEntropy, batch: .whole)
    task.training.optimizer = [SGD(), Momentum(), Nesterov()][optimizer] as any Optimizer
    try expectAgreement(task)
  }

  @Test("targets that are no classes do", arguments: [2, 9])
  func values(size: Int) throws {
    for (output, loss) in [
      (Activation.softmax, Loss.crossEntropy), (.sigmoid, .binaryCrossEntropy),
      (.linear, .quadratic),
    ] {
      try expectAgreement(
        RandomTask(
          sizes: [6, 5, 4], hidden: .tanh, output: output, loss: loss, batch: .size(size),
          targetsAreValues: true))
    }
  }

  @Test("every order of samples does")
  func orders() throws {
    for order in [SampleOrder.sequential, .shuffled, .reseeded(below: 1000), .withReplacement] {
      for batch in [Training.Batch.size(7), .whole] {
        var task = RandomTask(
          sizes: [80, 5, 3], hidden: .tanh, output: .softmax, loss: .crossEntropy, batch: batch)
        task.training.order = order
        try expectAgreement(task)
      }
    }
  }

  @Test("a divergence is seen at the step at which the reference sees it")
  func divergence() throws {
    var task = RandomTask(
      sizes: [6, 5, 3], hidden: .relu, output: .linear, loss: .quadratic, batch: .size(8))
    task.training.rate = 1e6
    task.training.length = .epochs(200)
    let reference = try task.outcome(fast: false, Double.self)
    let fast = try task.outcome(fast: true, Double.self)
    guard case .diverged(let expected) = reference.ending else {
      Issue.record("the reference did not diverge")
      return
    }
    guard case .diverged(let step) = fast.ending else {
      Issue.record("the fast path did not diverge")
      return
    }
    #expect(abs(step - expected) <= 1)
  }

  @Test("what only exists as functions on numbers is left to the reference path")
  func unknownActivation() throws {
    let task = RandomTask(
      sizes: [3, 2], hidden: .tanh, output: .leakyReLU(slope: -1), loss: .quadratic,
      batch: .size(2))
    let network: Network<Double> = try task.network()
    #expect(try FastStep(network, examples: task.examples(), training: task.training) == nil)
  }

  @Test("a batch larger than the set is refused by the training, not by running out of memory")
  func batchTooLarge() throws {
    let task = RandomTask(
      sizes: [3, 2], hidden: .tanh, output: .softmax, loss: .crossEntropy, batch: .size(.max))
    #expect(throws: Training.Failure.batchTooLarge(batch: .max, examples: 30)) {
      try task.outcome(fast: true, Double.self)
    }
  }

  @Test("evaluation counts as the reference does")
  func evaluation() throws {
    for samples in [RandomTask.SampleKind.numbers, .sparseBytes] {
      var task = RandomTask(
        sizes: [64, 9, 4], hidden: .relu, output: .softmax, loss: .crossEntropy, batch: .size(10),
        samples: samples)
      task.count = 300
      let network: Network<Double> = try task.network()
      let examples = try task.examples()
      let step = try #require(
        try FastStep(network, examples: examples, training: task.training))
      let expected = Evaluation(of: network, on: examples)
      let evaluation = step.evaluation(on: examples)
      #expect(evaluation.judgement == expected.judgement)
      #expect(abs(evaluation.loss - expected.loss) < 1e-12)
    }
  }

  private func expectAgreement(_ task: RandomTask) throws {
    try expectAgreement(task, Double.self, tolerance: 1e-9)
    try expectAgreement(task, Float.self, tolerance: 2e-3)
  }

  private func expectAgreement<Scalar: Real>(
    _ task: RandomTask, _ scalar: Scalar.Type, tolerance: Double
  ) throws {
    let reference = try task.outcome(fast: false, scalar)
    let fast = try task.outcome(fast: true, scalar)
    #expect(fast.ending == reference.ending)
    for (index, name) in reference.network.parameterNames.enumerated() {
      let expected = reference.network.parameters[index].values.map { Double($0) }
      let found = fast.network.parameters[index].values.map { Double($0) }
      let distance = zip(expected, found).reduce(0) { max($0, abs($1.0 - $1.1)) }
      let size = expected.reduce(1e-3) { max($0, abs($1)) }
      #expect(distance <= tolerance * size, "\(name) of \(task), \(Scalar.precisionName)")
    }
    #expect(fast.history.series.map(\.name) == reference.history.series.map(\.name))
    for (expected, found) in zip(reference.history.series, fast.history.series) {
      #expect(expected.values.count == found.values.count)
      // In Float an output may fall on the other side of a tie, and count or not.
      if expected.name.hasSuffix("accuracy") && scalar == Float.self { continue }
      for (a, b) in zip(expected.values, found.values) {
        #expect(abs(a - b) <= tolerance * max(1, abs(a)), "\(expected.name) of \(task)")
      }
    }
  }
}

/// An optimizer only a test knows: a step of fixed length downhill, slower each time.
private struct SignDescent: Optimizer {
  let name = "sign"
  let formula = ""
  let source = ""
  let memorySize = 1

  func rule(rate: Double, step: Int) -> UpdateRule {
    { parameter, gradient, memory in
      memory.first += 1
      parameter -= rate * (gradient > 0 ? 1 : -1) / memory.first
    }
  }
}

extension Activation {
  /// Whether its values lie where the loss is defined.
  fileprivate func suits(_ loss: Loss) -> Bool {
    loss == .quadratic || self == .softmax || self == .sigmoid
  }
}

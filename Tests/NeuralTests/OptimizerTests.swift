import Testing

@testable import Neural

@Suite("Optimizers and schedules")
struct OptimizerTests {
  /// Three steps at rate 0.1 from (1, −2, 0.5) with these gradients, by PyTorch 2's `torch.optim`
  /// (momentum 0.9; RMSprop alpha 0.9) and, the same to the last bits, by NumPy from the papers.
  private static let gradients = [[0.5, -1.0, 0.25], [0.1, 0.2, -0.3], [-0.4, 0.0, 0.6]]

  @Test(
    "three steps end where PyTorch's do",
    arguments: [
      ("sgd", [0.98, -1.92, 0.445]),
      ("momentum", [0.8855, -1.767, 0.42925]),
      ("nesterov", [0.87695, -1.7103, 0.381325]),
      ("rmsprop", [0.8260692949966234, -1.7490050491608464, 0.16123769825648326]),
      ("adam", [0.8103259663582117, -1.8093949307841701, 0.3667677493995062]),
      ("adamw", [0.8076091694498291, -1.8036519313891806, 0.3654548544189624]),
      ("adagrad", [0.9421097264853407, -1.9196116135218952, 0.3930104924994234]),
    ])
  func published(name: String, expected: [Double]) throws {
    let optimizer = try #require(Optimizers.all.first { $0.name == name })
    var parameters = [1.0, -2.0, 0.5]
    var memory = [OptimizerMemory](repeating: OptimizerMemory(), count: 3)
    for (step, gradients) in Self.gradients.enumerated() {
      let rule = optimizer.rule(rate: 0.1, step: step + 1)
      for place in 0..<3 { rule(&parameters[place], gradients[place], &memory[place]) }
    }
    for (value, expected) in zip(parameters, expected) { #expect(abs(value - expected) < 1e-14) }
  }

  @Test("each remembers no more than it says")
  func memory() {
    for optimizer in Optimizers.all {
      var parameter = 1.0
      var memory = OptimizerMemory()
      optimizer.rule(rate: 0.1, step: 1)(&parameter, 0.5, &memory)
      let used = (memory.first == 0 ? 0 : 1) + (memory.second == 0 ? 0 : 1)
      #expect(used == optimizer.memorySize, "\(optimizer.name)")
    }
  }

  @Test("each finds the bottom of a bowl")
  func descends() {
    for optimizer in Optimizers.all {
      var parameter = 1.0
      var memory = OptimizerMemory()
      for step in 1...2000 {
        optimizer.rule(rate: 0.05, step: step)(&parameter, parameter - 0.3, &memory)
      }
      #expect(abs(parameter - 0.3) < 0.03, "\(optimizer.name) ended at \(parameter)")
    }
  }

  @Test("each has a name of its own, its formula and its source")
  func names() {
    #expect(Set(Optimizers.all.map(\.name)).count == Optimizers.all.count)
    #expect(Optimizers.all.allSatisfy { !$0.formula.isEmpty && !$0.source.isEmpty })
    #expect(Set(Schedule.all.map(\.name)).count == Schedule.all.count)
    #expect(Schedule.all.allSatisfy { !$0.formula.isEmpty && !$0.source.isEmpty })
  }

  private func moment(_ step: Int, epoch: Int) -> Schedule.Moment {
    Schedule.Moment(step: step, epoch: epoch, steps: 100)
  }

  @Test("schedules follow their formulas")
  func schedules() {
    #expect(Schedule.constant.rate(0.3, moment(50, epoch: 5)) == 0.3)
    let halved = Schedule.step(every: 10, factor: 0.5)
    #expect(halved.rate(0.8, moment(0, epoch: 9)) == 0.8)
    #expect(halved.rate(0.8, moment(0, epoch: 10)) == 0.4)
    #expect(halved.rate(0.8, moment(0, epoch: 39)) == 0.1)
    let decayed = Schedule.exponential(factor: 0.5).rate(0.8, moment(0, epoch: 3))
    #expect(abs(decayed - 0.1) < 1e-15)
    let cosine = Schedule.cosine(floor: 0.2)
    #expect(cosine.rate(1, moment(0, epoch: 0)) == 1)
    #expect(abs(cosine.rate(1, moment(50, epoch: 0)) - 0.6) < 1e-15)
    #expect(abs(cosine.rate(1, moment(100, epoch: 0)) - 0.2) < 1e-15)
    let warm = Schedule.warmUp(steps: 4, following: halved)
    #expect(warm.rate(0.8, moment(0, epoch: 0)) == 0.2)
    #expect(warm.rate(0.8, moment(3, epoch: 0)) == 0.8)
    #expect(warm.rate(0.8, moment(90, epoch: 10)) == 0.4)
  }

  @Test("clipping bounds every number, or the norm of all of them together")
  func clipping() {
    let gradients = [Matrix<Double>([[3, -1]]), Matrix<Double>([[0], [4]])]
    let byValue = Regularization(clipping: .value(2)).clipped(gradients)
    #expect(byValue == [Matrix([[2, -1]]), Matrix([[0], [2]])])
    let root = 26.0.squareRoot()
    let byNorm = Regularization(clipping: .norm(root / 2)).clipped(gradients)
    for (clipped, whole) in zip(byNorm, gradients) {
      #expect(clipped.zipped(whole.scaled(by: 0.5), -).norm < 1e-15)
    }
    #expect(Regularization(clipping: .norm(root * 1.01)).clipped(gradients) == gradients)
  }
}

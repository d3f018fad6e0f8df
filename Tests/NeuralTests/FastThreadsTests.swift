import Testing

@testable import Neural

/// Steps that are shared among threads.
@Suite struct FastThreadsTests {
  /// Networks and batches of every way through the engine, drawn at random.
  private static func tasks(count: Int) -> [RandomTask] {
    var generator = MersenneTwister(seed: 2024)
    return (0..<count).map { index in
      let features = 1 + generator.integer(below: 120)
      let hidden = (0..<generator.integer(below: 3)).map { _ in 1 + generator.integer(below: 40) }
      let outputs = 1 + generator.integer(below: 12)
      var task = RandomTask(
        sizes: [features] + hidden + [outputs],
        hidden: [Activation.relu, .tanh, .sigmoid][index % 3],
        output: outputs == 1 ? .sigmoid : .softmax,
        loss: outputs == 1 ? .binaryCrossEntropy : [Loss.crossEntropy, .quadratic][index % 2],
        batch: index % 7 == 0 ? .whole : .size(1 + generator.integer(below: 300)),
        samples: [.numbers, .sparseBytes, .denseBytes, .palette][index % 4])
      task.count = 300 + generator.integer(below: 60)
      task.training.optimizer = [SGD(), SGD(), Momentum(), Adam()][index / 4 % 4] as any Optimizer
      task.training.regularization =
        [.none, Regularization(dropout: 0.3), Regularization(l2: 0.01, clipping: .norm(0.5))][
          index / 3 % 3]
      task.training.length = .epochs(2)
      return task
    }
  }

  @Test("one thread and several come to the same numbers, to the last bit")
  func sameBits() throws {
    for task in Self.tasks(count: 40) {
      try expectSameBits(task, Float.self)
      try expectSameBits(task, Double.self)
    }
  }

  @Test("shared steps train as on the reference path")
  func reference() throws {
    for task in Self.tasks(count: 20) {
      let reference = try task.outcome(fast: false, Double.self)
      let shared = try task.outcome(
        fast: true, Double.self, threading: Threading(leastWork: 0, threads: 2))
      #expect(shared.ending == reference.ending)
      for (expected, found) in zip(reference.network.parameters, shared.network.parameters) {
        let size = expected.values.reduce(1e-3) { max($0, abs($1)) }
        let distance = zip(expected.values, found.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
        #expect(distance <= 1e-9 * size, "\(task)")
      }
    }
  }

  @Test("every part of a task is done once, on however many threads, and is seen when it is over")
  func parts() {
    for threads in [2, 3, 5] {
      guard let team = Team(threads: threads) else {
        Issue.record("there is no team of \(threads)")
        continue
      }
      var generator = MersenneTwister(seed: 8)
      for _ in 0..<500 {
        let count = generator.integer(below: 40)
        let done = UnsafeMutablePointer<Int>.allocate(capacity: 40)
        defer { done.deallocate() }
        done.initialize(repeating: 0, count: 40)
        team.run(count) { part in done[part] += part + 1 }
        #expect((0..<40).allSatisfy { done[$0] == ($0 < count ? $0 + 1 : 0) })
      }
    }
  }

  @Test("a team of one is none")
  func alone() {
    #expect(Team(threads: 1) == nil)
    #expect(Team(threads: 0) == nil)
  }

  @Test("the parts of a batch and of the parameters leave nothing out and share nothing")
  func coverage() throws {
    let network: Network<Float> = try RandomTask(
      sizes: [100, 37, 10], hidden: .relu, output: .softmax, loss: .crossEntropy, batch: .size(9)
    ).network()
    for capacity in [1, 6, 16, 17, 200, 1000] {
      let kernels = Kernels.best(for: Float.self)
      var needs = FastNetwork.Needs(capacity: capacity)
      needs.isShared = true
      let net = try #require(
        FastNetwork(network, for: needs, in: Arena(scalarSize: 4), kernels: kernels))
      for count in Set([1, capacity / 2, capacity]) where count > 0 {
        let parts = (0..<net.partCount).map { net.samplePart($0, of: count) }
        let samples = parts.flatMap { $0.first..<$0.first + $0.count }
        #expect(samples == Array(0..<count))
      }
      let places = net.parameterParts.flatMap { $0.offset..<$0.offset + $0.count }
      #expect(places.sorted() == Array(0..<net.parameterCount))
      #expect(net.parameterParts.filter(\.hasBias).count == net.layers.count)
    }
  }

  @Test("runs of one process share its cores, and each has one")
  func sharing() {
    let claims = (0..<Cores.count + 1).map { _ in Cores.Claim() }
    withExtendedLifetime(claims) { #expect(Cores.share == 1) }
  }

  @Test("steps are shared where that is faster, alone where it is not, and what changed is noticed")
  func pace() {
    var pace = Pace()
    func shareOfShared(_ steps: Int, shared: Int, alone: Int) -> Double {
      var count = 0
      for _ in 0..<steps {
        if pace.isShared { count += 1 }
        pace.record(.microseconds(pace.isShared ? shared : alone))
      }
      return Double(count) / Double(steps)
    }
    #expect(shareOfShared(1500, shared: 100, alone: 200) > 0.9)
    // As when another process takes the second core, and gives it back.
    #expect(shareOfShared(10_000, shared: 300, alone: 200) < 0.3)
    #expect(shareOfShared(10_000, shared: 100, alone: 200) > 0.7)
  }

  @Test("a single interruption does not change how steps are made")
  func interruption() {
    var pace = Pace()
    var alone = 0
    for step in 0..<2000 {
      let time = Duration.microseconds(pace.isShared ? 100 : 200)
      // Within the first steps that are measured.
      pace.record(step == 40 ? .milliseconds(20) : time)
      if !pace.isShared { alone += 1 }
    }
    #expect(alone < 200)
  }

  private func expectSameBits<Scalar: Real>(_ task: RandomTask, _ scalar: Scalar.Type) throws {
    let alone = try task.outcome(
      fast: true, scalar, threading: Threading(leastWork: 0, threads: 1))
    for threads in [2, 3] {
      let shared = try task.outcome(
        fast: true, scalar, threading: Threading(leastWork: 0, threads: threads))
      #expect(shared.ending == alone.ending)
      for (one, other) in zip(alone.network.parameters, shared.network.parameters) {
        #expect(one.values == other.values, "\(task), \(threads) threads")
      }
      #expect(shared.history.series.map(\.values) == alone.history.series.map(\.values))
    }
  }
}

extension FastEngine {
  /// The samples of a step.
  struct Batch {
    let order: UnsafePointer<Int32>
    let count: Int
    /// How many more of the epoch stand behind them.
    let following: Int

    init(order: UnsafeMutablePointer<Int32>, count: Int, following: Int) {
      self.order = UnsafePointer(order)
      self.count = count
      self.following = following
    }
  }

  /// What a part of a batch adds to a step's report.
  struct PartReport {
    var loss: Double
    var hits: Int
  }

  /// Multiplications in the products of a step, those with zeros that are not listed left out.
  static func work<Scalar: Real>(
    of network: Network<Scalar>, capacity: Int, firstInputs: Int
  ) -> Int {
    network.layers.enumerated().reduce(0) { sum, layer in
      // Forward and for the weights; above the first layer also down.
      let (inputs, products) = layer.offset == 0 ? (firstInputs, 2) : (layer.element.inputs, 3)
      let (work, overflows) = (inputs * layer.element.outputs)
        .multipliedReportingOverflow(by: capacity * products)
      return overflows ? .max : max(sum, sum &+ work)
    }
  }

  /// Whether threads share what is done next.
  private var isSharing: Bool {
    team != nil && (isAlwaysShared || pace.isShared && Cores.share > 1)
  }

  /// Makes a step and, where it could be made in two ways, tells the pace how long it took.
  func paced(_ step: () -> StepReport) -> StepReport {
    guard team != nil, !isAlwaysShared, Cores.share > 1 else { return step() }
    let clock = ContinuousClock()
    let start = clock.now
    let report = step()
    pace.record(clock.now - start)
    return report
  }

  /// Calls `body` for every part of a step, on as many threads as are this run's.
  ///
  /// Parts, and so results, are the same however many these are.
  func forEach(_ parts: Int, _ body: (Int) -> Void) {
    if parts > 1, let team, isSharing {
      team.run(parts, body)
    } else {
      for part in 0..<parts { body(part) }
    }
  }
}

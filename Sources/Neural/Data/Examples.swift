/// Samples and what the network should answer to each.
public struct Examples: Sendable, Equatable {
  public let samples: Samples
  public let targets: Targets

  /// Throws where there are more of one than of the other.
  public init(_ samples: Samples, _ targets: Targets) throws(ShapeError) {
    guard samples.count == targets.count else {
      throw .batch(samples: samples.count, targets: targets.count)
    }
    self.samples = samples
    self.targets = targets
  }

  public var count: Int { samples.count }

  /// The examples at these indices, in their order.
  public func selecting(_ indices: some Collection<Int>) -> Examples {
    Examples(unchecked: samples.selecting(indices), targets.selecting(indices))
  }

  private init(unchecked samples: Samples, _ targets: Targets) {
    self.samples = samples
    self.targets = targets
  }

  /// Throws where a network of these sizes cannot learn from them.
  public func validate(inputs: Int, outputs: Int) throws(ShapeError) {
    guard samples.features == inputs else {
      throw .features(given: samples.features, expected: inputs)
    }
    try targets.validate(outputs: outputs)
  }
}

/// The order in which an epoch visits the samples.
public enum SampleOrder: Sendable, Equatable {
  /// As they stand.
  case sequential
  /// A new order every epoch: `order = np.arange(n); np.random.shuffle(order)`.
  case shuffled
  /// The last epoch's order shuffled again, by a fresh generator whose seed is drawn from the main
  /// stream: `np.random.RandomState(np.random.randint(0, bound)).shuffle(data)`.
  case reseeded(below: Int)
  /// Every step draws a full batch anew, and may draw a sample twice: `np.random.choice(n, batch)`.
  case withReplacement

  /// Brings `order` to what the next epoch visits.
  ///
  /// - Parameters:
  ///   - examples: how many there are to choose from.
  ///   - batches: the steps of the epoch.
  ///   - batchSize: the samples of a full batch.
  func advance(
    _ order: inout [Int], examples: Int, batches: Int, batchSize: Int,
    using generator: inout MersenneTwister
  ) {
    switch self {
    case .sequential: return
    case .shuffled: order = generator.permutation(examples)
    case .reseeded(let bound):
      var fresh = MersenneTwister(seed: UInt32(generator.integer(below: bound)))
      fresh.shuffle(&order)
    case .withReplacement: order = generator.choice(batches * batchSize, from: examples)
    }
  }
}

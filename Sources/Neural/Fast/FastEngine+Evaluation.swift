extension FastEngine {
  /// The network's loss and hits on the samples it is trained on, which are laid out already.
  ///
  /// Nil where these are other examples, where a forward pass would drop units, and where hits are
  /// not all that is asked: of numbers, and where an output is no number.
  func trainingEvaluation(on examples: Examples) -> Evaluation? {
    // Equal arrays are mostly one array, which is seen at once.
    guard regularization.dropout == 0, targets.labels != nil, examples == self.examples else {
      return nil
    }
    let arena = Arena(scalarSize: net.kernels.scalarSize)
    let everything = arena.values(examples.count, of: Int32.self)
    for index in 0..<examples.count { everything[index] = Int32(index) }
    var loss = 0.0
    var hits = 0
    for first in stride(from: 0, to: examples.count, by: net.capacity) {
      let count = min(net.capacity, examples.count - first)
      let batch = Batch(
        order: everything + first, count: count, following: examples.count - first - count)
      if !isWhole { targets.gather(batch.order, count: count, into: net) }
      forEach(net.partCount) { index in
        let part = net.samplePart(index, of: count)
        forward(batch, part)
        reports[index].hits = net.hits(labels: targets.labels, order: batch.order, part)
        reports[index].loss = net.outputLoss(part)
      }
      let sums = reportSums
      hits += sums.hits
      loss += sums.loss
    }
    return withExtendedLifetime(arena) { Evaluation(lossSum: loss, hits: hits, of: examples.count) }
  }
}

import CKernels

extension FastEngine {
  /// Takes over the order in which an epoch will visit the samples.
  func begin(order announcedOrder: [Int]) {
    guard !isWhole else { return }
    precondition(announcedOrder.count <= orderCapacity, "an epoch longer than it was said to be")
    for (place, sample) in announcedOrder.enumerated() { order[place] = Int32(sample) }
    announced = announcedOrder.count
  }

  /// One step: first every part of the batch is taken forward and down again, then every part of
  /// the parameters is moved.
  func move(
    over indices: ArraySlice<Int>, rate: Double, number: Int, measuring: Bool,
    using generator: inout MersenneTwister
  ) -> StepReport {
    let count = indices.count
    precondition(count > 0 && count <= net.capacity, "a batch of \(count)")
    let batch = batchOrder(indices)
    if !isWhole { targets.gather(batch.order, count: count, into: net) }
    drawMasks(count: count, using: &generator)
    return paced { step(batch, rate: rate, number: number, measuring: measuring) }
  }

  private func step(_ batch: Batch, rate: Double, number: Int, measuring: Bool) -> StepReport {
    let count = batch.count
    let scale = isMean ? 1 / Double(count) : 1
    forEach(net.partCount) { index in
      let part = net.samplePart(index, of: count)
      forward(batch, part)
      reports[index].hits =
        measuring ? net.hits(labels: targets.labels, order: batch.order, part) : 0
      reports[index].loss = net.outputDelta(part, scale: scale, measuring: measuring)
      for layer in stride(from: net.layers.count - 1, to: 0, by: -1) { net.deltaBelow(layer, part) }
      if case .sparse(let sparse) = input {
        sparse.prepareGradient(net, batch.order, part, at: index)
      }
    }
    forEach(net.parameterParts.count) { index in
      let part = net.parameterParts[index]
      if isFused {
        descend(part, batch, rate: rate)
      } else {
        gradient(part, batch)
      }
    }
    // What is not a number higher up reaches the lowest δ, so only that is looked at.
    let lowest = net.layers[0]
    let isFinite =
      net.kernels.table.pointee.is_finite(lowest.biasGradient, lowest.biasCount) != 0
    if !isFused {
      regularize()
      forEach(net.parameterParts.count) { index in
        net.update(net.parameterParts[index], by: update, memory, rate: rate, step: number)
      }
    }
    let sums = reportSums
    return StepReport(loss: sums.loss, hits: sums.hits, isFinite: isFinite)
  }

  /// What the parts of a pass counted; the same whichever was done first.
  var reportSums: (loss: Double, hits: Int) {
    (0..<net.partCount).reduce(into: (0, 0)) { sums, index in
      sums.loss += reports[index].loss
      sums.hits += reports[index].hits
    }
  }

  /// The batch's samples as the kernels read them.
  private func batchOrder(_ indices: ArraySlice<Int>) -> Batch {
    if isWhole { return Batch(order: order, count: indices.count, following: 0) }
    if indices.endIndex <= announced {
      return Batch(
        order: order + indices.startIndex, count: indices.count,
        following: announced - indices.endIndex)
    }
    var place = 0
    for index in indices {
      order[place] = Int32(index)
      place += 1
    }
    return Batch(order: order, count: indices.count, following: 0)
  }

  /// The forward pass of a part of a batch.
  func forward(_ batch: Batch, _ part: SamplePart) {
    switch input {
    case .gathered(let samples):
      samples.gather(batch.order, part, into: net)
      net.preactivate(0, part)
    case .whole: net.preactivate(0, part)
    case .sparse(let sparse):
      let others = batch.count - part.first - part.count
      sparse.preactivate(net, batch.order, part, following: batch.following + others)
    case .gram(let gram): gram.preactivate(net, part)
    }
    net.activate(0, part)
    net.forward(from: 1, part)
  }

  /// Gradients of a part of the parameters.
  private func gradient(_ part: ParameterPart, _ batch: Batch) {
    if part.hasBias { net.biasGradient(part.layer, count: batch.count) }
    switch input {
    case .sparse(let sparse) where part.layer == 0:
      sparse.weightGradient(net, part, count: batch.count)
    case .gram(let gram) where part.layer == 0: gram.weightGradient(net, part)
    default: net.weightGradient(part, count: batch.count)
    }
  }

  /// Moves a part of the parameters down its gradient, which is not written out where it need not.
  private func descend(_ part: ParameterPart, _ batch: Batch, rate: Double) {
    if case .sparse(let sparse) = input, part.layer == 0 {
      sparse.descend(net, batch.order, part, count: batch.count, rate: rate)
      guard part.hasBias else { return }
      net.biasGradient(0, count: batch.count)
      net.descendBias(0, rate: rate)
    } else if batch.count == 1 && net.layout == .unitsInLanes && part.layer > 0 {
      net.descendOne(part.layer, rate: rate)
    } else {
      gradient(part, batch)
      net.descend(part, rate: rate)
    }
  }

  /// Adds the penalties' gradients, then keeps all within their bound.
  private func regularize() {
    let table = net.kernels.table
    for layer in net.layers where regularization.l2 != 0 || regularization.l1 != 0 {
      table.pointee.add(
        layer.weights, layer.weightGradient, regularization.l2, layer.weightCount)
      table.pointee.add_sign(
        layer.weights, layer.weightGradient, regularization.l1, layer.weightCount)
    }
    switch regularization.clipping {
    case nil: return
    case .value(let bound): table.pointee.clip(net.gradients, bound, net.parameterCount)
    case .norm(let bound):
      let norm = table.pointee.square_sum(net.gradients, net.parameterCount).squareRoot()
      if norm > bound { table.pointee.scale(net.gradients, bound / norm, net.parameterCount) }
    }
  }
}

import CKernels

extension FastEngine {
  /// Takes over the order in which an epoch will visit the samples.
  func begin(order announcedOrder: [Int]) {
    guard !isWhole else { return }
    precondition(announcedOrder.count <= orderCapacity, "an epoch longer than it was said to be")
    for (place, sample) in announcedOrder.enumerated() { order[place] = Int32(sample) }
    announced = announcedOrder.count
  }

  func move(
    over indices: ArraySlice<Int>, rate: Double, number: Int, measuring: Bool,
    using generator: inout MersenneTwister
  ) -> StepReport {
    let count = indices.count
    precondition(count > 0 && count <= net.capacity, "a batch of \(count)")
    let (batch, following) = batchOrder(indices)
    if !isWhole { targets.gather(batch, count: count, into: net) }
    drawMasks(count: count, using: &generator)

    forward(batch, count: count, following: following)
    let hits = measuring ? net.hits(labels: targets.labels, order: batch, count: count) : 0
    let loss = net.outputDelta(
      count: count, scale: isMean ? 1 / Double(count) : 1, measuring: measuring)
    let isFinite = backward(batch, count: count, rate: rate)
    if !isFused {
      regularize()
      net.update(update, memory, rate: rate, step: number)
    }
    return StepReport(loss: loss, hits: hits, isFinite: isFinite)
  }

  /// The batch's samples as the kernels read them, and how many more of the epoch follow there.
  private func batchOrder(_ indices: ArraySlice<Int>) -> (UnsafePointer<Int32>, following: Int) {
    if isWhole { return (UnsafePointer(order), 0) }
    if indices.endIndex <= announced {
      return (UnsafePointer(order + indices.startIndex), announced - indices.endIndex)
    }
    var place = 0
    for index in indices {
      order[place] = Int32(index)
      place += 1
    }
    return (UnsafePointer(order), 0)
  }

  /// The forward pass of a batch; `following` samples more stand behind it in `batch`.
  func forward(_ batch: UnsafePointer<Int32>, count: Int, following: Int) {
    switch input {
    case .gathered(let samples):
      samples.gather(batch, count: count, into: net)
      net.preactivate(0, count: count)
    case .whole: net.preactivate(0, count: count)
    case .sparse(let sparse):
      sparse.preactivate(net, batch, count: count, following: following)
    case .gram(let gram): gram.preactivate(net)
    }
    net.activate(0, count: count)
    net.forward(from: 1, count: count)
  }

  /// All gradients, or, where the step is fused, all parameters moved.
  ///
  /// - Returns: whether the gradients are numbers. What is not a number higher up reaches the
  ///   lowest δ, so only that is looked at.
  private func backward(_ batch: UnsafePointer<Int32>, count: Int, rate: Double) -> Bool {
    for index in stride(from: net.layers.count - 1, to: 0, by: -1) {
      net.deltaBelow(index, count: count)
      if isFused && count == 1 && net.layout == .unitsInLanes {
        net.descendOne(index, rate: rate)
      } else {
        net.biasGradient(index, count: count)
        net.weightGradient(index, count: count)
        if isFused { net.descend(index, rate: rate) }
      }
    }
    net.biasGradient(0, count: count)
    let lowest = net.layers[0]
    let isFinite =
      net.kernels.table.pointee.is_finite(lowest.biasGradient, lowest.biasCount) != 0
    switch input {
    case .sparse(let sparse) where isFused:
      sparse.descend(net, batch, count: count, rate: rate)
      net.descendBias(0, rate: rate)
      return isFinite
    case .sparse(let sparse): sparse.weightGradient(net, batch, count: count)
    case .gram(let gram): gram.weightGradient(net)
    case .gathered, .whole: net.weightGradient(0, count: count)
    }
    if isFused { net.descend(0, rate: rate) }
    return isFinite
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

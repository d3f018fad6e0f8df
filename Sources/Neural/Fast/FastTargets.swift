/// Targets and labels as the kernels read them.
struct FastTargets {
  /// The class of every sample, for one-hot rows and for counting hits.
  let labels: UnsafePointer<Int32>
  /// The targets themselves, where they are not classes.
  private let values: Matrix<Double>?

  init(_ targets: Targets, in arena: Arena) {
    let labels = arena.values(targets.count, of: Int32.self)
    for index in 0..<targets.count { labels[index] = Int32(clamping: targets.label(index)) }
    self.labels = UnsafePointer(labels)
    values = if case .values(let matrix) = targets { matrix } else { nil }
  }

  /// Fills the network's `y` for a batch.
  func gather(_ order: UnsafePointer<Int32>, count: Int, into network: FastNetwork) {
    let last = network.last
    let inLanes = network.layout == .samplesInLanes
    let table = network.kernels.table
    guard let values else {
      table.pointee.one_hot(
        labels, order, count, network.y, inLanes ? last.stride : 1, inLanes ? 1 : last.stride,
        last.outputs, network.used(last, count))
      return
    }
    values.values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      if inLanes {
        table.pointee.gather_columns(
          start, last.outputs, order, count, network.y, last.stride)
      } else {
        table.pointee.gather_rows(start, last.outputs, order, count, network.y, last.stride)
      }
    }
  }
}

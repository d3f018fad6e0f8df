/// Targets and labels as the kernels read them.
struct FastTargets {
  /// The class of every sample, for one-hot rows and for counting hits; nil where the targets are
  /// numbers.
  let labels: UnsafePointer<Int32>?
  /// The targets themselves, where they are not classes.
  private let values: Matrix<Double>?

  init(_ targets: Targets, in arena: Arena) {
    switch targets {
    case .classes(let given, _):
      let labels = arena.values(given.count, of: Int32.self)
      for (index, label) in given.enumerated() { labels[index] = Int32(clamping: label) }
      self.labels = UnsafePointer(labels)
      values = nil
    case .values(let matrix):
      labels = nil
      values = matrix
    }
  }

  /// Fills the network's `y` for a batch.
  func gather(_ order: UnsafePointer<Int32>, count: Int, into network: FastNetwork) {
    let last = network.last
    let inLanes = network.layout == .samplesInLanes
    let table = network.kernels.table
    if let labels {
      table.pointee.one_hot(
        labels, order, count, network.y, inLanes ? last.stride : 1, inLanes ? 1 : last.stride,
        last.outputs, network.used(last, count))
      return
    }
    values?.values.withUnsafeBufferPointer { values in
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

import CKernels

/// The first layer's products with samples listed by what is not zero.
///
/// Forward, a sample's z is a sum of weight rows. Backward, a large batch is listed by feature
/// instead, so that each weight row is read and written once and sums stay in registers.
struct SparseInput {
  private let samples: kernel_sparse
  private let features: kernel_features
  /// z, then δ, with a sample in a row; the layer's own buffers where they are laid out so.
  private let rows: UnsafeMutableRawPointer?
  private let rowStride: Int

  /// Up to this many samples move the weights one after the other; in a larger batch features come
  /// up again so often that listing it by feature pays.
  private static let mostByItself = 32

  init<Scalar: Real>(
    _ samples: SparseSamples, features: Int, outputs: Int, as scalar: Scalar.Type, capacity: Int,
    layout: FastNetwork.Layout, kernels: Kernels, in arena: Arena
  ) {
    let table = arena.scalars(256)
    let scalars = table.bindMemory(to: Scalar.self, capacity: 256)
    for (code, value) in samples.values.enumerated() { scalars[code] = Scalar(value) }
    self.samples = kernel_sparse(
      start: samples.start, index: samples.index, code: samples.code, table: table)
    let mostEntries = samples.mostEntries(inBatchOf: capacity)
    self.features = kernel_features(
      start: arena.values(features + 1), entry: arena.values(mostEntries), count: features)
    rowStride = kernels.padded(outputs)
    rows = layout == .samplesInLanes ? arena.scalars(rowStride * capacity) : nil
  }

  /// z of the first layer; `following` more samples may be read ahead of.
  func preactivate(
    _ network: FastNetwork, _ order: UnsafePointer<Int32>, count: Int, following: Int
  ) {
    let layer = network.layers[0]
    let kernels = network.kernels.table
    kernels.pointee.sparse_product(
      samples, order, count, following, layer.weights, layer.weightStride, layer.bias,
      rows ?? layer.value, rowStride, rowStride)
    guard let rows else { return }
    kernels.pointee.transpose(rows, rowStride, layer.value, layer.stride, count, layer.outputs)
  }

  /// ∂L/∂W of the first layer.
  func weightGradient(_ network: FastNetwork, _ order: UnsafePointer<Int32>, count: Int) {
    let layer = network.layers[0]
    let delta = deltaRows(network, count: count)
    let kernels = network.kernels.table
    kernels.pointee.sparse_features(samples, order, count, features)
    kernels.pointee.sparse_gradient(
      features, samples.table, delta, rowStride, layer.weightGradient, layer.weightStride,
      rowStride)
  }

  /// Plain descent on the first layer's weights, without their gradient being written out.
  func descend(
    _ network: FastNetwork, _ order: UnsafePointer<Int32>, count: Int, rate: Double
  ) {
    let layer = network.layers[0]
    let kernels = network.kernels.table
    let delta = deltaRows(network, count: count)
    guard count > Self.mostByItself else {
      for place in 0..<count {
        kernels.pointee.sparse_descend_one(
          samples, order[place], delta + place * rowStride * network.kernels.scalarSize,
          layer.weights, layer.weightStride, rowStride, rate)
      }
      return
    }
    kernels.pointee.sparse_features(samples, order, count, features)
    kernels.pointee.sparse_descend(
      features, samples.table, delta, rowStride, layer.weights, layer.weightStride, rowStride,
      rate)
  }

  /// δ with a sample in a row.
  private func deltaRows(_ network: FastNetwork, count: Int) -> UnsafeMutableRawPointer {
    let layer = network.layers[0]
    guard let rows else { return layer.delta }
    network.kernels.table.pointee.transpose(
      layer.delta, layer.stride, rows, rowStride, layer.outputs, count)
    return rows
  }
}
